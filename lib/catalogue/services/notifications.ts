import { defineChannel } from '../channel';
import { exampleOf } from '../examples';

export const notificationsHub = defineChannel({
  id: 'notifications-hub',
  title: 'User Notifications keeps and gathers notices in its home region only',
  risk: 'Notices of the regions that a rule names are kept in the hub’s region, and mailed or pushed from there.',
  level: 'metadata',
  legitimate:
    'For notices about the account, such as of health events and alarms, to the staff who run it. It is they who are told in which region their addresses are kept.',
  remediation: 'Register a hub in the home region, and let rules name that region only.',
  references: ['https://docs.aws.amazon.com/notifications/latest/userguide/notification-hubs.html'],

  proactive: {
    rules: [
      { types: ['AWS::Notifications::NotificationHub'], path: 'Region', kind: 'region' },
      { types: ['AWS::Notifications::EventRule'], path: 'Regions[]', kind: 'region' },
    ],
    violating: [
      exampleOf('AWS::Notifications::NotificationHub', { Region: 'us-east-1' }),
      exampleOf('AWS::Notifications::EventRule', { Source: 'aws.health', Regions: ['eu-central-1', 'us-east-1'] }),
    ],
    compliant: [
      exampleOf('AWS::Notifications::NotificationHub', { Region: { Ref: 'AWS::Region' } }),
      exampleOf('AWS::Notifications::EventRule', { Source: 'aws.health', Regions: ['eu-central-1'] }),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the region. Control Tower exempts notifications:* from its region deny.',
    denies: [
      {
        actions: ['notifications:CreateEventRule', 'notifications:RegisterNotificationHub'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'notifications.amazonaws.com',
        eventName: 'RegisterNotificationHub',
        recordedIn: 'source',
        opens: [{ path: 'notificationHubRegion', kind: 'region' }],
      },
      {
        eventSource: 'notifications.amazonaws.com',
        eventName: 'CreateEventRule',
        recordedIn: 'source',
        opens: [{ path: 'regions[]', kind: 'region' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-notifications',
        command: 'ListNotificationHubsCommand',
        field: 'notificationHubs[].notificationHubRegion',
        kind: 'region',
      },
      {
        client: '@aws-sdk/client-notifications',
        command: 'ListEventRulesCommand',
        field: 'eventRules[].regions[]',
        kind: 'region',
      },
    ],
  },
});
