import { dynamodbGlobalTable, dynamodbMultiAccountGlobalTable } from '../../../lib/catalogue/services/dynamodb';
import { describeChannel } from '../../support/describe-channel';

const HOME = { Region: { Ref: 'AWS::Region' } };

describeChannel(dynamodbGlobalTable, [
  { name: 'passes a table that declares no replicas', properties: {}, violations: [] },
  { name: 'passes the one replica that TableV2 always renders', properties: { Replicas: [HOME] }, violations: [] },
  {
    name: 'passes a replica in a region that is allowed',
    properties: { Replicas: [HOME, { Region: 'eu-north-1' }] },
    allowed: ['eu-north-1'],
    violations: [],
  },
  {
    name: 'reports each replica abroad',
    properties: { Replicas: [{ Region: 'us-east-1' }, HOME, { Region: 'ap-southeast-1' }] },
    violations: [
      { path: 'Replicas[0].Region', value: 'us-east-1', reach: 'abroad' },
      { path: 'Replicas[2].Region', value: 'ap-southeast-1', reach: 'abroad' },
    ],
  },
  {
    name: 'reports a region that only CloudFormation will know',
    properties: { Replicas: [HOME, { Region: { Ref: 'Replica' } }] },
    template: { Parameters: { Replica: { Type: 'String' } }, Resources: {} },
    violations: [{ path: 'Replicas[1].Region', value: '${Replica}', reach: 'unknown' }],
  },
  {
    name: 'reports a region of which allowed values are abroad',
    properties: { Replicas: [HOME, { Region: { Ref: 'Replica' } }] },
    template: {
      Parameters: { Replica: { Type: 'String', AllowedValues: ['eu-central-1', 'us-east-1'] } },
      Resources: {},
    },
    violations: [{ path: 'Replicas[1].Region', value: 'us-east-1', reach: 'abroad' }],
  },
  {
    name: 'passes a region of which all allowed values are allowed',
    properties: { Replicas: [HOME, { Region: { Ref: 'Replica' } }] },
    template: {
      Parameters: { Replica: { Type: 'String', AllowedValues: ['eu-central-1', 'eu-north-1'] } },
      Resources: {},
    },
    allowed: ['eu-north-1'],
    violations: [],
  },
  {
    name: 'reports a region that can be none that is allowed',
    properties: { Replicas: [{ Region: { 'Fn::Sub': 'us-${Side}-1' } }] },
    template: { Parameters: { Side: { Type: 'String' } }, Resources: {} },
    violations: [{ path: 'Replicas[0].Region', value: 'us-${Side}-1', reach: 'abroad' }],
  },
  {
    name: 'reports a region that can be one that is allowed',
    properties: { Replicas: [{ Region: { 'Fn::Sub': 'eu-${Side}-1' } }] },
    template: { Parameters: { Side: { Type: 'String' } }, Resources: {} },
    violations: [{ path: 'Replicas[0].Region', value: 'eu-${Side}-1', reach: 'unknown' }],
  },
  {
    name: 'reports a region that the table of regions does not know yet',
    properties: { Replicas: [{ Region: 'eu-east-9' }] },
    violations: [{ path: 'Replicas[0].Region', value: 'eu-east-9', reach: 'abroad' }],
  },
  {
    name: 'reports a replica in a list that a condition chooses',
    properties: { Replicas: { 'Fn::If': ['Global', [HOME, { Region: 'us-east-1' }], [HOME]] } },
    template: {
      Parameters: { Stage: { Type: 'String' } },
      Conditions: { Global: { 'Fn::Equals': [{ Ref: 'Stage' }, 'live'] } },
      Resources: {},
    },
    violations: [{ path: 'Replicas[1].Region', value: 'us-east-1', reach: 'abroad' }],
  },
  {
    name: 'passes a replica that a condition never makes',
    properties: { Replicas: [HOME, { 'Fn::If': ['Global', { Region: 'us-east-1' }, { Ref: 'AWS::NoValue' }] }] },
    template: {
      Parameters: { Stage: { Type: 'String', Default: 'test' } },
      Conditions: { Global: { 'Fn::Equals': [{ Ref: 'Stage' }, 'live'] } },
      Resources: {},
    },
    violations: [],
  },
  {
    name: 'passes a table that is never made',
    template: {
      Conditions: { InVirginia: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'us-east-1'] } },
      Resources: {
        People: {
          Type: 'AWS::DynamoDB::GlobalTable',
          Condition: 'InVirginia',
          Properties: { Replicas: [{ Region: 'us-east-1' }] },
        },
      },
    },
    violations: [],
  },
  {
    name: 'knows what the condition of the table gives',
    template: {
      Parameters: { Stage: { Type: 'String', AllowedValues: ['live', 'test'] } },
      Conditions: { Live: { 'Fn::Equals': [{ Ref: 'Stage' }, 'live'] } },
      Mappings: { Copy: { live: { region: 'eu-central-1' }, test: { region: 'us-east-1' } } },
      Resources: {
        People: {
          Type: 'AWS::DynamoDB::GlobalTable',
          Condition: 'Live',
          Properties: { Replicas: [{ Region: { 'Fn::FindInMap': ['Copy', { Ref: 'Stage' }, 'region'] } }] },
        },
      },
    },
    violations: [],
  },
  {
    name: 'reports a list of replicas that only the deployment gives',
    properties: { Replicas: { Ref: 'Replicas' } },
    template: { Parameters: { Replicas: { Type: 'CommaDelimitedList' } }, Resources: {} },
    violations: [{ path: 'Replicas', value: '${Replicas}', reach: 'unknown' }],
  },
  {
    name: 'reports what is no region at all',
    properties: { Replicas: [{ Region: 'abroad' }, { Region: { Name: 'us-east-1' } }] },
    violations: [
      { path: 'Replicas[0].Region', value: 'abroad', reach: 'unknown' },
      { path: 'Replicas[1].Region', value: '${…}', reach: 'unknown' },
    ],
  },
  {
    name: 'reports a witness abroad',
    properties: { Replicas: [HOME], GlobalTableWitnesses: [{ Region: 'us-east-2' }] },
    violations: [{ path: 'GlobalTableWitnesses[0].Region', value: 'us-east-2', reach: 'abroad' }],
  },
  {
    name: "reports what aws-cdk-lib's replicationRegions becomes",
    type: 'Custom::DynamoDBReplica',
    properties: { TableName: 'people', Region: 'us-west-2' },
    violations: [{ path: 'Region', value: 'us-west-2', reach: 'abroad' }],
  },
]);

describeChannel(dynamodbMultiAccountGlobalTable, [
  { name: 'passes a table without a source', properties: { Replicas: [HOME] }, violations: [] },
  {
    name: 'passes a source at home',
    properties: { GlobalTableSourceArn: 'arn:aws:dynamodb:eu-central-1:444455556666:table/people' },
    violations: [],
  },
  {
    name: 'reports a source abroad whose account nobody knows',
    properties: { GlobalTableSourceArn: { 'Fn::Sub': 'arn:aws:dynamodb:ap-southeast-1:${Owner}:table/people' } },
    template: { Parameters: { Owner: { Type: 'String' } }, Resources: {} },
    violations: [
      { path: 'GlobalTableSourceArn', value: 'arn:aws:dynamodb:ap-southeast-1:${Owner}:table/people', reach: 'abroad' },
    ],
  },
  {
    name: 'reports a source whose region nobody knows',
    properties: { GlobalTableSourceArn: { 'Fn::Sub': 'arn:aws:dynamodb:${Where}:444455556666:table/people' } },
    template: { Parameters: { Where: { Type: 'String' } }, Resources: {} },
    violations: [
      { path: 'GlobalTableSourceArn', value: 'arn:aws:dynamodb:${Where}:444455556666:table/people', reach: 'unknown' },
    ],
  },
  {
    name: 'reports a source whose region a parameter before it can move',
    properties: { GlobalTableSourceArn: { 'Fn::Sub': 'arn:aws:${Service}:eu-central-1:444455556666:table/people' } },
    template: { Parameters: { Service: { Type: 'String' } }, Resources: {} },
    violations: [
      {
        path: 'GlobalTableSourceArn',
        value: 'arn:aws:${Service}:eu-central-1:444455556666:table/people',
        reach: 'unknown',
      },
    ],
  },
  {
    name: 'reports a source in the other partition, even where its region is allowed',
    properties: { GlobalTableSourceArn: 'arn:aws-cn:dynamodb:cn-north-1:444455556666:table/people' },
    allowed: ['cn-north-1'],
    violations: [
      {
        path: 'GlobalTableSourceArn',
        value: 'arn:aws-cn:dynamodb:cn-north-1:444455556666:table/people',
        reach: 'abroad',
      },
    ],
  },
]);
