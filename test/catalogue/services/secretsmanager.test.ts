import { secretsmanagerReplica, secretsmanagerResourcePolicy } from '../../../lib/catalogue/services/secretsmanager';
import { describeChannel } from '../../support/describe-channel';

describeChannel(secretsmanagerReplica, [
  {
    name: 'reports a region that is the default of a parameter',
    properties: { ReplicaRegions: [{ Region: { Ref: 'Second' } }] },
    template: { Parameters: { Second: { Type: 'String', Default: 'ap-southeast-1' } }, Resources: {} },
    violations: [{ path: 'ReplicaRegions[0].Region', value: 'ap-southeast-1', reach: 'abroad' }],
  },
  {
    name: 'reports a region that a map gives to the home region',
    properties: { ReplicaRegions: [{ Region: { 'Fn::FindInMap': ['Pairs', { Ref: 'AWS::Region' }, 'other'] } }] },
    template: {
      Mappings: { Pairs: { 'eu-central-1': { other: 'eu-west-1' }, 'us-east-1': { other: 'us-west-2' } } },
      Resources: {},
    },
    violations: [{ path: 'ReplicaRegions[0].Region', value: 'eu-west-1', reach: 'abroad' }],
  },
  {
    name: 'reports replicas that only the deployment gives',
    properties: { ReplicaRegions: [{ Region: { 'Fn::ImportValue': 'second-region' } }] },
    violations: [{ path: 'ReplicaRegions[0].Region', value: '${second-region}', reach: 'unknown' }],
  },
  {
    name: 'passes a replica that a condition never makes',
    properties: { ReplicaRegions: [{ 'Fn::If': ['Live', { Region: 'us-east-1' }, { Ref: 'AWS::NoValue' }] }] },
    template: {
      Parameters: { Stage: { Type: 'String', Default: 'test' } },
      Conditions: { Live: { 'Fn::Equals': [{ Ref: 'Stage' }, 'live'] } },
      Resources: {},
    },
    violations: [],
  },
  {
    name: 'passes a description that speaks of another region',
    properties: { Name: 'token-us-east-1', Description: 'read by the service in us-east-1' },
    violations: [],
  },
]);

describeChannel(secretsmanagerResourcePolicy, [
  {
    name: 'points out a principal of another account',
    properties: {
      SecretId: 'people',
      ResourcePolicy: {
        Statement: [
          { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::444455556666:root' }, Action: 'secretsmanager:*' },
        ],
      },
    },
    violations: [
      {
        path: 'ResourcePolicy.Statement[0].Principal.AWS',
        value: 'arn:aws:iam::444455556666:root',
        reach: 'unknown',
        severity: 'info',
      },
    ],
  },
]);
