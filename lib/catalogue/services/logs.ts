import { defineChannel } from '../channel';
import { BUCKET_AT_HOME, exampleOf, propertiesAt } from '../examples';

const FAR_STREAM = 'arn:aws:firehose:us-east-1:111122223333:deliverystream/logs';
const NEAR_STREAM = { 'Fn::Sub': 'arn:aws:firehose:${AWS::Region}:${AWS::AccountId}:deliverystream/logs-us-east-1' };

export const logsDestinationSubscription = defineChannel({
  id: 'logs-destination-subscription',
  title: 'CloudWatch Logs streams log events to its home region only',
  risk: 'Every log event that matches is streamed to the stream, function or bucket in the other region.',
  level: 'content',
  legitimate:
    'For log groups of infrastructure whose lines hold no ids, addresses or content, such as those of a build. For others only a metric filter, which leaves with a number.',
  remediation: 'Let the filter and the destination name streams of the home region.',
  references: [
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CrossAccountSubscriptions.html',
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CreateSubscriptionFilterFirehose-Account.html',
  ],

  proactive: {
    rules: [
      // A destination is at home, and what it feeds can be anywhere: it is made for that.
      { types: ['AWS::Logs::Destination'], path: 'TargetArn', kind: 'arn' },
      { types: ['AWS::Logs::SubscriptionFilter'], path: 'DestinationArn', kind: 'arn', passesUnnamed: true },
      {
        types: ['AWS::Logs::AccountPolicy'],
        path: 'PolicyDocument$.DestinationArn',
        kind: 'arn',
        passesUnnamed: true,
        when: { path: 'PolicyType', is: ['SUBSCRIPTION_FILTER_POLICY'] },
      },
    ],
    violating: [
      exampleOf('AWS::Logs::Destination', { DestinationName: 'central', TargetArn: FAR_STREAM }),
      {
        Parameters: { Stream: { Type: 'String' } },
        ...exampleOf('AWS::Logs::Destination', { DestinationName: 'central', TargetArn: { Ref: 'Stream' } }),
      },
      exampleOf('AWS::Logs::SubscriptionFilter', { LogGroupName: 'people', DestinationArn: FAR_STREAM }),
      exampleOf('AWS::Logs::AccountPolicy', {
        PolicyType: 'SUBSCRIPTION_FILTER_POLICY',
        PolicyDocument: `{"DestinationArn":"${FAR_STREAM}","FilterPattern":""}`,
      }),
    ],
    compliant: [
      exampleOf('AWS::Logs::Destination', { DestinationName: 'us-east-1', TargetArn: NEAR_STREAM }),
      exampleOf('AWS::Logs::SubscriptionFilter', { LogGroupName: 'logs-us-east-1', DestinationArn: NEAR_STREAM }),
      {
        Parameters: { Forwarder: { Type: 'String' } },
        ...exampleOf('AWS::Logs::SubscriptionFilter', { DestinationArn: { Ref: 'Forwarder' } }),
      },
      exampleOf('AWS::Logs::AccountPolicy', {
        PolicyType: 'FIELD_INDEX_POLICY',
        PolicyDocument: `{"DestinationArn":"${FAR_STREAM}"}`,
      }),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key holds where log events go. The deny also stops filters that feed a function at home.',
    denies: [
      {
        actions: ['logs:PutAccountPolicy', 'logs:PutDestination', 'logs:PutSubscriptionFilter'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'logs.amazonaws.com',
        eventName: 'PutDestination',
        recordedIn: 'source',
        opens: [{ path: 'targetArn', kind: 'arn' }],
      },
      {
        eventSource: 'logs.amazonaws.com',
        eventName: 'PutSubscriptionFilter',
        recordedIn: 'source',
        opens: [{ path: 'destinationArn', kind: 'arn' }],
      },
      {
        eventSource: 'logs.amazonaws.com',
        eventName: 'PutAccountPolicy',
        recordedIn: 'source',
        opens: [{ path: 'policyType', kind: 'flag', opens: ['subscription_filter_policy'] }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-cloudwatch-logs',
        command: 'DescribeDestinationsCommand',
        field: 'destinations[].targetArn',
        kind: 'arn',
      },
      {
        client: '@aws-sdk/client-cloudwatch-logs',
        command: 'DescribeSubscriptionFiltersCommand',
        field: 'subscriptionFilters[].destinationArn',
        kind: 'arn',
      },
      {
        client: '@aws-sdk/client-cloudwatch-logs',
        command: 'DescribeAccountPoliciesCommand',
        field: 'accountPolicies[].policyDocument',
        kind: 'text',
      },
    ],
  },
});

export const logsVendedDelivery = defineChannel({
  id: 'logs-vended-delivery',
  title: 'Services deliver their logs to their home region only',
  risk: 'Logs of requests, sign-ins or model calls are delivered to the bucket, stream or log group, wherever it is.',
  level: 'content',
  legitimate: 'For one archive of logs per jurisdiction, in an account of its own and in an allowed region.',
  remediation: 'Deliver to a bucket, stream or log group that a stack of the home region makes.',
  references: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html'],

  proactive: {
    rules: [
      // A bucket's ARN has no region, so a bucket that nothing here makes counts.
      {
        types: ['AWS::Logs::DeliveryDestination'],
        path: 'DestinationResourceArn',
        kind: 'arn',
        passesUnnamed: true,
      },
      { types: ['AWS::Logs::Delivery'], path: 'DeliveryDestinationArn', kind: 'arn', passesUnnamed: true },
    ],
    violating: [
      delivery(FAR_STREAM),
      delivery('arn:aws:s3:::logs-of-somebody-else'),
      exampleOf('AWS::Logs::Delivery', {
        DeliveryDestinationArn: 'arn:aws:logs:us-east-1:111122223333:delivery-destination:central',
      }),
    ],
    compliant: [
      delivery({ 'Fn::GetAtt': ['Store', 'Arn'] }),
      delivery(NEAR_STREAM),
      exampleOf(
        'AWS::Logs::Delivery',
        { DeliverySourceName: 'us-east-1', DeliveryDestinationArn: { 'Fn::GetAtt': ['Near', 'Arn'] } },
        { Near: { Type: 'AWS::Logs::DeliveryDestination', Properties: { Name: 'us-east-1' } } },
      ),
    ],
  },
  preventive: {
    strength: 'exact',
    why: 'logs:DeliveryDestinationResourceArn holds the ARN of the destination, and so its region; of a bucket the ARN has none, and is refused unless it is left out of the condition.',
    denies: [
      {
        actions: ['logs:PutDeliveryDestination'],
        authorisedIn: 'source',
        strength: 'exact',
        when: { key: 'logs:DeliveryDestinationResourceArn', names: 'arn' },
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'logs.amazonaws.com',
        eventName: 'PutDeliveryDestination',
        recordedIn: 'source',
        opens: [{ path: 'deliveryDestinationConfiguration.destinationResourceArn', kind: 'arn' }],
      },
      {
        eventSource: 'logs.amazonaws.com',
        eventName: 'CreateDelivery',
        recordedIn: 'source',
        opens: [{ path: 'deliveryDestinationArn', kind: 'arn' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-cloudwatch-logs',
        command: 'DescribeDeliveryDestinationsCommand',
        field: 'deliveryDestinations[].deliveryDestinationConfiguration.destinationResourceArn',
        kind: 'arn',
      },
    ],
  },
});

/** Where a data protection policy sends what it found, from the policy on. */
const FINDINGS_BUCKET = 'Statement[].Operation.Audit.FindingsDestination.S3.Bucket';

export const logsDataProtectionFindings = defineChannel({
  id: 'logs-data-protection-findings',
  title: 'CloudWatch Logs reports protected data to its home region only',
  risk: 'Reports of what kind of data was found in which log group are written to the bucket, wherever it is.',
  level: 'metadata',
  legitimate:
    'For reports alone: they tell that a telephone number was found in a group, and not which. It takes names of log groups that name nobody.',
  remediation: 'Report to a bucket that a stack of the home region makes.',
  references: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/mask-sensitive-log-data.html'],

  proactive: {
    rules: [
      { types: ['AWS::Logs::LogGroup'], path: `DataProtectionPolicy.${FINDINGS_BUCKET}`, kind: 'bucket' },
      {
        types: ['AWS::Logs::AccountPolicy'],
        path: `PolicyDocument$.${FINDINGS_BUCKET}`,
        kind: 'bucket',
        when: { path: 'PolicyType', is: ['DATA_PROTECTION_POLICY'] },
      },
    ],
    violating: [
      exampleOf('AWS::Logs::LogGroup', {
        DataProtectionPolicy: propertiesAt(FINDINGS_BUCKET, 'findings-of-somebody-else'),
      }),
      exampleOf('AWS::Logs::AccountPolicy', {
        PolicyType: 'DATA_PROTECTION_POLICY',
        PolicyDocument: JSON.stringify(propertiesAt(FINDINGS_BUCKET, 'findings-of-somebody-else')),
      }),
    ],
    compliant: [
      exampleOf(
        'AWS::Logs::LogGroup',
        { LogGroupName: 'us-east-1', DataProtectionPolicy: propertiesAt(FINDINGS_BUCKET, { Ref: 'Store' }) },
        BUCKET_AT_HOME,
      ),
      exampleOf(
        'AWS::Logs::AccountPolicy',
        {
          PolicyType: 'DATA_PROTECTION_POLICY',
          PolicyDocument: JSON.stringify(propertiesAt(FINDINGS_BUCKET, 'store-us-east-1')),
        },
        BUCKET_AT_HOME,
      ),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key holds the destination, and the deny stops masking as well. Who may see unmasked events is another action, logs:Unmask.',
    denies: [
      {
        actions: ['logs:PutAccountPolicy', 'logs:PutDataProtectionPolicy'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'logs.amazonaws.com',
        eventName: 'PutDataProtectionPolicy',
        recordedIn: 'source',
        opens: [{ path: 'policyDocument', kind: 'presence' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-cloudwatch-logs',
        command: 'GetDataProtectionPolicyCommand',
        field: 'policyDocument',
        kind: 'text',
      },
    ],
  },
});

function delivery(destination: unknown) {
  return exampleOf(
    'AWS::Logs::DeliveryDestination',
    { Name: 'us-east-1', DestinationResourceArn: destination },
    BUCKET_AT_HOME,
  );
}
