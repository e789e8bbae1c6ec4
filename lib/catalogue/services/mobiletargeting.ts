import { defineChannel } from '../channel';
import { exampleOf } from '../examples';

export const pinpointEventStream = defineChannel({
  id: 'pinpoint-event-stream',
  title: 'Pinpoint streams events to its home region only',
  risk: 'Endpoints and events of people are streamed to the other region.',
  level: 'content',
  legitimate:
    'For a stream in a second region of the same jurisdiction, with the consent to analytics that the events rest on anyway.',
  remediation: 'Stream to a Kinesis or Firehose stream of the home region.',
  references: ['https://docs.aws.amazon.com/pinpoint/latest/developerguide/event-streams.html'],

  proactive: {
    rules: [{ types: ['AWS::Pinpoint::EventStream'], path: 'DestinationStreamArn', kind: 'arn', passesUnnamed: true }],
    violating: [
      exampleOf('AWS::Pinpoint::EventStream', {
        DestinationStreamArn: 'arn:aws:kinesis:us-east-1:111122223333:stream/events',
      }),
    ],
    compliant: [
      exampleOf(
        'AWS::Pinpoint::EventStream',
        { ApplicationId: 'us-east-1', DestinationStreamArn: { 'Fn::GetAtt': ['Events', 'Arn'] } },
        { Events: { Type: 'AWS::Kinesis::Stream', Properties: { Name: 'events-us-east-1' } } },
      ),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key holds the stream; nothing else uses the action.',
    denies: [{ actions: ['mobiletargeting:PutEventStream'], authorisedIn: 'source', strength: 'whole-action' }],
  },
  detective: {
    events: [
      {
        eventSource: 'mobiletargeting.amazonaws.com',
        eventName: 'PutEventStream',
        recordedIn: 'source',
        opens: [{ path: 'writeEventStream.destinationStreamArn', kind: 'arn' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-pinpoint',
        command: 'GetEventStreamCommand',
        field: 'EventStream.DestinationStreamArn',
        kind: 'arn',
      },
    ],
  },
});
