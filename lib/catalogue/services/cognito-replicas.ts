import { defineChannel } from '../channel';
import { exampleOf, mapped, propertiesAt } from '../examples';
import { openToAnyRegion } from '../open-to-any-region';

const POOLS = ['AWS::Cognito::UserPool', 'AWS::Cognito::UserPoolRegionalConfigurationAttachment'] as const;

const PEOPLE = { People: { Type: 'AWS::Cognito::UserPool', Properties: { UserPoolName: 'people-us-east-1' } } };

/** The functions that a pool calls. */
const TRIGGERS = [
  'LambdaConfig.CreateAuthChallenge',
  'LambdaConfig.CustomMessage',
  'LambdaConfig.DefineAuthChallenge',
  'LambdaConfig.PostAuthentication',
  'LambdaConfig.PostConfirmation',
  'LambdaConfig.PreAuthentication',
  'LambdaConfig.PreSignUp',
  'LambdaConfig.PreTokenGeneration',
  'LambdaConfig.UserMigration',
  'LambdaConfig.VerifyAuthChallengeResponse',
  'LambdaConfig.CustomEmailSender.LambdaArn',
  'LambdaConfig.CustomSMSSender.LambdaArn',
  'LambdaConfig.InboundFederation.LambdaArn',
  'LambdaConfig.PreTokenGenerationConfig.LambdaArn',
] as const;

export const cognitoUserPoolReplica = defineChannel({
  id: 'cognito-user-pool-replica',
  title: 'Cognito user pools have no replica in another region',
  risk: 'The directory, with attributes and hashed passwords, is copied to the replica’s region, and people sign in there.',
  level: 'content',
  legitimate:
    'For a pool of staff, or where the replica is in a region of the same jurisdiction and people were told that sign-in fails over to it.',
  remediation: 'Remove the replica, and give the people of the other region a pool of their own.',
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-multi-region.html'],

  proactive: {
    rules: [
      { types: ['AWS::Cognito::UserPoolReplica'], path: 'RegionName', kind: 'region' },
      { types: ['AWS::Cognito::UserPoolDomain'], path: 'Routing.Failover.SecondaryRegion', kind: 'region' },
      openToAnyRegion(
        ['AWS::Cognito::UserPoolRegionalConfigurationAttachment'],
        '',
        'which configures a pool that has a replica in a second region',
      ),
      { types: ['AWS::Cognito::UserPool'], path: 'KeyConfiguration.KmsKeyArn', kind: 'arn', passesUnnamed: true },
    ],
    violating: [
      exampleOf('AWS::Cognito::UserPoolReplica', { UserPoolId: { Ref: 'People' }, RegionName: 'us-east-1' }, PEOPLE),
      exampleOf('AWS::Cognito::UserPoolDomain', propertiesAt('Routing.Failover.SecondaryRegion', 'us-east-1')),
      exampleOf('AWS::Cognito::UserPoolRegionalConfigurationAttachment', { UserPoolId: 'us-east-1_abcdefghi' }),
      pool('KeyConfiguration.KmsKeyArn', 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'),
    ],
    compliant: [
      pool('UserPoolName', 'people-us-east-1'),
      pool('KeyConfiguration.KmsKeyArn', { 'Fn::GetAtt': ['Key', 'Arn'] }),
      exampleOf('AWS::Cognito::UserPoolDomain', { UserPoolId: { Ref: 'People' }, Domain: 'us-east-1-people' }, PEOPLE),
      exampleOf(
        'AWS::Cognito::UserPoolReplica',
        { UserPoolId: { Ref: 'People' }, RegionName: { Ref: 'AWS::Region' } },
        PEOPLE,
      ),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the region of the replica; nothing else uses the actions, so the deny costs nothing. A replica also needs a multi-region key, and the right to make a pool in its region, so the denies of such keys and of other regions are second locks.',
    denies: [
      {
        actions: ['cognito-idp:CreateUserPoolReplica', 'cognito-idp:UpdateUserPoolReplica'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'cognito-idp.amazonaws.com',
        eventName: 'CreateUserPoolReplica',
        recordedIn: 'source',
        opens: [{ path: 'regionName', kind: 'region' }],
      },
      {
        eventSource: 'cognito-idp.amazonaws.com',
        eventName: 'UpdateUserPoolReplica',
        recordedIn: 'source',
        opens: [{ path: 'regionName', kind: 'region' }],
      },
      {
        eventSource: 'cognito-idp.amazonaws.com',
        eventName: 'UpdateUserPoolDomain',
        recordedIn: 'source',
        opens: [{ path: 'routing.failover.secondaryRegion', kind: 'region' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-cognito-identity-provider',
        command: 'ListUserPoolReplicasCommand',
        field: 'UserPoolReplicas[].RegionName',
        kind: 'region',
      },
      {
        client: '@aws-sdk/client-cognito-identity-provider',
        command: 'DescribeUserPoolDomainCommand',
        field: 'DomainDescription.Routing.Failover.SecondaryRegion',
        kind: 'region',
      },
    ],
  },
});

export const cognitoTriggersAndFederation = defineChannel({
  id: 'cognito-lambda-trigger-or-federation',
  title: 'Cognito user pools call functions and providers of their home region only',
  risk: 'Every attribute of a person, and of some triggers the code that they were sent, is handed to the function or provider.',
  level: 'content',
  legitimate:
    'For a provider that the person chose to sign in with and that knows them already, with as few attributes mapped as will do. A trigger has no reason to be elsewhere.',
  remediation: 'Let the pool call a function of its own region, and take away the provider that is abroad.',
  references: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-identity-pools-working-with-aws-lambda-triggers.html',
    'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-identity-provider.html',
  ],

  proactive: {
    rules: [
      // AWS takes functions of the pool's own region only, and so does whoever names one by a parameter.
      ...mapped(TRIGGERS, (path) => ({ types: POOLS, path, kind: 'arn', passesUnnamed: true }) as const),
      // A provider outside of AWS is the person's choice; a pool of another region as a provider is not.
      {
        types: ['AWS::Cognito::UserPoolIdentityProvider'],
        path: 'ProviderDetails{}',
        kind: 'endpoint',
        onlyAbroad: true,
      },
    ],
    violating: [
      ...mapped(TRIGGERS, (path) => pool(path, 'arn:aws:lambda:us-east-1:111122223333:function:trigger')),
      exampleOf('AWS::Cognito::UserPoolIdentityProvider', {
        ProviderType: 'OIDC',
        ProviderDetails: { oidc_issuer: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_abcdefghi' },
      }),
    ],
    compliant: [
      exampleOf(
        'AWS::Cognito::UserPool',
        { LambdaConfig: { PreSignUp: { 'Fn::GetAtt': ['Trigger', 'Arn'] } } },
        { Trigger: { Type: 'AWS::Lambda::Function', Properties: { FunctionName: 'us-east-1-trigger' } } },
      ),
      {
        Parameters: { Trigger: { Type: 'String' } },
        ...pool('LambdaConfig.CustomEmailSender', { LambdaArn: { Ref: 'Trigger' }, LambdaVersion: 'V1_0' }),
      },
      exampleOf('AWS::Cognito::UserPoolIdentityProvider', {
        ProviderType: 'OIDC',
        ProviderDetails: { oidc_issuer: 'https://accounts.example.com/us-east-1', client_id: 'abcdef' },
      }),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key holds the function or the provider: making and changing pools is refused as a whole. Whether a trigger may be called is decided by the function’s own policy, which names the pool.',
    denies: [
      {
        actions: ['cognito-idp:CreateIdentityProvider', 'cognito-idp:UpdateIdentityProvider'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
      {
        actions: ['cognito-idp:CreateUserPool', 'cognito-idp:UpdateUserPool'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'cognito-idp.amazonaws.com',
        eventName: 'CreateIdentityProvider',
        recordedIn: 'source',
        opens: [{ path: 'providerType', kind: 'presence' }],
      },
      {
        eventSource: 'cognito-idp.amazonaws.com',
        eventName: 'UpdateUserPool',
        recordedIn: 'source',
        opens: [
          { path: 'lambdaConfig.customEmailSender.lambdaArn', kind: 'arn' },
          { path: 'lambdaConfig.customSMSSender.lambdaArn', kind: 'arn' },
          { path: 'lambdaConfig.preSignUp', kind: 'arn' },
        ],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-cognito-identity-provider',
        command: 'DescribeUserPoolCommand',
        field: 'UserPool.LambdaConfig.CustomEmailSender.LambdaArn',
        kind: 'arn',
      },
      {
        client: '@aws-sdk/client-cognito-identity-provider',
        command: 'ListIdentityProvidersCommand',
        field: 'Providers[].ProviderType',
        kind: 'flag',
      },
    ],
  },
});

export const cognitoCustomDomainEdge = defineChannel({
  id: 'cognito-custom-domain-edge',
  title: 'Cognito signs people in at its own regional domain',
  risk: 'A custom domain is a CloudFront distribution: names and passwords are decrypted at an edge location near the person.',
  level: 'path',
  legitimate:
    'For a sign-in page under the name of the product, where the owner of the data protection rules accepts that passwords pass an edge location near the person.',
  remediation: 'Use the prefix domain of the pool, or sign in through the API at home.',
  references: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-add-custom-domain.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpooldomain.html',
  ],

  proactive: {
    rules: [
      {
        types: ['AWS::Cognito::UserPoolDomain'],
        path: 'CustomDomainConfig',
        kind: 'presence',
        reach: 'abroad',
        because: 'which CloudFront serves from its edge locations',
        // Nothing is kept there, and AWS gives no other custom domain.
        severity: 'info',
      },
    ],
    violating: [
      exampleOf('AWS::Cognito::UserPoolDomain', {
        Domain: 'auth.example.com',
        CustomDomainConfig: { CertificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/1234abcd' },
      }),
    ],
    compliant: [
      exampleOf('AWS::Cognito::UserPoolDomain', { UserPoolId: { Ref: 'People' }, Domain: 'us-east-1-people' }, PEOPLE),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key tells a custom domain from a prefix one.',
    denies: [
      {
        actions: ['cognito-idp:CreateUserPoolDomain', 'cognito-idp:UpdateUserPoolDomain'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'cognito-idp.amazonaws.com',
        eventName: 'CreateUserPoolDomain',
        recordedIn: 'source',
        opens: [{ path: 'customDomainConfig.certificateArn', kind: 'presence' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-cognito-identity-provider',
        command: 'DescribeUserPoolDomainCommand',
        field: 'DomainDescription.CloudFrontDistribution',
        kind: 'flag',
      },
    ],
  },
});

function pool(path: string, value: unknown) {
  return exampleOf('AWS::Cognito::UserPool', propertiesAt(path, value), {
    Key: { Type: 'AWS::KMS::Key', Properties: { Description: 'us-east-1' } },
  });
}
