import { defineChannel } from '../channel';
import { exampleOf, propertiesAt } from '../examples';

const TYPES = ['AWS::RUM::AppMonitor'] as const;

export const rumAppMonitor = defineChannel({
  id: 'rum-app-monitor',
  title: 'RUM app monitors collect visits in their home region only',
  risk: 'Browsers post pages, addresses and ids of visitors with credentials of the identity pool, to where that is.',
  level: 'content',
  legitimate:
    'For pages without a sign-in, with sampling, without cookies and ids of sessions. Visitors are asked first where the law wants that.',
  remediation:
    'Give the monitor an identity pool and destinations of the home region, and serve each cell its own snippet.',
  references: [
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-RUM.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rum-appmonitor.html',
  ],

  proactive: {
    rules: [
      // The id of an identity pool begins with its region.
      { types: TYPES, path: 'AppMonitorConfiguration.IdentityPoolId', kind: 'text' },
      {
        types: TYPES,
        path: 'AppMonitorConfiguration.MetricDestinations[].DestinationArn',
        kind: 'arn',
        passesUnnamed: true,
      },
    ],
    violating: [
      monitor('AppMonitorConfiguration.IdentityPoolId', 'us-east-1:1234abcd-12ab-34cd-56ef-1234567890ab'),
      monitor(
        'AppMonitorConfiguration.MetricDestinations[].DestinationArn',
        'arn:aws:evidently:us-east-1:111122223333:project/visits',
      ),
    ],
    compliant: [
      monitor('AppMonitorConfiguration', {
        IdentityPoolId: { 'Fn::Sub': '${AWS::Region}:1234abcd-12ab-34cd-56ef-1234567890ab' },
        IncludedPages: ['https://us-east-1.example.com'],
        MetricDestinations: [
          { DestinationArn: { 'Fn::Sub': 'arn:aws:evidently:${AWS::Region}:${AWS::AccountId}:project/visits' } },
        ],
      }),
    ],
  },
  preventive: {
    strength: 'region-deny',
    why: 'visits are posted to the region that the snippet names, with a role of the customer: a limit on the regions of rum:PutRumEvents stops the other ones. The snippet itself is code that no policy reads.',
    denies: [
      { actions: ['rum:PutRumEvents'], authorisedIn: 'destination', strength: 'region-deny' },
      { actions: ['rum:PutRumMetricsDestination'], authorisedIn: 'source', strength: 'whole-action' },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'rum.amazonaws.com',
        eventName: 'CreateAppMonitor',
        recordedIn: 'source',
        opens: [{ path: 'appMonitorConfiguration.identityPoolId', kind: 'presence' }],
      },
      {
        eventSource: 'rum.amazonaws.com',
        eventName: 'PutRumMetricsDestination',
        recordedIn: 'source',
        opens: [{ path: 'destinationArn', kind: 'arn' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-rum',
        command: 'GetAppMonitorCommand',
        field: 'AppMonitor.AppMonitorConfiguration.IdentityPoolId',
        kind: 'text',
      },
    ],
  },
});

function monitor(path: string, value: unknown) {
  return exampleOf('AWS::RUM::AppMonitor', { Name: 'us-east-1', ...propertiesAt(path, value) });
}
