import {
  EventBridgeClient,
  ListArchivesCommand,
  ListEventBusesCommand,
  ListRulesCommand,
  ListTargetsByRuleCommand,
} from '@aws-sdk/client-eventbridge';
import {
  GetRecordsCommand,
  GetShardIteratorCommand,
  KinesisClient,
  ListShardsCommand,
  paginateListStreams,
} from '@aws-sdk/client-kinesis';
import {
  GetTopicAttributesCommand,
  paginateListSubscriptionsByTopic,
  paginateListTopics,
  SNSClient,
} from '@aws-sdk/client-sns';
import {
  GetQueueAttributesCommand,
  ListQueueTagsCommand,
  paginateListQueues,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { LocalError } from '../../errors';
import { sdkConfiguration, type Target } from '../../target';
import { all, must, paged, record, type Store, type StoreRecord, unreadable } from './store';

/** SQS hands out what it likes; so often it is asked before the search gives up. */
const MOST_RECEIVES = 50;

export async function readQueues(target: Target, region: string): Promise<Store[]> {
  const client = new SQSClient(sdkConfiguration(target, region));
  const urls = await all(paginateListQueues({ client }, {}), (page) => page.QueueUrls);
  return Promise.all(
    urls.map(async (QueueUrl): Promise<Store> => {
      const { Attributes } = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
      const { Tags } = await client.send(new ListQueueTagsCommand({ QueueUrl }));
      const waiting = Number(Attributes?.['ApproximateNumberOfMessages'] ?? 0);
      const messages = await messagesOf(client, QueueUrl, waiting);
      return {
        kind: 'queue',
        id: QueueUrl,
        records: [record('attributes and tags', { QueueUrl, Attributes, Tags }), ...messages],
      };
    }),
  );
}

/** Looks at all messages and takes none: each stays visible to whom it is for. */
async function messagesOf(client: SQSClient, QueueUrl: string, waiting: number): Promise<StoreRecord[]> {
  const seen = new Map<string, StoreRecord>();
  for (let receives = 0; seen.size < waiting || receives === 0; receives += 1) {
    if (receives === MOST_RECEIVES) {
      throw new LocalError(
        'QueueUnread',
        `queue '${QueueUrl}' holds ${waiting} messages and handed out ${seen.size}; nothing is known of the others`,
      );
    }
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: 10,
        VisibilityTimeout: 0,
        MessageAttributeNames: ['All'],
        MessageSystemAttributeNames: ['All'],
      }),
    );
    for (const message of Messages)
      seen.set(must(message.MessageId, 'a message'), record(`message '${message.MessageId}'`, message));
  }
  return [...seen.values()];
}

export async function readTopics(target: Target, region: string): Promise<Store[]> {
  const client = new SNSClient(sdkConfiguration(target, region));
  const topics = await all(paginateListTopics({ client }, {}), (page) => page.Topics);
  return Promise.all(
    topics.map(async (topic): Promise<Store> => {
      const TopicArn = must(topic.TopicArn, 'a topic');
      const { Attributes } = await client.send(new GetTopicAttributesCommand({ TopicArn }));
      const subscriptions = await all(
        paginateListSubscriptionsByTopic({ client }, { TopicArn }),
        (page) => page.Subscriptions,
      );
      return {
        kind: 'topic',
        id: TopicArn,
        records: [record('attributes and subscriptions', { Attributes, subscriptions })],
      };
    }),
  );
}

export async function readEventBuses(target: Target, region: string): Promise<Store[]> {
  const client = new EventBridgeClient(sdkConfiguration(target, region));
  const buses = await all(
    paged(
      (NextToken) => client.send(new ListEventBusesCommand({ NextToken })),
      (page) => page.NextToken,
    ),
    (page) => page.EventBuses,
  );
  const archives = await all(
    paged(
      (NextToken) => client.send(new ListArchivesCommand({ NextToken })),
      (page) => page.NextToken,
    ),
    (page) => page.Archives,
  );
  const archived = archives.map((archive): Store => {
    const id = must(archive.ArchiveName, 'an archive');
    if ((archive.EventCount ?? 0) > 0) throw unreadable(`event archive '${id}' in '${region}'`);
    return { kind: 'event archive', id, records: [record('description', archive)] };
  });
  const described = await Promise.all(
    buses.map(async (bus): Promise<Store> => {
      const id = must(bus.Name, 'an event bus');
      return { kind: 'event bus', id, records: [record('description', bus), ...(await rulesOf(client, id))] };
    }),
  );
  return [...described, ...archived];
}

async function rulesOf(client: EventBridgeClient, EventBusName: string): Promise<StoreRecord[]> {
  const rules = await all(
    paged(
      (NextToken) => client.send(new ListRulesCommand({ EventBusName, NextToken })),
      (page) => page.NextToken,
    ),
    (page) => page.Rules,
  );
  return Promise.all(
    rules.map(async (rule) => {
      const { Targets } = await client.send(new ListTargetsByRuleCommand({ EventBusName, Rule: rule.Name }));
      return record(`rule '${rule.Name}'`, { rule, Targets });
    }),
  );
}

export async function readDataStreams(target: Target, region: string): Promise<Store[]> {
  // Kinesis's client speaks HTTP/2 unless told otherwise, which the emulator does not.
  const { requestHandler } = new SQSClient({}).config;
  const client = new KinesisClient({ ...sdkConfiguration(target, region), requestHandler });
  const names = await all(paginateListStreams({ client }, {}), (page) => page.StreamNames);
  return Promise.all(
    names.map(async (StreamName): Promise<Store> => {
      const shards = await all(
        paged(
          (NextToken) => client.send(new ListShardsCommand(NextToken === undefined ? { StreamName } : { NextToken })),
          (page) => page.NextToken,
        ),
        (page) => page.Shards,
      );
      const entries = await Promise.all(
        shards.map(({ ShardId }) => entriesOf(client, StreamName, must(ShardId, 'a shard'))),
      );
      return { kind: 'data stream', id: StreamName, records: entries.flat() };
    }),
  );
}

async function entriesOf(client: KinesisClient, StreamName: string, ShardId: string): Promise<StoreRecord[]> {
  const from = { StreamName, ShardId, ShardIteratorType: 'TRIM_HORIZON' } as const;
  const first = await client.send(new GetShardIteratorCommand(from));
  const entries = await all(
    paged(
      (next) => client.send(new GetRecordsCommand({ ShardIterator: next ?? first.ShardIterator })),
      (page) => {
        const more = (page.Records ?? []).length > 0 || (page.MillisBehindLatest ?? 0) > 0;
        return more ? page.NextShardIterator : undefined;
      },
    ),
    (page) => page.Records,
  );
  return entries.map((entry, index) => record(`entry ${index + 1} of '${ShardId}'`, entry));
}
