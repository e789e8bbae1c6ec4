import {
  cognitoLogDelivery,
  cognitoSesRegion,
  cognitoSmsRegion,
} from '../../../lib/catalogue/services/cognito-messages';
import { cognitoTriggersAndFederation, cognitoUserPoolReplica } from '../../../lib/catalogue/services/cognito-replicas';
import { describeChannel } from '../../support/describe-channel';

describeChannel(cognitoSmsRegion, [
  {
    name: 'passes a pool that names no region, for it takes its own',
    properties: { SmsConfiguration: { ExternalId: 'x' } },
    violations: [],
  },
  {
    name: 'reports a region that a parameter gives by default',
    properties: { SmsConfiguration: { SnsRegion: { Ref: 'Sms' } } },
    template: { Parameters: { Sms: { Type: 'String', Default: 'eu-west-1' } }, Resources: {} },
    violations: [{ path: 'SmsConfiguration.SnsRegion', value: 'eu-west-1', reach: 'abroad' }],
  },
  {
    name: 'passes the branch of a condition that is false by default',
    properties: {
      SmsConfiguration: { 'Fn::If': ['Far', { SnsRegion: 'us-east-1' }, { SnsRegion: { Ref: 'AWS::Region' } }] },
    },
    template: {
      Parameters: { Far: { Type: 'String', Default: 'no' } },
      Conditions: { Far: { 'Fn::Equals': [{ Ref: 'Far' }, 'yes'] } },
      Resources: {},
    },
    violations: [],
  },
]);

const SOURCE = 'EmailConfiguration.SourceArn';
const from = (SourceArn: unknown) => ({ EmailConfiguration: { EmailSendingAccount: 'DEVELOPER', SourceArn } });

describeChannel(cognitoSesRegion, [
  {
    name: 'passes an identity of the home region, whatever its domain is called',
    properties: from({ 'Fn::Sub': 'arn:aws:ses:${AWS::Region}:${AWS::AccountId}:identity/us-east-1.example.com' }),
    violations: [],
  },
  {
    name: 'reports each region abroad that a parameter can be',
    properties: from({ 'Fn::Sub': 'arn:aws:ses:${Ses}:${AWS::AccountId}:identity/example.com' }),
    template: { Parameters: { Ses: { Type: 'String', AllowedValues: ['us-east-1', 'us-west-2'] } }, Resources: {} },
    violations: [{ path: SOURCE, value: 'arn:aws:ses:us-east-1:111122223333:identity/example.com', reach: 'abroad' }],
  },
  {
    name: 'reports an identity that nothing binds',
    properties: from({ Ref: 'Sender' }),
    template: { Parameters: { Sender: { Type: 'String' } }, Resources: {} },
    violations: [{ path: SOURCE, value: '${Sender}', reach: 'unknown' }],
  },
]);

describeChannel(cognitoLogDelivery, [
  {
    name: 'reports a bucket that nothing here makes, and no log group at home',
    properties: {
      LogConfigurations: [
        { CloudWatchLogsConfiguration: { LogGroupArn: { 'Fn::GetAtt': ['Group', 'Arn'] } } },
        { S3Configuration: { BucketArn: 'arn:aws:s3:::sign-ins' } },
      ],
    },
    template: { Resources: { Group: { Type: 'AWS::Logs::LogGroup' } } },
    type: 'AWS::Cognito::LogDeliveryConfiguration',
    violations: [
      { path: 'LogConfigurations[1].S3Configuration.BucketArn', value: 'arn:aws:s3:::sign-ins', reach: 'unknown' },
    ],
  },
]);

describeChannel(cognitoTriggersAndFederation, [
  {
    name: 'reports the one of several triggers that is abroad',
    properties: {
      LambdaConfig: {
        PreSignUp: { 'Fn::Sub': 'arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:a' },
        CustomEmailSender: { LambdaArn: 'arn:aws:lambda:us-east-1:111122223333:function:b' },
      },
    },
    violations: [
      {
        path: 'LambdaConfig.CustomEmailSender.LambdaArn',
        value: 'arn:aws:lambda:us-east-1:111122223333:function:b',
        reach: 'abroad',
      },
    ],
  },
  {
    name: 'passes a provider outside of AWS, which is the choice of whoever signs in',
    type: 'AWS::Cognito::UserPoolIdentityProvider',
    properties: {
      ProviderDetails: { client_id: 'x', authorize_scopes: 'email', oidc_issuer: 'https://id.example.com' },
    },
    violations: [],
  },
]);

describeChannel(cognitoUserPoolReplica, [
  {
    name: 'passes a replica in a region that is allowed',
    properties: { RegionName: 'eu-north-1' },
    allowed: ['eu-north-1'],
    violations: [],
  },
  {
    name: 'only points the settings of a replica out where a second region is allowed',
    type: 'AWS::Cognito::UserPoolRegionalConfigurationAttachment',
    properties: { UserPoolId: 'eu-north-1_abcdefghi' },
    allowed: ['eu-north-1'],
    violations: [
      {
        path: '',
        value: 'AWS::Cognito::UserPoolRegionalConfigurationAttachment',
        reach: 'unknown',
        severity: 'info',
      },
    ],
  },
]);
