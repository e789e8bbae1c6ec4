import type { Violation } from '../../domain/finding';
import { defineChannel, type JudgedResource } from '../channel';
import { exampleOf } from '../examples';

const TARGETS = [
  'PolicyDetails.Schedules[].CrossRegionCopyRules[].Target',
  'PolicyDetails.Schedules[].CrossRegionCopyRules[].TargetRegion',
  'PolicyDetails.Actions[].CrossRegionCopy[].Target',
] as const;

export const dlmCrossRegionCopy = defineChannel({
  id: 'dlm-cross-region-copy',
  title: 'Lifecycle policies copy snapshots and images within their home region only',
  risk: 'Each snapshot or image, with the data of its volumes, is copied to the target region and can be restored there.',
  level: 'content',
  legitimate:
    'For golden images and volumes of machines that keep no state, or with a target in a second region of the same jurisdiction.',
  remediation: 'Remove the copy rule, and keep snapshots for longer at home.',
  references: [
    'https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-ami-policy.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dlm-lifecyclepolicy.html',
  ],

  proactive: {
    rules: [
      { kind: 'function', types: ['AWS::DLM::LifecyclePolicy'], paths: TARGETS, violations: copiesAbroad },
      {
        types: ['AWS::DLM::LifecyclePolicy'],
        path: 'PolicyDetails.CrossRegionCopyTargets[].TargetRegion',
        kind: 'region',
      },
      // Default policies have the same list beside their details.
      { types: ['AWS::DLM::LifecyclePolicy'], path: 'CrossRegionCopyTargets[].TargetRegion', kind: 'region' },
      {
        types: ['AWS::DLM::LifecyclePolicy'],
        path: 'PolicyDetails.Schedules[].ShareRules[].TargetAccounts[]',
        kind: 'account',
        severity: 'info',
      },
    ],
    violating: [
      scheduleWith({ CrossRegionCopyRules: [{ Target: 'us-east-1', Encrypted: true }] }),
      scheduleWith({ CrossRegionCopyRules: [{ TargetRegion: 'us-east-1', Encrypted: true }] }),
      policyWith({
        PolicyType: 'EVENT_BASED_POLICY',
        Actions: [{ Name: 'copy', CrossRegionCopy: [{ Target: 'us-east-1' }] }],
      }),
      policyWith({ CrossRegionCopyTargets: [{ TargetRegion: 'us-east-1' }] }),
      exampleOf('AWS::DLM::LifecyclePolicy', {
        DefaultPolicy: 'VOLUME',
        CrossRegionCopyTargets: [{ TargetRegion: 'us-east-1' }],
      }),
      scheduleWith({ ShareRules: [{ TargetAccounts: ['444455556666'] }] }),
    ],
    compliant: [
      policyWith({ TargetTags: [{ Key: 'copy', Value: 'us-east-1' }] }),
      scheduleWith({ CrossRegionCopyRules: [{ Target: { Ref: 'AWS::Region' }, Encrypted: true }] }),
      scheduleWith({
        CrossRegionCopyRules: [
          { Target: { 'Fn::Sub': 'arn:aws:outposts:${AWS::Region}:111122223333:outpost/op-1' }, Encrypted: true },
        ],
      }),
      scheduleWith({ ShareRules: [{ TargetAccounts: [{ Ref: 'AWS::AccountId' }] }] }),
    ],
  },
  preventive: {
    strength: 'region-deny',
    why: 'copies are made in the target region as the role that the policy names, an ordinary one, which a region deny binds. No condition key of the service names a target, and policies without copies are wanted, so none of its actions is refused.',
    denies: [],
  },
  detective: {
    events: [
      {
        eventSource: 'dlm.amazonaws.com',
        eventName: 'CreateLifecyclePolicy',
        recordedIn: 'source',
        opens: [
          { path: 'policyDetails.schedules[].crossRegionCopyRules[].target', kind: 'region' },
          { path: 'policyDetails.schedules[].crossRegionCopyRules[].targetRegion', kind: 'region' },
          { path: 'policyDetails.actions[].crossRegionCopy[].target', kind: 'region' },
          { path: 'crossRegionCopyTargets[].targetRegion', kind: 'region' },
        ],
      },
      {
        eventSource: 'dlm.amazonaws.com',
        eventName: 'UpdateLifecyclePolicy',
        recordedIn: 'source',
        opens: [
          { path: 'policyDetails.schedules[].crossRegionCopyRules[].target', kind: 'region' },
          { path: 'policyDetails.schedules[].crossRegionCopyRules[].targetRegion', kind: 'region' },
          { path: 'policyDetails.actions[].crossRegionCopy[].target', kind: 'region' },
          { path: 'crossRegionCopyTargets[].targetRegion', kind: 'region' },
        ],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-dlm',
        command: 'GetLifecyclePolicyCommand',
        field: 'Policy.PolicyDetails.Schedules[].CrossRegionCopyRules[].Target',
        kind: 'region',
      },
      {
        client: '@aws-sdk/client-dlm',
        command: 'GetLifecyclePolicyCommand',
        field: 'Policy.PolicyDetails.CrossRegionCopyTargets[].TargetRegion',
        kind: 'region',
      },
    ],
  },
});

/** A target is the name of a region, or the ARN of an Outpost. */
function copiesAbroad({ places }: JudgedResource): Violation[] {
  return TARGETS.flatMap(places).flatMap((place): Violation[] => {
    const named = place.destination('region');
    const { reach, ...destination } = named.value.startsWith('arn:') ? place.destination('arn') : named;
    return reach === 'home' ? [] : [{ path: place.path, destination: place.value, reach, ...destination }];
  });
}

function policyWith(details: Readonly<Record<string, unknown>>) {
  return exampleOf('AWS::DLM::LifecyclePolicy', {
    Description: 'daily snapshots, none for us-east-1',
    PolicyDetails: details,
  });
}

function scheduleWith(schedule: Readonly<Record<string, unknown>>) {
  return policyWith({ ResourceTypes: ['VOLUME'], Schedules: [{ Name: 'daily', ...schedule }] });
}
