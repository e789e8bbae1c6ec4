import * as cognito from 'aws-cdk-lib/aws-cognito';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { JurisdictionId } from '../domain/jurisdictions';
import type { DeclaredStore } from '../domain/personal-stores';
import { acknowledge } from './acknowledge';
import { homeOf } from './home';
import { declareStore } from './store-declaration';

export interface RegionalUserPoolProps {
  /** Whose accounts the pool holds. */
  readonly jurisdiction: JurisdictionId;
  readonly holds: DeclaredStore & { readonly kind: 'user pool' };
  /** The domain that mail comes from; its identity is verified in SES of the home region before the first deployment. */
  readonly mailDomain: string;
  /** Refuses who does not belong to this jurisdiction, also when the API is bypassed. */
  readonly preSignUp: IFunction;
}

/** How long an access token opens the API: long enough to see an erasure done, with nothing else left to be opened. */
const ACCESS_TOKEN_MINUTES = 15;

/**
 * A user pool whose accounts, mail and tokens stay in the home region.
 *
 * There is no prop for a domain (its pages are served from the edge, and a pool that has one cannot be reached through its
 * VPC endpoint), none for text messages, and the mail sender is SES of the home region. People sign up with a generated
 * user name; the e-mail address is an alias, so that signing up tells nobody who is registered.
 */
export class RegionalUserPool extends Construct {
  readonly pool: cognito.UserPool;
  readonly client: cognito.UserPoolClient;

  constructor(scope: Construct, id: string, props: RegionalUserPoolProps) {
    super(scope, id);
    const home = homeOf(this, props.jurisdiction);
    declareStore(this, props.holds);
    this.pool = new cognito.UserPool(this, 'Pool', {
      selfSignUpEnabled: true,
      signInAliases: { username: true, email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      // Whoever changes their address directly at Cognito keeps the old one until they have shown that the new one is theirs.
      keepOriginal: { email: true },
      standardAttributes: { email: { required: true, mutable: true } },
      customAttributes: {
        residence: new cognito.StringAttribute({ minLen: 2, maxLen: 2, mutable: false }),
        // The country of a phone that disagreed, and when the person said that they live where they declared.
        residenceConfirmed: new cognito.StringAttribute({ minLen: 27, maxLen: 27, mutable: false }),
      },
      email: cognito.UserPoolEmail.withSES({
        fromEmail: `no-reply@${props.mailDomain}`,
        sesRegion: home.region,
        sesVerifiedDomain: props.mailDomain,
      }),
      userVerification: { emailStyle: cognito.VerificationEmailStyle.CODE },
      accountRecovery: cognito.AccountRecovery.EMAIL_ONLY,
      mfa: cognito.Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 12,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(1),
      },
      featurePlan: cognito.FeaturePlan.ESSENTIALS,
      lambdaTriggers: { preSignUp: props.preSignUp },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledge(this.pool, {
      rules: ['AwsSolutions::AwsSolutions-COG2'],
      reason: 'a second factor is offered to each person and demanded of none: a text message would leave the region',
      owner: 'identity',
      since: '2026-11-24',
    });
    acknowledge(this.pool, {
      rules: ['AwsSolutions::AwsSolutions-COG8'],
      reason:
        "the Plus plan's threat protection profiles each sign-in by address and device, which this service does not collect",
      owner: 'identity',
      since: '2026-11-24',
    });
    this.client = this.pool.addClient('Client', {
      generateSecret: false,
      disableOAuth: true,
      // No other flow: SRP answers an address with the name that its account has, and a choice of flows with what it can do.
      // https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html
      authFlows: { userPassword: true },
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.minutes(ACCESS_TOKEN_MINUTES),
      idTokenValidity: Duration.minutes(ACCESS_TOKEN_MINUTES),
      refreshTokenValidity: Duration.hours(1),
      readAttributes: attributes(),
      writeAttributes: new cognito.ClientAttributes()
        .withStandardAttributes({ email: true })
        .withCustomAttributes('residence', 'residenceConfirmed'),
    });
  }
}

function attributes(): cognito.ClientAttributes {
  return new cognito.ClientAttributes()
    .withStandardAttributes({ email: true, emailVerified: true })
    .withCustomAttributes('residence', 'residenceConfirmed');
}
