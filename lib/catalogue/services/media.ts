import { type DestinationSelector, defineChannel } from '../channel';
import { BUCKET_AT_HOME, exampleOf, mapped, propertiesAt } from '../examples';

type Slot = Pick<DestinationSelector, 'types' | 'path'>;

const REGIONS: readonly [Slot, ...Slot[]] = [
  {
    types: [
      'AWS::MediaConnect::RouterOutput',
      'AWS::MediaConnect::RouterInput',
      'AWS::MediaConnect::RouterNetworkInterface',
      'AWS::MediaConnect::DestinationEndpoint',
      'AWS::MediaConnect::SourceEndpoint',
    ],
    path: 'RegionName',
  },
  { types: ['AWS::MediaLive::Channel'], path: 'Destinations[].MediaPackageSettings[].MediaPackageRegionName' },
  { types: ['AWS::MediaTailor::Function'], path: 'AwsServiceRequestConfiguration.TargetRegion' },
  // Where the keys are fetched that pictures are encrypted with.
  { types: ['AWS::MediaConnect::Flow'], path: 'Source.Decryption.Region' },
  { types: ['AWS::MediaConnect::FlowEntitlement'], path: 'Encryption.Region' },
  { types: ['AWS::MediaConnect::FlowSource'], path: 'Decryption.Region' },
];

const ROUTER_OUTPUT = ['AWS::MediaConnect::RouterOutput'] as const;

const HOSTS: readonly [Slot, ...Slot[]] = [
  { types: ['AWS::MediaConnect::FlowOutput'], path: 'Destination' },
  { types: ROUTER_OUTPUT, path: 'Configuration.Standard.ProtocolConfiguration.Rist.DestinationAddress' },
  { types: ROUTER_OUTPUT, path: 'Configuration.Standard.ProtocolConfiguration.RtmpPush.DestinationAddress' },
  { types: ROUTER_OUTPUT, path: 'Configuration.Standard.ProtocolConfiguration.Rtp.DestinationAddress' },
  { types: ROUTER_OUTPUT, path: 'Configuration.Standard.ProtocolConfiguration.SrtCaller.DestinationAddress' },
  { types: ['AWS::MediaTailor::SourceLocation'], path: 'HttpConfiguration.BaseUrl' },
];

export const mediaServicesRegions = defineChannel({
  id: 'media-services-regions',
  title: 'Media services carry and keep pictures in their home region only',
  risk: 'Pictures and voices, which can show people, are carried to the region or host that is named, or kept in its bucket.',
  level: 'content',
  legitimate:
    'For programmes that are made for the public, with people who know that they are on air. Calls, lessons and cameras at a door are no programmes.',
  remediation: 'Name regions, hosts and buckets of the home region.',
  references: [
    'https://docs.aws.amazon.com/mediaconnect/latest/ug/what-is.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-mediaconnect-routeroutput.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-medialive-channel.html',
  ],

  proactive: {
    rules: [
      ...mapped(REGIONS, (slot) => ({ ...slot, kind: 'region' }) as const),
      ...mapped(HOSTS, (slot) => ({ ...slot, kind: 'endpoint', onlyAbroad: true }) as const),
      { types: ['AWS::MediaLive::Channel'], path: 'Destinations[].Settings[].Url', kind: 'text' },
      { types: ['AWS::MediaConvert::JobTemplate'], path: 'SettingsJson.**.Destination', kind: 'bucket' },
    ],
    violating: [
      ...mapped(REGIONS, ({ types, path }) => exampleOf(types[0], propertiesAt(path, 'us-east-1'))),
      ...mapped(HOSTS, ({ types, path }) =>
        exampleOf(types[0], propertiesAt(path, 'https://abcdef.mediapackage.us-east-1.amazonaws.com')),
      ),
      exampleOf(
        'AWS::MediaLive::Channel',
        propertiesAt('Destinations[].Settings[].Url', 'https://abcdef.mediapackage.us-east-1.amazonaws.com/in/1'),
      ),
      jobTemplate('s3://pictures-of-somebody-else/out'),
    ],
    compliant: [
      ...mapped(REGIONS, ({ types, path }) => exampleOf(types[0], propertiesAt(path, { Ref: 'AWS::Region' }))),
      exampleOf('AWS::MediaConnect::FlowOutput', { Name: 'us-east-1', Destination: '198.51.100.10' }),
      exampleOf(
        'AWS::MediaLive::Channel',
        propertiesAt('Destinations[].Settings[].Url', 'https://abcdef.mediapackage.eu-central-1.amazonaws.com/in/1'),
      ),
      jobTemplate({ 'Fn::Sub': 's3://${Store}/us-east-1' }),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the region or the host.',
    denies: [
      {
        actions: ['mediaconnect:AddFlowOutputs', 'mediaconnect:CreateRouterOutput'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'mediaconnect.amazonaws.com',
        eventName: 'CreateRouterOutput',
        recordedIn: 'source',
        opens: [{ path: 'regionName', kind: 'region' }],
      },
      {
        eventSource: 'mediaconnect.amazonaws.com',
        eventName: 'AddFlowOutputs',
        recordedIn: 'source',
        opens: [{ path: 'outputs[].destination', kind: 'endpoint' }],
      },
      {
        eventSource: 'medialive.amazonaws.com',
        eventName: 'CreateChannel',
        recordedIn: 'source',
        opens: [{ path: 'destinations[].mediaPackageSettings[].mediaPackageRegionName', kind: 'region' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-mediaconnect',
        command: 'DescribeFlowCommand',
        field: 'Flow.Outputs[].Destination',
        kind: 'endpoint',
      },
    ],
  },
});

function jobTemplate(destination: unknown) {
  return exampleOf(
    'AWS::MediaConvert::JobTemplate',
    { SettingsJson: { OutputGroups: [{ OutputGroupSettings: { FileGroupSettings: { Destination: destination } } }] } },
    BUCKET_AT_HOME,
  );
}
