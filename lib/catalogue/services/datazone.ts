import { defineChannel, type Example, type Rule } from '../channel';
import { exampleOf, mapped, propertiesAt } from '../examples';

type Slot = readonly [type: string, path: string];

/** What says where projects, environments and connections are made. */
const REGIONS: readonly [Slot, ...Slot[]] = [
  ['AWS::DataZone::Environment', 'EnvironmentAccountRegion'],
  ['AWS::DataZone::EnvironmentProfile', 'AwsAccountRegion'],
  ['AWS::DataZone::EnvironmentBlueprintConfiguration', 'EnabledRegions[]'],
  ['AWS::DataZone::EnvironmentBlueprintConfiguration', 'RegionalParameters[].Region'],
  ['AWS::DataZone::Connection', 'AwsLocation.AwsRegion'],
  ['AWS::DataZone::ProjectProfile', 'EnvironmentConfigurations[].AwsRegion.RegionName'],
];

export const datazoneCrossRegion = defineChannel({
  id: 'datazone-cross-region',
  title: 'Data projects have environments and connections in their home region only',
  risk: 'What people of a project subscribe to is granted and read in the region of its environment.',
  level: 'content',
  legitimate:
    'For published data products without personal columns. Others are subscribed to in the region in which they are.',
  remediation: 'Make environments and connections in the home region.',
  references: [
    'https://docs.aws.amazon.com/datazone/latest/userguide/what-is-datazone.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_DataZone.html',
  ],

  proactive: {
    rules: [
      ...mapped(REGIONS, ([type, path]): Rule => ({ types: [type], path, kind: 'region' })),
      {
        types: ['AWS::DataZone::Connection'],
        path: 'Props.RedshiftProperties.Host',
        kind: 'endpoint',
        onlyAbroad: true,
      },
    ],
    violating: [
      ...mapped(REGIONS, ([type, path]): Example => exampleOf(type, propertiesAt(path, 'us-east-1'))),
      exampleOf('AWS::DataZone::Connection', {
        Props: { RedshiftProperties: { Host: 'people.abc123.us-east-1.redshift.amazonaws.com' } },
      }),
    ],
    compliant: [
      ...mapped(REGIONS, ([type, path]): Example => exampleOf(type, propertiesAt(path, { Ref: 'AWS::Region' }))),
      exampleOf('AWS::DataZone::Connection', {
        Props: { RedshiftProperties: { Host: 'people.abc123.eu-central-1.redshift.amazonaws.com' } },
      }),
    ],
  },
  preventive: {
    strength: 'partly',
    why: 'no condition key names the region of an environment, but what an environment is made of is made by a role in its own region, which a region deny binds. Who runs no such projects loses nothing by the deny.',
    denies: [
      {
        actions: [
          'datazone:CreateEnvironment',
          'datazone:CreateConnection',
          'datazone:PutEnvironmentBlueprintConfiguration',
        ],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'datazone.amazonaws.com',
        eventName: 'CreateEnvironment',
        recordedIn: 'source',
        opens: [{ path: 'environmentAccountRegion', kind: 'region' }],
      },
      {
        eventSource: 'datazone.amazonaws.com',
        eventName: 'CreateConnection',
        recordedIn: 'source',
        opens: [{ path: 'awsLocation.awsRegion', kind: 'region' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-datazone',
        command: 'ListEnvironmentBlueprintConfigurationsCommand',
        field: 'items[].enabledRegions[]',
        kind: 'region',
      },
    ],
  },
});
