import { SWEEPS, WORKFLOWS } from '../../lib/domain/routes';
import { onlyResource, resourcesOf, templateOf, withoutAssetHashes } from '../support/assembly';

const guard = templateOf('Guard');

describe('the guard of a cell', () => {
  it('hears calls that open a channel, from AWS only, and lets the sentinel judge them', () => {
    const rules = resourcesOf(guard, 'AWS::Events::Rule').map(([, { Properties }]) => Properties);
    const events = rules.map(({ EventPattern }) => EventPattern.detail);
    expect(rules.map(({ EventPattern, Targets, State }) => ({ EventPattern, Targets, State }))).toEqual(
      rules.map(() => ({
        EventPattern: {
          source: [{ prefix: 'aws.' }],
          'detail-type': ['AWS API Call via CloudTrail'],
          detail: { eventSource: expect.any(Array), eventName: expect.any(Array) },
        },
        Targets: [{ Arn: { 'Fn::GetAtt': [expect.stringMatching(/^SentinelFunction/), 'Arn'] }, Id: 'Target0' }],
        State: 'ENABLED',
      })),
    );
    for (const [source, name] of [
      ['dynamodb.amazonaws.com', 'UpdateTable'],
      ['kms.amazonaws.com', 'ReplicateKey'],
      ['s3.amazonaws.com', 'PutBucketReplication'],
    ]) {
      expect(
        events.filter(({ eventSource, eventName }) => eventSource.includes(source) && eventName.includes(name)),
      ).toHaveLength(1);
    }
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
      ...WORKFLOWS.map((id) => [`${id}givenup`, 'ExecutionsFailed', 1, [{ Ref: topic }]]),
      ...SWEEPS.map((id) => [`${id.replaceAll('-', '')}failed`, 'Errors', 1, [{ Ref: topic }]]),
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

// parity.test.ts shows that the other cell's is the same. Nothing is put aside but the hashes of assets.
describe('the template of Guard', () => {
  it('is as it was reviewed', () => {
    expect(withoutAssetHashes(templateOf('Guard'))).toMatchSnapshot();
  });
});
