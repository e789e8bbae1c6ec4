import { onlyResource, resourcesOf, templateOf } from '../support/assembly';

const guard = templateOf('Guard');

describe('the guard of a cell', () => {
  it('hears calls that open a channel, from AWS only, and lets the sentinel judge them', () => {
    const { EventPattern, Targets, State } = onlyResource(guard, 'AWS::Events::Rule').Properties;
    expect({ EventPattern, Targets, State }).toEqual({
      EventPattern: {
        source: [{ prefix: 'aws.' }],
        'detail-type': ['AWS API Call via CloudTrail'],
        detail: {
          eventSource: ['dynamodb.amazonaws.com', 'kms.amazonaws.com', 's3.amazonaws.com'],
          eventName: expect.arrayContaining(['PutBucketReplication', 'ReplicateKey', 'UpdateTable']),
        },
      },
      Targets: [{ Arn: { 'Fn::GetAtt': [expect.stringMatching(/^SentinelFunction/), 'Arn'] }, Id: 'Target0' }],
      State: 'ENABLED',
    });
  });

  it('keeps what the sentinel could not judge', () => {
    const [[queue] = []] = resourcesOf(guard, 'AWS::SQS::Queue');
    expect(onlyResource(guard, 'AWS::Lambda::EventInvokeConfig').Properties.DestinationConfig).toEqual({
      OnFailure: { Destination: { 'Fn::GetAtt': [queue, 'Arn'] } },
    });
    expect(onlyResource(guard, 'AWS::SQS::Queue').Properties).toMatchObject({
      KmsMasterKeyId: expect.anything(),
      MessageRetentionPeriod: 14 * 24 * 60 * 60,
    });
  });

  it('tells the topic of each alarm, at the first time', () => {
    const [[topic] = []] = resourcesOf(guard, 'AWS::SNS::Topic');
    const alarms = resourcesOf(guard, 'AWS::CloudWatch::Alarm').map(([id, { Properties }]) => [
      id.replace(/[0-9A-F]{8}$/, ''),
      Properties.MetricName,
      Properties.Threshold,
      Properties.AlarmActions,
    ]);
    expect(alarms).toEqual([
      ['ChannelOpened', 'channelOpened', 1, [{ Ref: topic }]],
      ['ChannelRefused', 'channelRefused', 1, [{ Ref: topic }]],
      ['CallsUnjudged', 'ApproximateNumberOfMessagesVisible', 1, [{ Ref: topic }]],
      ['ServerErrors', '5xx', 1, [{ Ref: topic }]],
    ]);
  });

  it('lets alarms of the cell publish, and nobody without TLS', () => {
    const { Statement } = onlyResource(guard, 'AWS::SNS::TopicPolicy').Properties.PolicyDocument;
    expect(
      Statement.map(({ Effect, Principal, Condition }: Record<string, unknown>) => ({ Effect, Principal, Condition })),
    ).toEqual([
      { Effect: 'Deny', Principal: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
      {
        Effect: 'Allow',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:cloudwatch:eu-central-1:111111111111:alarm:*' } },
      },
    ]);
  });
});
