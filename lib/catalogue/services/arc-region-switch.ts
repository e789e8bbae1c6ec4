import { defineChannel } from '../channel';
import { exampleOf } from '../examples';

const TYPES = ['AWS::ARCRegionSwitch::Plan'] as const;
const FAR = 'us-east-1';
const REPLICA =
  'Workflows[].Steps[].ExecutionBlockConfiguration.RdsCreateCrossRegionReadReplicaConfig.DbInstanceArnMap{}';

export const arcRegionSwitchPlan = defineChannel({
  id: 'arc-region-switch-plan',
  aliases: ['arc-region-switch'],
  title: 'Plans for a switch of regions name allowed regions only',
  risk: 'When the plan runs, the application is activated in the other region: its replicas are promoted, read replicas are made, and people are sent there.',
  level: 'path',
  legitimate:
    'For an application whose second region belongs to the same jurisdiction, Frankfurt and Ireland for example, so that people are served there under the same terms.',
  remediation: 'Take the other region from the plan, and recover within the home region.',
  references: [
    'https://docs.aws.amazon.com/r53recovery/latest/dg/region-switch.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-arcregionswitch-plan.html',
  ],

  proactive: {
    rules: [
      { types: TYPES, path: 'Regions[]', kind: 'region' },
      { types: TYPES, path: 'PrimaryRegion', kind: 'region' },
      { types: TYPES, path: 'Triggers[].TargetRegion', kind: 'region' },
      { types: TYPES, path: 'Workflows[].WorkflowTargetRegion', kind: 'region' },
      // The instances in each region of which the step makes replicas.
      { types: TYPES, path: REPLICA, kind: 'arn', onlyAbroad: true },
    ],
    violating: [
      exampleOf(TYPES[0], plan({ Regions: ['eu-central-1', FAR] })),
      exampleOf(TYPES[0], plan({ PrimaryRegion: FAR })),
      exampleOf(TYPES[0], plan({ Triggers: [{ TargetRegion: FAR, Action: 'activate', Conditions: [] }] })),
      exampleOf(TYPES[0], plan({ Workflows: [{ WorkflowTargetAction: 'activate', WorkflowTargetRegion: FAR }] })),
      exampleOf(TYPES[0], plan({ Workflows: [replicating(FAR)] })),
    ],
    compliant: [
      exampleOf(TYPES[0], plan({ Name: 'from-us-east-1' })),
      exampleOf(
        TYPES[0],
        plan({
          PrimaryRegion: { Ref: 'AWS::Region' },
          Workflows: [replicating('eu-central-1'), { WorkflowTargetRegion: 'eu-central-1' }],
        }),
      ),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the regions of a plan. What its steps do runs under the role of the plan, which its boundary limits.',
    denies: [
      {
        actions: [
          'arc-region-switch:CreatePlan',
          'arc-region-switch:StartPlanExecution',
          'arc-region-switch:UpdatePlan',
        ],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'arc-region-switch.amazonaws.com',
        eventName: 'CreatePlan',
        recordedIn: 'source',
        opens: [{ path: 'regions[]', kind: 'region' }],
      },
      {
        eventSource: 'arc-region-switch.amazonaws.com',
        eventName: 'UpdatePlan',
        recordedIn: 'source',
        opens: [{ path: 'workflows[].workflowTargetRegion', kind: 'region' }],
      },
      {
        eventSource: 'arc-region-switch.amazonaws.com',
        eventName: 'StartPlanExecution',
        recordedIn: 'source',
        opens: [{ path: 'targetRegion', kind: 'region' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-arc-region-switch',
        command: 'ListPlansCommand',
        field: 'plans[].regions[]',
        kind: 'region',
      },
    ],
  },
});

function plan(properties: Readonly<Record<string, unknown>>) {
  return {
    Name: 'recovery',
    RecoveryApproach: 'activePassive',
    ExecutionRole: 'arn:aws:iam::111122223333:role/recovery',
    Regions: ['eu-central-1'],
    ...properties,
  };
}

function replicating(region: string) {
  const instances = { [region]: `arn:aws:rds:${region}:111122223333:db:people` };
  return {
    WorkflowTargetAction: 'postRecovery',
    Steps: [
      {
        Name: 'replicas',
        ExecutionBlockType: 'RdsCreateCrossRegionReplica',
        ExecutionBlockConfiguration: { RdsCreateCrossRegionReadReplicaConfig: { DbInstanceArnMap: instances } },
      },
    ],
  };
}
