import { defineChannel, type Example, type Rule } from '../channel';
import { BUCKET_AT_HOME, exampleOf, mapped, propertiesAt } from '../examples';

const ENDPOINT = 'AWS::DMS::Endpoint';

/** Hosts of endpoints: written to where the endpoint is a target, read from where it is a source. */
const HOSTS: readonly [string, ...string[]] = [
  'ServerName',
  'MongoDbSettings.ServerName',
  'RedisSettings.ServerName',
  'MicrosoftSqlServerSettings.ServerName',
  'KafkaSettings.Broker',
  'ElasticsearchSettings.EndpointUri',
];

const BUCKETS: readonly [string, ...string[]] = [
  'S3Settings.BucketName',
  'RedshiftSettings.BucketName',
  'NeptuneSettings.S3BucketName',
];

export const dmsEndpoints = defineChannel({
  id: 'dms-endpoints',
  title: 'Databases are migrated within their home region only',
  risk: 'Every table of the source, and each change from then on, is written to the target, wherever that is.',
  level: 'content',
  legitimate:
    'For a migration from one home to another of the same jurisdiction, which ends, or for tables that its mappings choose because nothing in them is about a person.',
  remediation: 'Name a target of the home region.',
  references: [
    'https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Endpoints.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dms-endpoint.html',
  ],

  proactive: {
    rules: [
      ...mapped(
        HOSTS,
        (path): Rule => ({
          types: [ENDPOINT],
          path,
          kind: 'endpoint',
          unless: { path: 'EndpointType', is: ['source'] },
        }),
      ),
      // Where data comes from is mostly a server that only a network knows: it counts where it says that it is abroad.
      ...mapped(
        HOSTS,
        (path): Rule => ({
          types: [ENDPOINT],
          path,
          kind: 'endpoint',
          onlyAbroad: true,
          when: { path: 'EndpointType', is: ['source'] },
        }),
      ),
      ...mapped(BUCKETS, (path): Rule => ({ types: [ENDPOINT], path, kind: 'bucket' })),
      { types: [ENDPOINT], path: 'KinesisSettings.StreamArn', kind: 'arn' },
      { types: ['AWS::DMS::DataProvider'], path: 'Settings.**.ServerName', kind: 'endpoint', onlyAbroad: true },
      {
        types: ['AWS::DMS::ReplicationConfig', 'AWS::DMS::ReplicationTask'],
        path: 'TargetEndpointArn',
        kind: 'arn',
        passesUnnamed: true,
      },
      {
        types: ['AWS::DMS::ReplicationConfig', 'AWS::DMS::ReplicationTask'],
        path: 'SourceEndpointArn',
        kind: 'arn',
        passesUnnamed: true,
      },
      {
        types: ['AWS::DMS::ReplicationInstance'],
        path: 'PubliclyAccessible',
        kind: 'flag',
        closes: ['false'],
        opensWhenAbsent: true,
        reach: 'unknown',
        because: 'which gives the instance an address in the internet',
        severity: 'info',
      },
    ],
    violating: [
      ...mapped(HOSTS, (path): Example => endpointWith('target', path, 'people.example.com')),
      ...mapped(HOSTS, (path): Example => endpointWith('source', path, 'people.abc123.us-east-1.rds.amazonaws.com')),
      ...mapped(BUCKETS, (path): Example => endpointWith('target', path, 'people-us-east-1')),
      endpointWith('target', 'KinesisSettings.StreamArn', 'arn:aws:kinesis:us-east-1:111122223333:stream/people'),
      exampleOf('AWS::DMS::DataProvider', {
        Engine: 'postgres',
        Settings: { PostgreSqlSettings: { ServerName: 'people.abc123.us-east-1.rds.amazonaws.com' } },
      }),
      exampleOf('AWS::DMS::ReplicationTask', {
        SourceEndpointArn: 'arn:aws:dms:eu-central-1:111122223333:endpoint:source',
        TargetEndpointArn: 'arn:aws:dms:us-east-1:111122223333:endpoint:target',
      }),
      exampleOf('AWS::DMS::ReplicationConfig', {
        SourceEndpointArn: 'arn:aws:dms:us-east-1:111122223333:endpoint:source',
        TargetEndpointArn: 'arn:aws:dms:eu-central-1:111122223333:endpoint:target',
      }),
      exampleOf('AWS::DMS::ReplicationInstance', { ReplicationInstanceClass: 'dms.t3.medium' }),
    ],
    compliant: [
      endpointWith('target', 'ServerName', { 'Fn::GetAtt': ['People', 'Endpoint.Address'] }),
      endpointWith('source', 'ServerName', 'legacy.example.com'),
      endpointWith('target', 'S3Settings.BucketName', { Ref: 'Store' }),
      endpointWith('target', 'KinesisSettings.StreamArn', {
        'Fn::Sub': 'arn:aws:kinesis:${AWS::Region}:${AWS::AccountId}:stream/people-us-east-1',
      }),
      exampleOf('AWS::DMS::ReplicationInstance', {
        ReplicationInstanceClass: 'dms.t3.medium',
        PubliclyAccessible: false,
      }),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the host or bucket of an endpoint. Who migrates nothing loses nothing by the deny; where somebody does, routes and roles decide what an instance can reach.',
    denies: [
      {
        actions: ['dms:CreateEndpoint', 'dms:ModifyEndpoint', 'dms:CreateReplicationTask', 'dms:StartReplication'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'dms.amazonaws.com',
        eventName: 'CreateEndpoint',
        recordedIn: 'source',
        opens: [
          { path: 'serverName', kind: 'endpoint' },
          { path: 's3Settings.bucketName', kind: 'bucket' },
          { path: 'kinesisSettings.streamArn', kind: 'arn' },
          { path: 'kafkaSettings.broker', kind: 'endpoint' },
          { path: 'elasticsearchSettings.endpointUri', kind: 'endpoint' },
        ],
      },
      {
        eventSource: 'dms.amazonaws.com',
        eventName: 'CreateReplicationTask',
        recordedIn: 'source',
        opens: [{ path: 'targetEndpointArn', kind: 'arn' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-database-migration-service',
        command: 'DescribeEndpointsCommand',
        field: 'Endpoints[].ServerName',
        kind: 'endpoint',
      },
      {
        client: '@aws-sdk/client-database-migration-service',
        command: 'DescribeReplicationInstancesCommand',
        field: 'ReplicationInstances[].PubliclyAccessible',
        kind: 'flag',
      },
    ],
  },
});

function endpointWith(endpointType: 'source' | 'target', path: string, value: unknown) {
  return exampleOf(
    ENDPOINT,
    { EndpointIdentifier: 'people-us-east-1', EndpointType: endpointType, ...propertiesAt(path, value) },
    { ...BUCKET_AT_HOME, People: { Type: 'AWS::RDS::DBInstance', Properties: {} } },
  );
}
