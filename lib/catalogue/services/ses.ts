import { type DestinationSelector, defineChannel, notCovered } from '../channel';
import { BUCKET_AT_HOME, exampleOf, mapped, propertiesAt } from '../examples';

export const sesMultiRegionEndpoint = defineChannel({
  id: 'ses-multi-region-endpoint',
  title: 'SES sends mail through its home region only',
  risk: 'Outgoing mail, with recipients and content, is split between the home region and the secondary one.',
  level: 'content',
  legitimate: 'For newsletters and transactional mail where both regions belong to the jurisdiction of all recipients.',
  remediation: 'Send through the home region, without an endpoint that spans two.',
  references: ['https://docs.aws.amazon.com/ses/latest/dg/global-endpoints.html'],

  proactive: {
    rules: [{ types: ['AWS::SES::MultiRegionEndpoint'], path: 'Details.RouteDetails[].Region', kind: 'region' }],
    violating: [exampleOf('AWS::SES::MultiRegionEndpoint', propertiesAt('Details.RouteDetails[].Region', 'us-east-1'))],
    compliant: [
      exampleOf('AWS::SES::MultiRegionEndpoint', {
        EndpointName: 'us-east-1',
        Details: { RouteDetails: [{ Region: { Ref: 'AWS::Region' } }] },
      }),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the secondary region; nothing else uses the action. ses:ReplicaRegion names the regions to which the signing key of an identity may be copied.',
    denies: [
      { actions: ['ses:CreateMultiRegionEndpoint'], authorisedIn: 'source', strength: 'whole-action' },
      {
        actions: ['ses:ReplicateEmailIdentityDkimSigningKey'],
        authorisedIn: 'source',
        strength: 'exact',
        when: { key: 'ses:ReplicaRegion', names: 'region', holdsSeveral: true },
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'ses.amazonaws.com',
        eventName: 'CreateMultiRegionEndpoint',
        recordedIn: 'source',
        opens: [{ path: 'details.routesDetails[].region', kind: 'region' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-sesv2',
        command: 'ListMultiRegionEndpointsCommand',
        field: 'MultiRegionEndpoints[].Regions[]',
        kind: 'region',
      },
    ],
  },
});

/** The first version of the same service. */
const PINPOINT_EMAIL = ['AWS::PinpointEmail::ConfigurationSetEventDestination'] as const;

/** Where SES hands over events and received mail. */
const ARNS: readonly [Slot, ...Slot[]] = [
  {
    types: ['AWS::SES::ConfigurationSetEventDestination'],
    path: 'EventDestination.KinesisFirehoseDestination.DeliveryStreamARN',
  },
  { types: ['AWS::SES::ConfigurationSetEventDestination'], path: 'EventDestination.SnsDestination.TopicARN' },
  {
    types: ['AWS::SES::ConfigurationSetEventDestination'],
    path: 'EventDestination.EventBridgeDestination.EventBusArn',
  },
  { types: PINPOINT_EMAIL, path: 'EventDestination.KinesisFirehoseDestination.DeliveryStreamArn' },
  { types: PINPOINT_EMAIL, path: 'EventDestination.PinpointDestination.ApplicationArn' },
  { types: PINPOINT_EMAIL, path: 'EventDestination.SnsDestination.TopicArn' },
  { types: ['AWS::SES::ReceiptRule'], path: 'Rule.Actions[].LambdaAction.FunctionArn' },
  { types: ['AWS::SES::ReceiptRule'], path: 'Rule.Actions[].SNSAction.TopicArn' },
  { types: ['AWS::SES::ReceiptRule'], path: 'Rule.Actions[].S3Action.TopicArn' },
  { types: ['AWS::SES::ReceiptRule'], path: 'Rule.Actions[].WorkmailAction.OrganizationArn' },
  { types: ['AWS::SES::MailManagerRuleSet'], path: 'Rules[].Actions[].InvokeLambda.FunctionArn' },
  { types: ['AWS::SES::MailManagerRuleSet'], path: 'Rules[].Actions[].PublishToSns.TopicArn' },
];

type Slot = Pick<DestinationSelector, 'types' | 'path'>;

const BUCKETS: readonly [Slot, Slot] = [
  { types: ['AWS::SES::ReceiptRule'], path: 'Rule.Actions[].S3Action.BucketName' },
  { types: ['AWS::SES::MailManagerRuleSet'], path: 'Rules[].Actions[].WriteToS3.S3Bucket' },
];

export const sesEventDestination = defineChannel({
  id: 'ses-event-destination',
  title: 'SES hands events and received mail to its home region only',
  risk: 'Recipients, opens and clicks, or whole messages, go to the stream, topic, function, bucket or relay, wherever it is.',
  level: 'content',
  legitimate:
    "For counts of bounces and complaints by campaign. Events that name the recipient, and received mail, are handled where these people's data rests.",
  remediation: 'Let destinations and actions name things of the home region.',
  references: [
    'https://docs.aws.amazon.com/ses/latest/dg/event-publishing-add-event-destination.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ses-receiptrule.html',
  ],

  proactive: {
    rules: [
      ...mapped(ARNS, (slot) => ({ ...slot, kind: 'arn', passesUnnamed: true }) as const),
      ...mapped(BUCKETS, (slot) => ({ ...slot, kind: 'bucket' }) as const),
      { types: ['AWS::SES::MailManagerRelay'], path: 'ServerName', kind: 'endpoint' },
    ],
    violating: [
      ...mapped(ARNS, ({ types, path }) =>
        exampleOf(types[0], propertiesAt(path, 'arn:aws:sns:us-east-1:111122223333:mail')),
      ),
      ...mapped(BUCKETS, ({ types, path }) => exampleOf(types[0], propertiesAt(path, 'mail-of-somebody-else'))),
      exampleOf('AWS::SES::MailManagerRelay', { ServerName: 'smtp.example.com', ServerPort: 587 }),
    ],
    compliant: [
      ...mapped(BUCKETS, ({ types, path }) =>
        exampleOf(types[0], propertiesAt(path, { Ref: 'Store' }), BUCKET_AT_HOME),
      ),
      exampleOf(
        'AWS::SES::ConfigurationSetEventDestination',
        propertiesAt('EventDestination.SnsDestination.TopicARN', { Ref: 'Mail' }),
        { Mail: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'mail-us-east-1' } } },
      ),
      exampleOf('AWS::SES::MailManagerRelay', {
        RelayName: 'us-east-1',
        ServerName: { 'Fn::Sub': 'email-smtp.${AWS::Region}.amazonaws.com' },
      }),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key holds the destination.',
    denies: [
      {
        actions: [
          'ses:CreateConfigurationSetEventDestination',
          'ses:CreateReceiptRule',
          'ses:CreateRelay',
          'ses:CreateRuleSet',
          'ses:UpdateConfigurationSetEventDestination',
        ],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'ses.amazonaws.com',
        eventName: 'CreateConfigurationSetEventDestination',
        recordedIn: 'source',
        opens: [
          { path: 'eventDestination.kinesisFirehoseDestination.deliveryStreamArn', kind: 'arn' },
          { path: 'eventDestination.snsDestination.topicArn', kind: 'arn' },
          { path: 'eventDestination.eventBridgeDestination.eventBusArn', kind: 'arn' },
        ],
      },
      {
        eventSource: 'ses.amazonaws.com',
        eventName: 'CreateReceiptRule',
        recordedIn: 'source',
        opens: [
          { path: 'rule.actions[].s3Action.bucketName', kind: 'bucket' },
          { path: 'rule.actions[].lambdaAction.functionArn', kind: 'arn' },
          { path: 'rule.actions[].sNSAction.topicArn', kind: 'arn' },
        ],
      },
      {
        eventSource: 'ses.amazonaws.com',
        eventName: 'CreateRelay',
        recordedIn: 'source',
        opens: [{ path: 'serverName', kind: 'endpoint' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-sesv2',
        command: 'GetConfigurationSetEventDestinationsCommand',
        field: 'EventDestinations[].KinesisFirehoseDestination.DeliveryStreamArn',
        kind: 'arn',
      },
      {
        client: '@aws-sdk/client-ses',
        command: 'DescribeActiveReceiptRuleSetCommand',
        field: 'Rules[].Actions[].S3Action.BucketName',
        kind: 'bucket',
      },
    ],
  },
});

export const sesSendFromOtherRegion = defineChannel({
  id: 'ses-send-from-other-region',
  title: 'Applications send mail and text messages through their home region',
  risk: 'Addresses, numbers and what is written to them are handed to the region for which the client is made.',
  level: 'content',
  legitimate:
    'For a home region that has no SES or no numbers for the country, through a region of the same jurisdiction; and for mail to staff, such as reports of builds.',
  remediation: 'Verify the sender in the home region, and make the client for it.',
  references: ['https://docs.aws.amazon.com/ses/latest/dg/regions.html'],

  proactive: notCovered(
    'the region stands in code or in an environment variable, which application-sdk-cross-region-client reads for every service',
  ),
  preventive: {
    strength: 'region-deny',
    why: 'sending is authorised in the region that is called, so a region deny, or a boundary of the sender’s role, stops the other ones.',
    denies: [
      {
        actions: ['ses:SendEmail', 'ses:SendRawEmail', 'sms-voice:SendTextMessage', 'sns:Publish'],
        authorisedIn: 'destination',
        strength: 'region-deny',
      },
    ],
  },
  detective: notCovered(
    'sending is data: CloudTrail records it only where data events are on, and in the other region',
  ),
  audit: {
    calls: [{ client: '@aws-sdk/client-sesv2', command: 'GetAccountCommand', field: 'SendingEnabled', kind: 'flag' }],
  },
});
