import { propertiesAt } from '../../../lib/catalogue/examples';
import { DELIVERIES } from '../../../lib/controls/flows/deliveries';
import { edgesOf } from '../../support/describe-edges';
import { describeFlows } from '../../support/describe-flows';
import { allow, arnOf, BUCKET, fn, QUEUE, ref, resource, role, TABLE } from '../../support/flow-templates';

/** A value at a path of a delivery; what is in a document stands in one. */
function at(path: string, value: unknown): Readonly<Record<string, unknown>> {
  const [outer = '', inner] = path.split('.$.');
  return propertiesAt(outer, inner === undefined ? value : propertiesAt(inner, value));
}

/** Both properties in one map, where they begin in the same. */
function together(one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>) {
  return { ...one, ...other };
}

const ROWS = DELIVERIES.map((delivery) => ({
  ...delivery,
  shown: `${delivery.from ?? 'itself'} to ${delivery.to ?? 'itself'}`,
}));

describe('what a service delivers', () => {
  it.each(ROWS)('is followed by $type from $shown', ({ type, from, to, what, both }) => {
    const properties = together(
      from === undefined ? {} : at(from, ref('Source')),
      to === undefined ? {} : at(to, ref('Target')),
    );
    const edges = edgesOf({
      Source: resource('AWS::Some::Source'),
      Target: resource('AWS::Some::Target'),
      Subject: resource(type, properties),
    });
    const [start, end] = [from === undefined ? 'Subject' : 'Source', to === undefined ? 'Subject' : 'Target'];
    const told = edges.filter((edge) => edge.includes(`(delivery: ${what})`));
    const back = both === true ? [`${end} → ${start} (delivery: ${what})`] : [];
    expect(told).toEqual([`${start} → ${end} (delivery: ${what})`, ...back]);
  });

  it.each(ROWS.filter(({ to, kind = 'arn' }) => to !== undefined && kind === 'arn'))(
    'is followed abroad by $type to $to',
    ({ type, from, to = '', what }) => {
      const properties = together(
        from === undefined ? {} : at(from, ref('Source')),
        at(to, 'arn:aws:sqs:us-east-1:111122223333:abroad'),
      );
      const edges = edgesOf({ Source: resource('AWS::Some::Source'), Subject: resource(type, properties) });
      const start = from === undefined ? 'Subject' : 'Source';
      expect(edges).toContain(`${start} → 'arn:aws:sqs:us-east-1:111122223333:abroad' (delivery: ${what})`);
    },
  );
});

const SUBSCRIBED = (Protocol: string, Endpoint: unknown) => ({
  Queue: QUEUE,
  Topic: resource('AWS::SNS::Topic'),
  Role: role([allow('sqs:ReceiveMessage', arnOf('Queue')), allow('sns:Publish', ref('Topic'))]),
  Reader: fn('Role', { VpcConfig: { SubnetIds: [ref('Subnet')] } }),
  Subnet: resource('AWS::EC2::Subnet', {}),
  Subscription: resource('AWS::SNS::Subscription', { TopicArn: ref('Topic'), Protocol, Endpoint }),
});

const TO_TOPIC = '(grant: sqs:ReceiveMessage) Reader → (grant: sns:Publish) Topic';

describeFlows('a subscription carries what a topic is told: it', [
  ...['http', 'https', 'email', 'email-json', 'sms', 'application'].map((protocol) => ({
    name: `leads outside by ${protocol}`,
    resources: SUBSCRIBED(protocol, 'somebody'),
    says: { Queue: `${TO_TOPIC} → (delivery: subscription by ${protocol}) 'somebody'` },
  })),
  {
    name: 'stays with a function here',
    resources: {
      ...SUBSCRIBED('lambda', arnOf('Called')),
      Called: resource('AWS::Lambda::Function', { VpcConfig: { SubnetIds: [ref('Subnet')] } }),
    },
    says: { Queue: [] },
  },
  {
    name: 'leads to a queue abroad',
    resources: SUBSCRIBED('sqs', 'arn:aws:sqs:us-east-1:111122223333:abroad'),
    says: {
      Queue: `${TO_TOPIC} → (delivery: subscription by sqs) 'arn:aws:sqs:us-east-1:111122223333:abroad'`,
    },
  },
  {
    name: 'trusts a queue at home that is not here',
    resources: SUBSCRIBED('sqs', 'arn:aws:sqs:eu-central-1:111122223333:home'),
    says: { Queue: ['elsewhere'] },
  },
  {
    name: 'is read in the topic itself as well',
    resources: {
      ...SUBSCRIBED('sqs', arnOf('Queue')),
      Topic: resource('AWS::SNS::Topic', {
        Subscription: [
          { Protocol: 'sqs', Endpoint: arnOf('Queue') },
          { Protocol: 'email', Endpoint: 'somebody' },
        ],
      }),
    },
    says: { Queue: `${TO_TOPIC} → (delivery: subscription by email) 'somebody'` },
  },
  {
    name: 'of a protocol that is not known is judged by where it goes',
    resources: SUBSCRIBED(ref('Protocol') as unknown as string, 'arn:aws:sqs:us-east-1:111122223333:abroad'),
    says: { Queue: `${TO_TOPIC} → (delivery: subscription) 'arn:aws:sqs:us-east-1:111122223333:abroad'` },
  },
]);

const OPEN = { Role: role([]), Open: fn() };
const THROUGH_OPEN = 'Open → (network: no VPC) the internet';
const RULED = (EventPattern: unknown, more: Readonly<Record<string, unknown>> = {}) =>
  resource('AWS::Events::Rule', { EventPattern, Targets: [{ Id: 'One', Arn: arnOf('Open') }], ...more });
const TOLD = {
  ...OPEN,
  Bucket: resource('AWS::S3::Bucket', {
    NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
  }),
};
const S3_EVENTS = 'the default event bus of eu-central-1, with events of S3';

describeFlows('a rule carries what its bus is told: it', [
  ...[
    { what: 'no source', source: undefined },
    { what: 'S3', source: ['aws.s3'] },
    { what: 'services of AWS', source: [{ prefix: 'aws.' }] },
    { what: 'all but some sources', source: [{ 'anything-but': ['app'] }] },
    { what: 'S3 and the app', source: ['aws.s3', 'app'] },
    { what: 'what begins in either of two ways', source: [{ prefix: { 'Fn::If': ['Either', 'app', 'aws.'] } }] },
  ].map(({ what, source }) => ({
    name: `hears of objects where it asks for ${what}`,
    resources: { ...TOLD, Rule: RULED({ ...(source && { source }), 'detail-type': ['Object Created'] }) },
    says: { Bucket: `(delivery: notification) ${S3_EVENTS} → (delivery: rule) ${THROUGH_OPEN}` },
  })),
  ...[
    { what: 'another service', rule: RULED({ source: ['aws.ec2'] }) },
    { what: 'the app', rule: RULED({ source: ['app'] }) },
    { what: 'a time', rule: resource('AWS::Events::Rule', { Targets: [{ Id: 'One', Arn: arnOf('Open') }] }) },
    { what: 'what another bus is told', rule: RULED({ source: ['aws.s3'] }, { EventBusName: 'other' }) },
  ].map(({ what, rule }) => ({
    name: `hears of no objects where it asks for ${what}`,
    resources: { ...TOLD, Rule: rule },
    says: { Bucket: [] },
  })),
  {
    name: 'hears of no objects of a bucket that tells nothing',
    resources: {
      ...TOLD,
      Bucket: resource('AWS::S3::Bucket', {
        NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: false } },
      }),
      Rule: RULED({ source: ['aws.s3'] }),
    },
    says: { Bucket: [] },
  },
  {
    name: 'hears of objects where aws-cdk-lib lets the bucket tell of them',
    resources: {
      ...OPEN,
      Bucket: BUCKET,
      Told: resource('Custom::S3BucketNotifications', {
        BucketName: ref('Bucket'),
        NotificationConfiguration: { EventBridgeConfiguration: {} },
      }),
      Rule: RULED({ source: ['aws.s3'] }),
    },
    says: { Bucket: `(delivery: notification) ${S3_EVENTS} → (delivery: rule) ${THROUGH_OPEN}` },
  },
]);

const PUTTING = (Resource: unknown) => ({
  ...OPEN,
  Table: TABLE,
  Subnet: resource('AWS::EC2::Subnet'),
  PutterRole: role([allow('dynamodb:Scan', arnOf('Table')), allow('events:PutEvents', Resource)]),
  Putter: fn('PutterRole', { VpcConfig: { SubnetIds: [ref('Subnet')] } }),
});
const TO_BUS = '(grant: dynamodb:Scan) Putter → (grant: events:PutEvents)';
const DEFAULT_BUS = 'the default event bus of eu-central-1';

describeFlows('a bus passes on what is put there: it', [
  {
    name: 'reaches the rules of a bus that is made here',
    resources: {
      ...PUTTING(arnOf('Bus')),
      Bus: resource('AWS::Events::EventBus', { Name: 'app' }),
      Rule: RULED({ source: ['app'] }, { EventBusName: ref('Bus') }),
    },
    says: { Table: `${TO_BUS} Bus → (delivery: rule) ${THROUGH_OPEN}` },
  },
  {
    name: 'reaches them by the name of the bus',
    resources: {
      ...PUTTING('arn:aws:events:eu-central-1:111122223333:event-bus/app'),
      Bus: resource('AWS::Events::EventBus', { Name: 'app' }),
      Rule: RULED({ source: ['app'] }, { EventBusName: 'app' }),
    },
    says: { Table: `${TO_BUS} Bus → (delivery: rule) ${THROUGH_OPEN}` },
  },
  {
    name: 'reaches the rules of the default bus by its ARN',
    resources: {
      ...PUTTING({ 'Fn::Sub': 'arn:aws:events:${AWS::Region}:${AWS::AccountId}:event-bus/default' }),
      Rule: RULED({ source: ['app'] }, { EventBusName: 'default' }),
    },
    says: { Table: `${TO_BUS} ${DEFAULT_BUS} → (delivery: rule) ${THROUGH_OPEN}` },
  },
  {
    name: 'reaches the rules of the default bus by a wildcard',
    resources: { ...PUTTING('*'), Rule: RULED({ source: ['app'] }) },
    says: { Table: `${TO_BUS} ${DEFAULT_BUS} → (delivery: rule) ${THROUGH_OPEN}` },
  },
  {
    name: 'reaches no rule that asks for events of AWS',
    resources: { ...PUTTING('*'), Rule: RULED({ source: ['aws.s3', { prefix: 'aws.' }] }) },
    says: { Table: ['elsewhere'] },
  },
  ...[
    { what: 'no source', pattern: { 'detail-type': ['Something'] } },
    { what: 'events of AWS and others', pattern: { source: ['aws.s3', 'app'] } },
    { what: 'sources that begin like others', pattern: { source: [{ prefix: 'app' }] } },
    { what: 'a source that is not known', pattern: { source: [ref('Source')] } },
  ].map(({ what, pattern }) => ({
    name: `reaches a rule that asks for ${what}`,
    resources: { ...PUTTING('*'), Rule: RULED(pattern) },
    says: { Table: `${TO_BUS} ${DEFAULT_BUS} → (delivery: rule) ${THROUGH_OPEN}` },
  })),
  {
    name: 'reaches the dead letters of a target',
    resources: {
      ...PUTTING('*'),
      Dead: QUEUE,
      Rule: resource('AWS::Events::Rule', {
        EventPattern: { source: ['app'] },
        Targets: [
          { Id: 'One', Arn: 'arn:aws:sqs:eu-central-1:111122223333:x', DeadLetterConfig: { Arn: arnOf('Dead') } },
        ],
      }),
      DeadRole: role([allow('sqs:ReceiveMessage', arnOf('Dead'))]),
      DeadReader: fn('DeadRole'),
    },
    says: {
      Table: `${TO_BUS} ${DEFAULT_BUS} → (delivery: rule) Dead → (grant: sqs:ReceiveMessage) DeadReader → (network: no VPC) the internet`,
      Dead: '(grant: sqs:ReceiveMessage) DeadReader → (network: no VPC) the internet',
    },
  },
]);

const PLANNED = (selection: Readonly<Record<string, unknown>>) => ({
  Table: TABLE,
  Other: TABLE,
  Vault: resource('AWS::Backup::BackupVault', { BackupVaultName: 'vault' }),
  Plan: resource('AWS::Backup::BackupPlan', {
    BackupPlan: { BackupPlanRule: [{ TargetBackupVault: 'vault' }] },
  }),
  Selection: resource('AWS::Backup::BackupSelection', {
    BackupPlanId: ref('Plan'),
    BackupSelection: selection,
  }),
});

describe('a backup plan copies what is selected', () => {
  const TO_VAULT = ['Plan → Vault (delivery: backup)', 'Vault → Plan (delivery: backup)'];
  const selected = (store: string, doubt = '') => `${store} → Plan (delivery: backup selection${doubt})`;

  it.each([
    { name: 'by its ARN', selection: { Resources: [arnOf('Table')] }, stores: [selected('Table')] },
    {
      name: 'by an asterisk',
      selection: { Resources: ['*'] },
      stores: [selected('Table'), selected('Other'), selected('Vault')],
    },
    {
      name: 'by a pattern of ARNs',
      selection: { Resources: ['arn:aws:dynamodb:*:*:table/*'] },
      stores: [selected('Table'), selected('Other')],
    },
    {
      name: 'by its ARN, where it may lack the tag',
      selection: { Resources: [arnOf('Table')], ListOfTags: [{ ConditionKey: 'a' }] },
      stores: [selected('Table', ', possibly')],
    },
    {
      name: 'by a tag that anything may have',
      selection: { ListOfTags: [{ ConditionKey: 'a' }] },
      stores: ['Table', 'Other', 'Vault'].map((store) => selected(store, ', possibly')),
    },
    {
      name: 'by conditions that anything may meet',
      selection: { Conditions: { StringEquals: [] } },
      stores: ['Table', 'Other', 'Vault'].map((store) => selected(store, ', possibly')),
    },
    { name: 'nothing by nothing', selection: {}, stores: [] },
  ])('$name', ({ selection, stores }) => {
    expect(edgesOf(PLANNED(selection))).toEqual([...stores, ...TO_VAULT]);
  });
});
