import { defineChannel, type Example, notCovered } from '../channel';

export const dynamodbGlobalTable = defineChannel({
  id: 'dynamodb-global-table',
  title: 'DynamoDB tables have replicas and witnesses in their home region only',
  risk: 'Every item is copied to the replica region and can be read there. A witness region holds the log of changes.',
  level: 'content',
  legitimate:
    'For a table of feature flags, currencies or translations, or with replicas in regions of the same jurisdiction. A table that says where each person lives is not one of these, with hashes in it neither.',
  remediation: 'Remove the replica, and give the people of the other region a table of their own.',
  references: [
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GlobalTables.html',
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/globaltables-security.html',
    'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ReplicationGroupUpdate.html',
  ],

  proactive: {
    rules: [
      { types: ['AWS::DynamoDB::GlobalTable'], path: 'Replicas[].Region', kind: 'region' },
      { types: ['AWS::DynamoDB::GlobalTable'], path: 'GlobalTableWitnesses[].Region', kind: 'region' },
      // What `replicationRegions` of aws-cdk-lib's dynamodb.Table becomes.
      { types: ['Custom::DynamoDBReplica'], path: 'Region', kind: 'region' },
    ],
    violating: [
      tableIn({ Replicas: [{ Region: 'eu-central-1' }, { Region: 'ap-southeast-1' }] }),
      tableIn({
        Replicas: [{ Region: { Ref: 'AWS::Region' } }],
        GlobalTableWitnesses: [{ Region: 'us-east-1' }],
        MultiRegionConsistency: 'STRONG',
      }),
      { Resources: { Replica: replicaResource('us-west-2') } },
      {
        Parameters: { ReplicaRegion: { Type: 'String' } },
        Resources: { Replica: replicaResource({ Ref: 'ReplicaRegion' }) },
      },
    ],
    compliant: [
      { Resources: { People: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'people-us-east-1' } } } },
      tableIn({ Replicas: [{ Region: 'eu-central-1' }] }),
      // aws-cdk-lib's TableV2 always renders its own region as the one replica.
      tableIn({ Replicas: [{ Region: { Ref: 'AWS::Region' } }] }),
      { Resources: { Replica: replicaResource({ Ref: 'AWS::Region' }) } },
    ],
  },
  preventive: {
    strength: 'region-deny',
    why: 'creating a replica is authorised in the replica region too, so a region deny stops it there. Where both regions are allowed, as in one account for two cells, only a deny of the whole action does. Replication itself runs under a service-linked role, which no service control policy binds.',
    denies: [
      {
        actions: ['dynamodb:CreateTableReplica', 'dynamodb:CreateGlobalTableWitness'],
        authorisedIn: 'both',
        strength: 'region-deny',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'dynamodb.amazonaws.com',
        eventName: 'UpdateTable',
        recordedIn: 'both',
        opens: [
          { path: 'replicaUpdates[].create.regionName', kind: 'region' },
          { path: 'globalTableWitnessUpdates[].create.regionName', kind: 'region' },
        ],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-dynamodb',
        command: 'DescribeTableCommand',
        field: 'Table.Replicas[].RegionName',
        kind: 'region',
      },
      {
        client: '@aws-sdk/client-dynamodb',
        command: 'DescribeTableCommand',
        field: 'Table.GlobalTableWitnesses[].RegionName',
        kind: 'region',
      },
    ],
  },
});

export const dynamodbGlobalTableV1 = defineChannel({
  id: 'dynamodb-global-table-v1',
  title: 'DynamoDB tables join no global table of version 2017.11.29',
  risk: 'Tables of one name in several regions are joined, and from then on every item is copied to each of them.',
  level: 'content',
  legitimate:
    'For nothing that is new, as AWS recommends the later version. An old one may stay where its items are settings and catalogues.',
  remediation: 'Remove the region from the replication group, and keep the tables apart.',
  references: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/globaltables.V1.html'],

  proactive: notCovered('CloudFormation has no resource for this version; it is made by API calls only'),
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the regions of the group. Nothing else uses these actions, so the deny costs nothing.',
    denies: [
      {
        actions: ['dynamodb:CreateGlobalTable', 'dynamodb:UpdateGlobalTable'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'dynamodb.amazonaws.com',
        eventName: 'CreateGlobalTable',
        recordedIn: 'source',
        opens: [{ path: 'replicationGroup[].regionName', kind: 'region' }],
      },
      {
        eventSource: 'dynamodb.amazonaws.com',
        eventName: 'UpdateGlobalTable',
        recordedIn: 'source',
        opens: [{ path: 'replicaUpdates[].create.regionName', kind: 'region' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-dynamodb',
        command: 'ListGlobalTablesCommand',
        field: 'GlobalTables[].ReplicationGroup[].RegionName',
        kind: 'region',
      },
    ],
  },
});

export const dynamodbMultiAccountGlobalTable = defineChannel({
  id: 'dynamodb-multi-account-global-table',
  title: 'DynamoDB tables are replicas of tables in their home region only',
  risk: 'The table becomes a replica of one in another account: items of either are copied to the other.',
  level: 'content',
  legitimate:
    'For a platform team that keeps reference data in its own account and lets others have a replica. With personal data, both accounts and regions belong to the same jurisdiction.',
  remediation: 'Remove the source, and make the table one of its own.',
  references: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/globaltables_MultiAccount.html'],

  proactive: {
    rules: [{ types: ['AWS::DynamoDB::GlobalTable'], path: 'GlobalTableSourceArn', kind: 'arn' }],
    violating: [
      tableIn({ GlobalTableSourceArn: 'arn:aws:dynamodb:us-east-1:444455556666:table/people' }),
      tableIn({ GlobalTableSourceArn: { 'Fn::ImportValue': 'table-of-somebody-else' } }),
    ],
    compliant: [
      tableIn({ GlobalTableSourceArn: { 'Fn::Sub': 'arn:aws:dynamodb:${AWS::Region}:444455556666:table/people' } }),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the source. The owner of the source consents by a resource policy, which a deny of PutResourcePolicy guards, at the price of every other use of such policies.',
    denies: [
      {
        actions: ['dynamodb:AssociateTableReplica', 'dynamodb:PutResourcePolicy'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'dynamodb.amazonaws.com',
        eventName: 'CreateTable',
        recordedIn: 'source',
        opens: [{ path: 'globalTableSourceArn', kind: 'arn' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-dynamodb',
        command: 'DescribeTableCommand',
        field: 'Table.Replicas[].ReplicaArn',
        kind: 'arn',
      },
    ],
  },
});

function tableIn(properties: Readonly<Record<string, unknown>>): Example {
  return { Resources: { People: { Type: 'AWS::DynamoDB::GlobalTable', Properties: properties } } };
}

function replicaResource(region: unknown) {
  return { Type: 'Custom::DynamoDBReplica', Properties: { TableName: 'people', Region: region } };
}
