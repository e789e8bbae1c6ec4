import { defineChannel } from '../channel';
import { exampleOf } from '../examples';

const CHANNELS = [
  'AWS::Chatbot::SlackChannelConfiguration',
  'AWS::Chatbot::MicrosoftTeamsChannelConfiguration',
] as const;

export const chatApplications = defineChannel({
  id: 'chat-applications-slack-teams',
  title: 'No notices are posted to chats',
  risk: 'Alarms, findings and answers to commands are posted to Slack or Teams, and kept there.',
  level: 'metadata',
  legitimate:
    'For alarms that say that something is broken and where, in a channel that engineers read. Messages of errors often quote what was entered: those are left out.',
  remediation: 'Post notices without personal data, or leave the topic out.',
  references: ['https://docs.aws.amazon.com/chatbot/latest/adminguide/what-is.html'],

  proactive: {
    rules: [
      {
        types: CHANNELS,
        path: 'SnsTopicArns',
        kind: 'presence',
        reach: 'unknown',
        because: 'whose messages are posted to a service outside of AWS',
      },
    ],
    violating: [exampleOf(CHANNELS[0], { SlackChannelId: 'C0123ABCD', SnsTopicArns: [{ Ref: 'Alarms' }] })],
    compliant: [exampleOf(CHANNELS[0], { ConfigurationName: 'us-east-1', SlackChannelId: 'C0123ABCD' })],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key tells what is posted. Control Tower exempts chatbot:* from its region deny.',
    denies: [
      {
        actions: ['chatbot:CreateMicrosoftTeamsChannelConfiguration', 'chatbot:CreateSlackChannelConfiguration'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'chatbot.amazonaws.com',
        eventName: 'CreateSlackChannelConfiguration',
        recordedIn: 'source',
        opens: [{ path: 'snsTopicArns', kind: 'presence' }],
      },
      {
        eventSource: 'chatbot.amazonaws.com',
        eventName: 'CreateMicrosoftTeamsChannelConfiguration',
        recordedIn: 'source',
        opens: [{ path: 'snsTopicArns', kind: 'presence' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-chatbot',
        command: 'DescribeSlackChannelConfigurationsCommand',
        field: 'SlackChannelConfigurations[].SnsTopicArns[]',
        kind: 'arn',
      },
    ],
  },
});
