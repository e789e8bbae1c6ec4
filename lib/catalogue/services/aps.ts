import { defineChannel } from '../channel';
import { exampleOf, propertiesAt } from '../examples';

export const prometheusGrafana = defineChannel({
  id: 'prometheus-grafana',
  title: 'Prometheus scrapers write to workspaces of their home region only',
  risk: 'Samples, with whatever their labels hold, are written to the workspace in the other region.',
  level: 'metadata',
  legitimate:
    'For one workspace that watches the load of all regions, as long as labels name pods and routes, and no user, address or tenant of one person.',
  remediation: 'Let the scraper write to a workspace of the home region.',
  references: ['https://docs.aws.amazon.com/prometheus/latest/userguide/AMP-collector-how-to.html'],

  proactive: {
    rules: [
      {
        types: ['AWS::APS::Scraper'],
        path: 'Destination.AmpConfiguration.WorkspaceArn',
        kind: 'arn',
        passesUnnamed: true,
      },
      {
        types: ['AWS::APS::Scraper'],
        path: 'Destination.CloudWatchConfiguration.DatasetArn',
        kind: 'arn',
        passesUnnamed: true,
      },
    ],
    violating: [
      scraper('Destination.AmpConfiguration.WorkspaceArn', 'arn:aws:aps:us-east-1:111122223333:workspace/ws-1'),
      scraper('Destination.CloudWatchConfiguration.DatasetArn', 'arn:aws:cloudwatch:us-east-1:111122223333:dataset/d'),
    ],
    compliant: [
      scraper('Destination.AmpConfiguration.WorkspaceArn', {
        'Fn::Sub': 'arn:aws:aps:${AWS::Region}:${AWS::AccountId}:workspace/ws-us-east-1',
      }),
    ],
  },
  preventive: {
    strength: 'region-deny',
    why: 'writing is authorised in the region of the workspace, so a limit on regions stops it. What a Grafana workspace queries is authorised in the region that is queried.',
    denies: [
      { actions: ['aps:RemoteWrite'], authorisedIn: 'destination', strength: 'region-deny' },
      { actions: ['aps:CreateScraper'], authorisedIn: 'source', strength: 'whole-action' },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'aps.amazonaws.com',
        eventName: 'CreateScraper',
        recordedIn: 'source',
        opens: [{ path: 'destination.ampConfiguration.workspaceArn', kind: 'arn' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-amp',
        command: 'ListScrapersCommand',
        field: 'scrapers[].destination.ampConfiguration.workspaceArn',
        kind: 'arn',
      },
    ],
  },
});

function scraper(path: string, value: unknown) {
  return exampleOf('AWS::APS::Scraper', { Alias: 'us-east-1', ...propertiesAt(path, value) });
}
