import type { Place, Statement } from './policy';

/** Services that publish to a topic of alarms, each with the shape of the ARN that it publishes for. */
const SOURCES = {
  cloudwatch: ({ region, account }: Place) => `arn:aws:cloudwatch:${region}:${account}:alarm:*`,
} as const;

export type AlarmTopicPrincipal = keyof typeof SOURCES;

/**
 * Lets the named services of this account and region publish to a topic.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html
 */
export function alarmTopicStatements(
  place: Place,
  topic: string,
  publishers: readonly AlarmTopicPrincipal[],
): Statement[] {
  return publishers.map((publisher) => ({
    Sid: `PublishAs${publisher.charAt(0).toUpperCase()}${publisher.slice(1)}`,
    Effect: 'Allow',
    Principal: { Service: `${publisher}.amazonaws.com` },
    Action: 'sns:Publish',
    Resource: topic,
    Condition: { ArnLike: { 'aws:SourceArn': SOURCES[publisher](place) } },
  }));
}
