import { CHANNELS } from '../../../lib/catalogue/catalogue';
import { EVENT_PATTERN_LIMIT, eventPatterns } from '../../../lib/controls/detective/event-patterns';
import { type Alert, sentinel } from '../../../lib/controls/detective/sentinel';

const HOME = 'eu-central-1';

/** An event as EventBridge hands it over, with all that must not be repeated. */
function recorded(eventSource: string, eventName: string, requestParameters: unknown, more: object = {}): object {
  return {
    version: '0',
    'detail-type': 'AWS API Call via CloudTrail',
    source: `aws.${eventSource.split('.')[0]}`,
    account: '111111111111',
    region: HOME,
    detail: {
      eventVersion: '1.11',
      userIdentity: { type: 'IAMUser', userName: 'mallory', arn: 'arn:aws:iam::111111111111:user/mallory' },
      sourceIPAddress: '203.0.113.7',
      userAgent: 'aws-cli/2',
      awsRegion: HOME,
      eventID: '11111111-2222-3333-4444-555555555555',
      eventSource,
      eventName,
      requestParameters,
      ...more,
    },
  };
}

function alertsOf(event: unknown, home = HOME): Alert[] {
  const alerts: Alert[] = [];
  sentinel(home, CHANNELS, { raise: (alert) => alerts.push(alert) })(event);
  return alerts;
}

const alert = (channel: string, eventName: string, more: Partial<Alert>): Alert => ({
  channel,
  eventName,
  eventId: '11111111-2222-3333-4444-555555555555',
  refused: false,
  reach: 'abroad',
  ...more,
});

const s3 = (rules: unknown) =>
  recorded('s3.amazonaws.com', 'PutBucketReplication', {
    bucketName: 'media',
    ReplicationConfiguration: { Rule: rules },
  });
const kms = (eventName: string, parameters: object, more?: object) =>
  recorded('kms.amazonaws.com', eventName, parameters, more);
const dynamodb = (eventName: string, parameters: object) => recorded('dynamodb.amazonaws.com', eventName, parameters);

describe('the sentinel', () => {
  const cases: { name: string; event: object; alerts: Alert[] }[] = [
    {
      name: 'reports replication to a bucket, whose region nobody can see',
      event: s3([{ Status: 'Enabled', Destination: { Bucket: 'arn:aws:s3:::elsewhere' } }]),
      alerts: [alert('s3-bucket-replication', 'PutBucketReplication', { reach: 'unknown' })],
    },
    {
      name: 'reports replication that CloudTrail recorded as one object',
      event: s3({ Status: 'Enabled', Destination: { Bucket: 'arn:aws:s3:::elsewhere' } }),
      alerts: [alert('s3-bucket-replication', 'PutBucketReplication', { reach: 'unknown' })],
    },
    {
      name: "reports replication abroad by the region of the replica's key",
      event: s3([
        {
          Destination: {
            Bucket: 'arn:aws:s3:::elsewhere',
            EncryptionConfiguration: { ReplicaKmsKeyID: 'arn:aws:kms:us-east-1:111111111111:key/1' },
          },
        },
      ]),
      alerts: [alert('s3-bucket-replication', 'PutBucketReplication', { destination: 'us-east-1' })],
    },
    { name: 'passes a key of one region', event: kms('CreateKey', { multiRegion: false }), alerts: [] },
    { name: 'passes a key that does not say', event: kms('CreateKey', {}), alerts: [] },
    {
      name: 'reports a key of many regions',
      event: kms('CreateKey', { multiRegion: true }),
      alerts: [alert('kms-multi-region-key', 'CreateKey', {})],
    },
    {
      name: 'reports the replica of a key',
      event: kms('ReplicateKey', { keyId: 'mrk-1', replicaRegion: 'ap-southeast-1' }),
      alerts: [alert('kms-multi-region-key', 'ReplicateKey', { destination: 'ap-southeast-1' })],
    },
    {
      name: 'reports a replica of a key in a region that is not known',
      event: kms('ReplicateKey', { keyId: 'mrk-1', replicaRegion: 'moon-west-1' }),
      alerts: [alert('kms-multi-region-key', 'ReplicateKey', { reach: 'unknown' })],
    },
    {
      name: 'reports an attempt that AWS refused as refused',
      event: kms('ReplicateKey', { keyId: 'mrk-1', replicaRegion: 'us-east-1' }, { errorCode: 'AccessDenied' }),
      alerts: [alert('kms-multi-region-key', 'ReplicateKey', { destination: 'us-east-1', refused: true })],
    },
    {
      name: 'reports the replica of a table',
      event: dynamodb('UpdateTable', {
        tableName: 'people',
        replicaUpdates: [{ create: { regionName: 'us-west-2' } }],
      }),
      alerts: [alert('dynamodb-global-table', 'UpdateTable', { destination: 'us-west-2' })],
    },
    {
      name: 'passes another change of a table',
      event: dynamodb('UpdateTable', { tableName: 'people', billingMode: 'PAY_PER_REQUEST' }),
      alerts: [],
    },
    {
      name: 'reports what opens a channel by being there, and names no place',
      event: recorded('ec2.amazonaws.com', 'AttachInternetGateway', { internetGatewayId: 'igw-1', vpcId: 'vpc-1' }),
      alerts: [alert('vpc-internet-egress', 'AttachInternetGateway', { reach: 'unknown' })],
    },
    {
      name: 'reads a request that CloudTrail puts under its own name',
      event: recorded('ec2.amazonaws.com', 'CreateVpcEndpoint', {
        CreateVpcEndpointRequest: { VpcId: 'vpc-1', ServiceRegion: 'us-east-1' },
      }),
      alerts: [alert('vpc-privatelink-cross-region', 'CreateVpcEndpoint', { destination: 'us-east-1' })],
    },
    {
      name: 'reports the one key of a map that is a region abroad',
      event: recorded('ssm-incidents.amazonaws.com', 'CreateReplicationSet', {
        regions: { 'eu-central-1': {}, 'eu-west-1': {} },
      }),
      alerts: [alert('ssm-incidents-replication-set', 'CreateReplicationSet', { destination: 'eu-west-1' })],
    },
    {
      name: 'passes a model by its own id',
      event: recorded('bedrock.amazonaws.com', 'CreateAgent', { foundationModel: 'amazon.nova-pro-v1:0' }),
      alerts: [],
    },
    {
      name: 'reports the inference profile of a geography, whose region nobody chooses',
      event: recorded('bedrock.amazonaws.com', 'CreateAgent', { foundationModel: 'us.amazon.nova-pro-v1:0' }),
      alerts: [alert('bedrock-cross-region-inference', 'CreateAgent', { reach: 'unknown' })],
    },
    {
      name: 'reports a call that is recorded with the version of its API',
      event: recorded('lambda.amazonaws.com', 'AddPermission20150331v2', { principal: '*' }),
      alerts: [alert('lambda-public-or-cross-account', 'AddPermission', { reach: 'abroad' })],
    },
    {
      name: 'passes what is no ARN, where an ARN would lead abroad',
      event: recorded('pipes.amazonaws.com', 'CreatePipe', { source: 'smk://b-1.example.com:9092', target: 'local' }),
      alerts: [],
    },
    {
      name: 'passes a call that opens no channel',
      event: recorded('s3.amazonaws.com', 'PutObject', { key: 'a' }),
      alerts: [],
    },
    {
      name: 'passes the name of a call under another service',
      event: recorded('sns.amazonaws.com', 'ReplicateKey', { replicaRegion: 'us-east-1' }),
      alerts: [],
    },
    { name: 'passes a call without parameters', event: recorded('kms.amazonaws.com', 'CreateKey', null), alerts: [] },
  ];
  it.each(cases)('$name', ({ event, alerts }) => {
    expect(alertsOf(event)).toEqual(alerts);
  });

  it('says nothing of who called, from where, or with what', () => {
    const said = JSON.stringify(alertsOf(s3([{ Destination: { Bucket: 'arn:aws:s3:::elsewhere' } }])));
    expect(
      ['mallory', '203.0.113.7', 'aws-cli', 'media', 'elsewhere', '111111111111'].filter((secret) =>
        said.includes(secret),
      ),
    ).toEqual([]);
  });

  it.each([undefined, null, 'text', {}, { detail: {} }, { detail: { eventSource: 's3.amazonaws.com', eventName: 1 } }])(
    'does not pass over what is no recorded call: %j',
    (event) => {
      expect(() => alertsOf(event)).toThrow('the event is no call that CloudTrail recorded');
    },
  );
});

describe('the patterns of events', () => {
  it('hear every call by which a channel of the catalogue is opened', () => {
    const heard = (event: { detail: { eventSource: string; eventName: string } }) =>
      eventPatterns().some(
        ({ detail }) =>
          detail.eventSource.includes(event.detail.eventSource) &&
          detail.eventName.some((name) =>
            typeof name === 'string' ? name === event.detail.eventName : event.detail.eventName.startsWith(name.prefix),
          ),
      );
    const calls = CHANNELS.flatMap(({ detective }) => ('notCovered' in detective ? [] : detective.events));
    expect(calls.filter(({ eventSource, eventName }) => !heard({ detail: { eventSource, eventName } }))).toEqual([]);
  });

  it('are split where EventBridge would take no more', () => {
    const [first] = CHANNELS;
    if (first === undefined) throw new Error('the catalogue is empty');
    const many = Array.from({ length: 200 }, (_, index) => ({
      ...first,
      detective: {
        events: [
          {
            eventSource: `service${index}.amazonaws.com` as const,
            eventName: `CreateSomethingWithALongName${index}`,
            recordedIn: 'source',
            opens: [{ path: 'region', kind: 'region' }],
          },
        ],
      },
    })) as unknown as typeof CHANNELS;
    const patterns = eventPatterns(many);
    expect(patterns.filter((pattern) => JSON.stringify(pattern).length > EVENT_PATTERN_LIMIT)).toEqual([]);
    expect(patterns.length).toBeGreaterThan(1);
    expect(patterns.flatMap(({ detail }) => detail.eventSource)).toHaveLength(200);
  });
});
