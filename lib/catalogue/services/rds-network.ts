import { defineChannel } from '../channel';
import { exampleOf } from '../examples';

const DATABASES = ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'] as const;

/** Parameters by which an engine offers its changes to whoever connects, in PostgreSQL and MySQL. */
const OFFERS = ['rds.logical_replication', 'binlog_format'] as const;

export const dbNativeReplication = defineChannel({
  id: 'db-native-replication',
  title: 'Databases offer their changes to nobody outside of their network',
  risk: 'The engine itself sends changes to any host that it can reach, or serves them to any that reaches it.',
  level: 'content',
  legitimate:
    'For a consumer at home that needs the changes, such as a search index, by an account of the database that is for replication and for nothing else.',
  remediation:
    'Keep the database out of the internet, and turn off what offers changes unless a consumer at home needs it.',
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.FeatureSupport.LogicalReplication.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html',
  ],

  // What replicates is set up in SQL. That it could be is worth a remark, and no more.
  proactive: {
    rules: [
      {
        types: DATABASES,
        path: 'PubliclyAccessible',
        kind: 'flag',
        opens: ['true'],
        reach: 'unknown',
        because: 'which gives the database an address in the internet',
        severity: 'info',
      },
      {
        types: ['AWS::RDS::DBParameterGroup', 'AWS::RDS::DBClusterParameterGroup'],
        path: 'Parameters{key}',
        kind: 'flag',
        opens: OFFERS,
        reach: 'unknown',
        because: 'by which the engine offers its changes to whoever connects',
        severity: 'info',
      },
    ],
    violating: [
      exampleOf('AWS::RDS::DBInstance', { PubliclyAccessible: true }),
      exampleOf('AWS::RDS::DBClusterParameterGroup', {
        Family: 'aurora-postgresql16',
        Parameters: { 'rds.logical_replication': '1' },
      }),
    ],
    compliant: [
      exampleOf('AWS::RDS::DBInstance', { PubliclyAccessible: false, DBInstanceIdentifier: 'people-us-east-1' }),
      exampleOf('AWS::RDS::DBParameterGroup', { Family: 'postgres16', Parameters: { log_statement: 'ddl' } }),
    ],
  },
  preventive: {
    strength: 'not-at-all',
    why: 'what an engine sends is no call of AWS. What holds are the routes and security groups of its network.',
    denies: [],
  },
  detective: {
    events: [
      {
        eventSource: 'rds.amazonaws.com',
        eventName: 'ModifyDBInstance',
        recordedIn: 'source',
        opens: [{ path: 'publiclyAccessible', kind: 'flag', opens: ['true'] }],
      },
      {
        eventSource: 'rds.amazonaws.com',
        eventName: 'CreateDBInstance',
        recordedIn: 'source',
        opens: [{ path: 'publiclyAccessible', kind: 'flag', opens: ['true'] }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-rds',
        command: 'DescribeDBInstancesCommand',
        field: 'DBInstances[].PubliclyAccessible',
        kind: 'flag',
      },
    ],
  },
});
