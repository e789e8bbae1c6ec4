import { defineChannel } from '../channel';
import { exampleOf, propertiesAt } from '../examples';

export const cloudwatchMetricStream = defineChannel({
  id: 'cloudwatch-metric-stream',
  title: 'CloudWatch streams metrics to its home region only',
  risk: 'Metrics, with the names of resources and whatever else their dimensions hold, go on to the stream and its destination.',
  level: 'metadata',
  legitimate:
    'For figures of load and errors that one dashboard shows for all regions, where no dimension holds the id of a person or the name of a tenant that is one.',
  remediation: 'Let the stream of metrics feed a Firehose stream of the home region.',
  references: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Metric-Streams.html'],

  proactive: {
    rules: [{ types: ['AWS::CloudWatch::MetricStream'], path: 'FirehoseArn', kind: 'arn', passesUnnamed: true }],
    violating: [metricStream('arn:aws:firehose:us-east-1:111122223333:deliverystream/metrics')],
    compliant: [
      metricStream({ 'Fn::Sub': 'arn:aws:firehose:${AWS::Region}:${AWS::AccountId}:deliverystream/us-east-1' }),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key holds the stream that is fed.',
    denies: [{ actions: ['cloudwatch:PutMetricStream'], authorisedIn: 'source', strength: 'whole-action' }],
  },
  detective: {
    events: [
      {
        eventSource: 'monitoring.amazonaws.com',
        eventName: 'PutMetricStream',
        recordedIn: 'source',
        opens: [{ path: 'firehoseArn', kind: 'arn' }],
      },
    ],
  },
  audit: {
    calls: [
      { client: '@aws-sdk/client-cloudwatch', command: 'GetMetricStreamCommand', field: 'FirehoseArn', kind: 'arn' },
    ],
  },
});

export const cloudwatchObservabilityLink = defineChannel({
  id: 'cloudwatch-observability-link',
  title: 'CloudWatch shares logs and traces with monitoring accounts of its home region only',
  risk: 'The monitoring account reads the log groups, traces and metrics of this one where they are.',
  level: 'content',
  legitimate:
    'For metrics alone, shared with a team that runs all regions. For logs and traces if the monitoring account belongs to the same jurisdiction and its readers work there.',
  remediation: 'Link to a monitoring account of the same jurisdiction, or share metrics only.',
  references: [
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Unified-Cross-Account.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-oam-link.html',
  ],

  proactive: {
    rules: [
      // Links join accounts within a region, so a sink that only a parameter names is at home.
      { types: ['AWS::Oam::Link'], path: 'SinkIdentifier', kind: 'arn', passesUnnamed: true },
      {
        types: ['AWS::Oam::Link'],
        path: 'ResourceTypes[]',
        kind: 'flag',
        opens: ['AWS::Logs::LogGroup', 'AWS::XRay::Trace'],
        reach: 'unknown',
        because: 'which another account reads',
        severity: 'info',
      },
    ],
    violating: [
      link({ SinkIdentifier: 'arn:aws:oam:us-east-1:444455556666:sink/abcdef' }),
      link({ ResourceTypes: ['AWS::CloudWatch::Metric', 'AWS::Logs::LogGroup'] }),
    ],
    compliant: [
      link({
        LabelTemplate: 'us-east-1',
        SinkIdentifier: { 'Fn::Sub': 'arn:aws:oam:${AWS::Region}:444455556666:sink/abcdef' },
        ResourceTypes: ['AWS::CloudWatch::Metric'],
      }),
    ],
  },
  preventive: {
    strength: 'exact',
    why: 'oam:ResourceTypes names what is shared. To whom, no condition key tells.',
    denies: [
      {
        actions: ['oam:CreateLink', 'oam:UpdateLink'],
        authorisedIn: 'source',
        strength: 'exact',
        when: { key: 'oam:ResourceTypes', is: ['AWS::Logs::LogGroup', 'AWS::XRay::Trace'], holdsSeveral: true },
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'oam.amazonaws.com',
        eventName: 'CreateLink',
        recordedIn: 'source',
        opens: [
          { path: 'sinkIdentifier', kind: 'arn' },
          { path: 'resourceTypes[]', kind: 'flag', opens: ['aws::logs::loggroup', 'aws::xray::trace'] },
        ],
      },
    ],
  },
  audit: {
    calls: [{ client: '@aws-sdk/client-oam', command: 'ListLinksCommand', field: 'Items[].SinkArn', kind: 'arn' }],
  },
});

export const cloudwatchCrossRegionConsole = defineChannel({
  id: 'cloudwatch-cross-region-console',
  title: 'CloudWatch dashboards and alarms look at their home region only',
  risk: 'Whoever opens the dashboard reads metrics and log lines of the other region.',
  level: 'metadata',
  legitimate:
    'For a dashboard of load, errors and costs on which an operator of all regions sees that each is well. Widgets that show log lines belong to dashboards of each region.',
  remediation: 'Give each region a dashboard of its own.',
  references: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Cross-Account-Cross-Region.html'],

  proactive: {
    rules: [
      { types: ['AWS::CloudWatch::Dashboard'], path: 'DashboardBody$.**.region', kind: 'region' },
      { types: ['AWS::CloudWatch::Alarm'], path: 'Metrics[].AccountId', kind: 'account' },
    ],
    violating: [
      dashboard('{"widgets":[{"type":"log","properties":{"region":"us-east-1","query":"fields @message"}}]}'),
      exampleOf('AWS::CloudWatch::Alarm', propertiesAt('Metrics[]', { Id: 'm', AccountId: '444455556666' })),
    ],
    compliant: [
      dashboard({
        'Fn::Sub': '{"widgets":[{"type":"log","properties":{"region":"${AWS::Region}","title":"us-east-1"}}]}',
      }),
      exampleOf('AWS::CloudWatch::Alarm', {
        AlarmName: 'us-east-1',
        Metrics: [{ Id: 'm', AccountId: { Ref: 'AWS::AccountId' } }],
      }),
    ],
  },
  preventive: {
    strength: 'region-deny',
    why: 'a dashboard only asks; what it shows is read by its viewer’s own calls in the other region, which a region deny stops.',
    denies: [
      {
        actions: ['cloudwatch:GetMetricData', 'logs:StartQuery'],
        authorisedIn: 'destination',
        strength: 'region-deny',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'monitoring.amazonaws.com',
        eventName: 'PutDashboard',
        recordedIn: 'source',
        opens: [{ path: 'dashboardBody', kind: 'presence' }],
      },
    ],
  },
  audit: {
    calls: [
      { client: '@aws-sdk/client-cloudwatch', command: 'GetDashboardCommand', field: 'DashboardBody', kind: 'text' },
    ],
  },
});

function metricStream(firehose: unknown) {
  return exampleOf('AWS::CloudWatch::MetricStream', { OutputFormat: 'json', FirehoseArn: firehose });
}

function link(properties: Readonly<Record<string, unknown>>) {
  return exampleOf('AWS::Oam::Link', properties);
}

function dashboard(body: unknown) {
  return exampleOf('AWS::CloudWatch::Dashboard', { DashboardName: 'us-east-1', DashboardBody: body });
}
