import { WORDS } from '../../lib/web/words';
import { onlyResource, resourcesOf, templateOf, withoutAssetHashes } from '../support/assembly';

const identity = templateOf('Identity');

describe('the user pool of a cell', () => {
  const { Properties } = onlyResource(identity, 'AWS::Cognito::UserPool');

  it('signs people in by a generated name or by their address, of which it tells nobody', () => {
    expect([Properties.AliasAttributes, Properties.UsernameAttributes, Properties.UsernameConfiguration]).toEqual([
      ['email'],
      undefined,
      { CaseSensitive: false },
    ]);
  });

  it('keeps an address until whoever changes it has shown that the new one is theirs', () => {
    expect(Properties.UserAttributeUpdateSettings).toEqual({ AttributesRequireVerificationBeforeUpdate: ['email'] });
  });

  it('keeps the residence and what was answered about it, which cannot be changed: a new number moves nobody', () => {
    expect(Properties.Schema).toEqual([
      { Mutable: true, Name: 'email', Required: true },
      {
        AttributeDataType: 'String',
        Mutable: false,
        Name: 'residence',
        StringAttributeConstraints: { MaxLength: '2', MinLength: '2' },
      },
      {
        AttributeDataType: 'String',
        Mutable: false,
        Name: 'residenceConfirmed',
        StringAttributeConstraints: { MaxLength: '27', MinLength: '27' },
      },
    ]);
  });

  it('sends mail through SES of the home region, and no text messages', () => {
    expect(Properties.EmailConfiguration).toEqual({
      EmailSendingAccount: 'DEVELOPER',
      From: 'no-reply@domicile.example',
      SourceArn: 'arn:aws:ses:eu-central-1:111111111111:identity/domicile.example',
    });
    expect(Properties.SmsConfiguration).toBeUndefined();
    expect(Properties.EnabledMfas).toEqual(['SOFTWARE_TOKEN_MFA']);
    expect(Properties.AccountRecoverySetting).toEqual({
      RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }],
    });
  });

  it('demands of a password what the page tells people before they choose one', () => {
    expect(Properties.Policies.PasswordPolicy).toMatchObject({
      MinimumLength: 12,
      RequireLowercase: true,
      RequireUppercase: true,
      RequireNumbers: true,
      RequireSymbols: true,
    });
    expect(WORDS.register.passwordHint).toBe(
      'At least 12 characters, among them a small and a capital letter, a digit and a symbol.',
    );
  });

  it('asks the trigger before anybody signs up', () => {
    expect(Properties.LambdaConfig).toEqual({
      PreSignUp: { 'Fn::GetAtt': [expect.stringMatching(/^PreSignUpFunction/), 'Arn'] },
    });
  });

  it('is protected from deletion', () => {
    expect(Properties.DeletionProtection).toBe('ACTIVE');
  });

  it('has no domain, no replica, no other provider and no analytics', () => {
    const types = Object.values(identity.Resources).map(({ Type }) => Type);
    expect(types.filter((type) => type.startsWith('AWS::Cognito::'))).toEqual([
      'AWS::Cognito::UserPool',
      'AWS::Cognito::UserPoolClient',
    ]);
    expect(onlyResource(identity, 'AWS::Cognito::UserPoolClient').Properties.AnalyticsConfiguration).toBeUndefined();
  });
});

describe('the client of the user pool', () => {
  it('issues access tokens of fifteen minutes, without a secret, and tells nobody who exists', () => {
    const { UserPoolId, ...properties } = onlyResource(identity, 'AWS::Cognito::UserPoolClient').Properties;
    expect(UserPoolId).toEqual({ Ref: expect.stringMatching(/^AccountsPool/) });
    expect(properties).toEqual({
      AccessTokenValidity: 15,
      AllowedOAuthFlowsUserPoolClient: false,
      EnableTokenRevocation: true,
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      GenerateSecret: false,
      IdTokenValidity: 15,
      PreventUserExistenceErrors: 'ENABLED',
      ReadAttributes: ['email', 'email_verified', 'custom:residence', 'custom:residenceConfirmed'].toSorted(),
      RefreshTokenValidity: 60,
      SupportedIdentityProviders: ['COGNITO'],
      TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'minutes' },
      WriteAttributes: ['custom:residence', 'custom:residenceConfirmed', 'email'],
    });
  });
});

describe('the trigger', () => {
  it('does not name the pool, which would be a circle that only a deployment shows', () => {
    const [, role] = resourcesOf(identity, 'AWS::IAM::Role')[0] ?? [];
    expect(JSON.stringify(role)).not.toContain('AccountsPool');
  });

  it('is called by this pool only', () => {
    expect(onlyResource(identity, 'AWS::Lambda::Permission').Properties).toMatchObject({
      Action: 'lambda:InvokeFunction',
      Principal: 'cognito-idp.amazonaws.com',
      SourceArn: { 'Fn::GetAtt': [expect.stringMatching(/^AccountsPool/), 'Arn'] },
    });
  });
});

// parity.test.ts shows that the other cell's is the same. Nothing is put aside but the hashes of assets.
describe('the template of Identity', () => {
  it('is as it was reviewed', () => {
    expect(withoutAssetHashes(templateOf('Identity'))).toMatchSnapshot();
  });
});
