import { type DestinationSelector, defineChannel } from '../channel';
import { BUCKET_AT_HOME, exampleOf, mapped, propertiesAt } from '../examples';

const POOLS = ['AWS::Cognito::UserPool', 'AWS::Cognito::UserPoolRegionalConfigurationAttachment'] as const;

export const cognitoSmsRegion = defineChannel({
  id: 'cognito-sms-region',
  title: 'Cognito sends text messages through its home region',
  risk: 'Telephone numbers and codes are handed to SNS or End User Messaging in the other region.',
  level: 'content',
  legitimate:
    'For a home region that has no text messaging of its own, towards the nearest region of the same jurisdiction. The message is in the hands of carriers either way.',
  remediation: 'Leave the region out, or name the home region.',
  references: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-mfa-sms-text-message.html',
    'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SmsConfigurationType.html',
  ],

  proactive: {
    rules: [
      { types: POOLS, path: 'SmsConfiguration.SnsRegion', kind: 'region' },
      { types: POOLS, path: 'SmsConfiguration.EumsSms.Region', kind: 'region' },
    ],
    violating: [pool('SmsConfiguration.SnsRegion', 'us-east-1'), pool('SmsConfiguration.EumsSms.Region', 'us-east-1')],
    compliant: [
      pool('SmsConfiguration.SnsRegion', { Ref: 'AWS::Region' }),
      pool('SmsConfiguration.ExternalId', 'us-east-1'),
      pool('SmsConfiguration.SnsCallerArn', 'arn:aws:iam::111122223333:role/sms-us-east-1'),
    ],
  },
  preventive: {
    strength: 'partly',
    why: 'no condition key holds the region of the pool’s settings. The pool sends under a role of the customer: a limit on the regions in which that may call sns:Publish stops it.',
    denies: [
      {
        actions: ['cognito-idp:CreateUserPool', 'cognito-idp:UpdateUserPool', 'cognito-idp:SetUserPoolMfaConfig'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'cognito-idp.amazonaws.com',
        eventName: 'CreateUserPool',
        recordedIn: 'source',
        opens: [
          { path: 'smsConfiguration.snsRegion', kind: 'region' },
          { path: 'smsConfiguration.eumsSms.region', kind: 'region' },
        ],
      },
      {
        eventSource: 'cognito-idp.amazonaws.com',
        eventName: 'UpdateUserPool',
        recordedIn: 'source',
        opens: [
          { path: 'smsConfiguration.snsRegion', kind: 'region' },
          { path: 'smsConfiguration.eumsSms.region', kind: 'region' },
        ],
      },
      {
        eventSource: 'cognito-idp.amazonaws.com',
        eventName: 'SetUserPoolMfaConfig',
        recordedIn: 'source',
        opens: [{ path: 'smsMfaConfiguration.smsConfiguration.snsRegion', kind: 'region' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-cognito-identity-provider',
        command: 'DescribeUserPoolCommand',
        field: 'UserPool.SmsConfiguration.SnsRegion',
        kind: 'region',
      },
      {
        client: '@aws-sdk/client-cognito-identity-provider',
        command: 'GetUserPoolMfaConfigCommand',
        field: 'SmsMfaConfiguration.SmsConfiguration.SnsRegion',
        kind: 'region',
      },
    ],
  },
});

type Place = Pick<DestinationSelector, 'types' | 'path'>;

/** Where a pool names the identity that it sends mail as. */
const IDENTITIES: readonly [Place, Place] = [
  { types: POOLS, path: 'EmailConfiguration.SourceArn' },
  {
    types: ['AWS::Cognito::UserPoolRiskConfigurationAttachment'],
    path: 'AccountTakeoverRiskConfiguration.NotifyConfiguration.SourceArn',
  },
];

export const cognitoSesRegion = defineChannel({
  id: 'cognito-ses-region',
  title: 'Cognito sends mail as an SES identity of its home region',
  risk: 'Addresses and codes are handed to SES in the region of the identity.',
  level: 'content',
  legitimate:
    'For a home region without SES, through a region of the same jurisdiction, with mails that hold a code and no more than that about the person.',
  remediation: 'Verify the sender in the home region, and name that identity.',
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html'],

  proactive: {
    rules: mapped(IDENTITIES, (place) => ({ ...place, kind: 'arn' }) as const),
    violating: mapped(IDENTITIES, ({ types, path }) =>
      exampleOf(types[0], propertiesAt(path, 'arn:aws:ses:us-east-1:111122223333:identity/example.com')),
    ),
    compliant: [
      pool('EmailConfiguration.SourceArn', {
        'Fn::Sub': 'arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:identity/us-east-1.example.com',
      }),
      pool('EmailConfiguration.From', 'us-east-1@example.com'),
    ],
  },
  preventive: {
    strength: 'partly',
    why: 'no condition key holds the identity. Cognito sends under a service-linked role, which no service control policy binds, so only the calls that set the pool can be refused.',
    denies: [
      {
        actions: ['cognito-idp:CreateUserPool', 'cognito-idp:UpdateUserPool', 'cognito-idp:SetRiskConfiguration'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'cognito-idp.amazonaws.com',
        eventName: 'CreateUserPool',
        recordedIn: 'source',
        opens: [{ path: 'emailConfiguration.sourceArn', kind: 'arn' }],
      },
      {
        eventSource: 'cognito-idp.amazonaws.com',
        eventName: 'UpdateUserPool',
        recordedIn: 'source',
        opens: [{ path: 'emailConfiguration.sourceArn', kind: 'arn' }],
      },
      {
        eventSource: 'cognito-idp.amazonaws.com',
        eventName: 'SetRiskConfiguration',
        recordedIn: 'source',
        opens: [{ path: 'accountTakeoverRiskConfiguration.notifyConfiguration.sourceArn', kind: 'arn' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-cognito-identity-provider',
        command: 'DescribeUserPoolCommand',
        field: 'UserPool.EmailConfiguration.SourceArn',
        kind: 'arn',
      },
      {
        client: '@aws-sdk/client-cognito-identity-provider',
        command: 'DescribeRiskConfigurationCommand',
        field: 'RiskConfiguration.AccountTakeoverRiskConfiguration.NotifyConfiguration.SourceArn',
        kind: 'arn',
      },
    ],
  },
});

export const cognitoAnalyticsPinpoint = defineChannel({
  id: 'cognito-analytics-pinpoint',
  title: 'Cognito reports sign-ins to a Pinpoint project of its home region only',
  risk: 'Endpoints, events and, where shared, attributes of people are sent to the project in the other region.',
  level: 'content',
  legitimate:
    'For a project in a region of the same jurisdiction, with consent to analytics and without `UserDataShared`. Counts of sign-ins need no person in them.',
  remediation: 'Remove the analytics, or name a project of the home region.',
  references: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-pinpoint-integration.html',
  ],

  proactive: {
    rules: [
      {
        types: ['AWS::Cognito::UserPoolClient'],
        path: 'AnalyticsConfiguration.ApplicationArn',
        kind: 'arn',
        passesUnnamed: true,
      },
    ],
    violating: [
      exampleOf('AWS::Cognito::UserPoolClient', {
        AnalyticsConfiguration: { ApplicationArn: 'arn:aws:mobiletargeting:us-east-1:111122223333:apps/abcdef' },
      }),
    ],
    compliant: [
      exampleOf('AWS::Cognito::UserPoolClient', {
        ClientName: 'us-east-1',
        AnalyticsConfiguration: {
          ApplicationArn: { 'Fn::Sub': 'arn:aws:mobiletargeting:${AWS::Region}:${AWS::AccountId}:apps/abcdef' },
        },
      }),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key holds the project.',
    denies: [
      {
        actions: ['cognito-idp:CreateUserPoolClient', 'cognito-idp:UpdateUserPoolClient'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'cognito-idp.amazonaws.com',
        eventName: 'CreateUserPoolClient',
        recordedIn: 'source',
        opens: [{ path: 'analyticsConfiguration.applicationArn', kind: 'arn' }],
      },
      {
        eventSource: 'cognito-idp.amazonaws.com',
        eventName: 'UpdateUserPoolClient',
        recordedIn: 'source',
        opens: [{ path: 'analyticsConfiguration.applicationArn', kind: 'arn' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-cognito-identity-provider',
        command: 'DescribeUserPoolClientCommand',
        field: 'UserPoolClient.AnalyticsConfiguration.ApplicationArn',
        kind: 'arn',
      },
    ],
  },
});

const LOGS = ['AWS::Cognito::LogDeliveryConfiguration'] as const;

export const cognitoLogDelivery = defineChannel({
  id: 'cognito-log-delivery',
  title: 'Cognito delivers its logs to its home region only',
  risk: 'Names, addresses and devices of people who sign in are written where the logs go.',
  level: 'content',
  legitimate:
    'For a security team that reads sign-ins of all regions only if it belongs to the same jurisdiction; others get alarms and counts.',
  remediation: 'Deliver to a log group, stream or bucket of the home region.',
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/exporting-quotas-and-usage.html'],

  proactive: {
    rules: [
      {
        types: LOGS,
        path: 'LogConfigurations[].CloudWatchLogsConfiguration.LogGroupArn',
        kind: 'arn',
        passesUnnamed: true,
      },
      { types: LOGS, path: 'LogConfigurations[].FirehoseConfiguration.StreamArn', kind: 'arn', passesUnnamed: true },
      { types: LOGS, path: 'LogConfigurations[].S3Configuration.BucketArn', kind: 'bucket' },
    ],
    violating: [
      logs({ CloudWatchLogsConfiguration: { LogGroupArn: 'arn:aws:logs:us-east-1:111122223333:log-group:people' } }),
      logs({ FirehoseConfiguration: { StreamArn: 'arn:aws:firehose:us-east-1:111122223333:deliverystream/people' } }),
      logs({ S3Configuration: { BucketArn: 'arn:aws:s3:::logs-of-somebody-else' } }),
    ],
    compliant: [
      logs({ S3Configuration: { BucketArn: { 'Fn::GetAtt': ['Store', 'Arn'] } } }),
      logs({
        CloudWatchLogsConfiguration: {
          LogGroupArn: { 'Fn::Sub': 'arn:aws:logs:${AWS::Region}:${AWS::AccountId}:log-group:people-us-east-1' },
        },
      }),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key holds the destination; nothing else uses the action.',
    denies: [
      { actions: ['cognito-idp:SetLogDeliveryConfiguration'], authorisedIn: 'source', strength: 'whole-action' },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'cognito-idp.amazonaws.com',
        eventName: 'SetLogDeliveryConfiguration',
        recordedIn: 'source',
        opens: [
          { path: 'logConfigurations[].cloudWatchLogsConfiguration.logGroupArn', kind: 'arn' },
          { path: 'logConfigurations[].firehoseConfiguration.streamArn', kind: 'arn' },
          { path: 'logConfigurations[].s3Configuration.bucketArn', kind: 'bucket' },
        ],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-cognito-identity-provider',
        command: 'GetLogDeliveryConfigurationCommand',
        field: 'LogDeliveryConfiguration.LogConfigurations[].S3Configuration.BucketArn',
        kind: 'bucket',
      },
      {
        client: '@aws-sdk/client-cognito-identity-provider',
        command: 'GetLogDeliveryConfigurationCommand',
        field: 'LogDeliveryConfiguration.LogConfigurations[].FirehoseConfiguration.StreamArn',
        kind: 'arn',
      },
    ],
  },
});

function pool(path: string, value: unknown) {
  return exampleOf('AWS::Cognito::UserPool', propertiesAt(path, value));
}

function logs(configuration: Readonly<Record<string, unknown>>) {
  return exampleOf(
    'AWS::Cognito::LogDeliveryConfiguration',
    propertiesAt('LogConfigurations[]', { LogLevel: 'INFO', EventSource: 'userAuthEvents', ...configuration }),
    BUCKET_AT_HOME,
  );
}
