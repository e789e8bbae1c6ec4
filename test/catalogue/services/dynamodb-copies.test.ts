import {
  dynamodbKinesisStreamDestination,
  dynamodbResourcePolicy,
} from '../../../lib/catalogue/services/dynamodb-copies';
import { describeChannel } from '../../support/describe-channel';

const POLICY = 'ResourcePolicy.PolicyDocument.Statement[0]';

describeChannel(dynamodbKinesisStreamDestination, [
  {
    name: 'passes a stream whose name is misleading',
    properties: {
      KinesisStreamSpecification: {
        StreamArn: { 'Fn::Sub': 'arn:${AWS::Partition}:kinesis:${AWS::Region}:${AWS::AccountId}:stream/us-east-1' },
      },
    },
    violations: [],
  },
  {
    name: 'passes a stream of which nothing is known, for DynamoDB takes none of another region',
    properties: { KinesisStreamSpecification: { StreamArn: { 'Fn::ImportValue': 'stream' } } },
    violations: [],
  },
  {
    name: 'reports a stream abroad',
    properties: {
      KinesisStreamSpecification: {
        StreamArn: { 'Fn::Join': ['', ['arn:aws:kinesis:us-east-1:', { Ref: 'AWS::AccountId' }, ':stream/people']] },
      },
    },
    violations: [
      {
        path: 'KinesisStreamSpecification.StreamArn',
        value: 'arn:aws:kinesis:us-east-1:111122223333:stream/people',
        reach: 'abroad',
      },
    ],
  },
]);

describeChannel(dynamodbResourcePolicy, [
  {
    name: 'points out another account, and no role of the same one',
    properties: {
      ResourcePolicy: {
        PolicyDocument: {
          Statement: {
            Effect: 'Allow',
            Principal: {
              AWS: [
                'arn:aws:iam::444455556666:role/reader',
                { 'Fn::GetAtt': ['Reader', 'Arn'] },
                { Ref: 'AWS::AccountId' },
              ],
            },
            Action: 'dynamodb:GetItem',
            Resource: '*',
          },
        },
      },
    },
    template: { Resources: { Reader: { Type: 'AWS::IAM::Role', Properties: {} } } },
    violations: [
      {
        path: `${POLICY.replace('[0]', '')}.Principal.AWS[0]`,
        value: 'arn:aws:iam::444455556666:role/reader',
        reach: 'unknown',
        severity: 'info',
      },
    ],
  },
  {
    name: 'passes everybody who is refused',
    properties: {
      ResourcePolicy: {
        PolicyDocument: {
          Statement: [
            {
              Effect: 'Deny',
              Principal: '*',
              Action: 'dynamodb:*',
              Resource: '*',
              Condition: { StringNotEquals: { 'aws:PrincipalAccount': '111122223333' } },
            },
          ],
        },
      },
    },
    violations: [],
  },
]);
