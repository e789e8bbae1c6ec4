import { defineChannel } from '../channel';
import { exampleOf } from '../examples';

const TYPES = ['AWS::SSMIncidents::ReplicationSet'] as const;

export const ssmIncidentsReplicationSet = defineChannel({
  id: 'ssm-incidents-replication-set',
  title: 'Incidents are kept in allowed regions only',
  risk: 'Records and timelines of incidents, and the names, addresses and telephone numbers of those who are called, are copied to every region of the set.',
  level: 'content',
  legitimate:
    'For contacts of staff who agreed to be called, with timelines that speak of systems and give ids instead of names. A second region that is near and of the same jurisdiction does the same work.',
  remediation: 'Make a replication set of the home region only.',
  references: [
    'https://docs.aws.amazon.com/incident-manager/latest/userguide/general-settings.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssmincidents-replicationset.html',
  ],

  proactive: {
    rules: [{ types: TYPES, path: 'Regions[].RegionName', kind: 'region' }],
    violating: [replicated({ Ref: 'AWS::Region' }, 'us-east-1')],
    compliant: [replicated({ Ref: 'AWS::Region' })],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the regions. The service needs one replication set, which is made once.',
    denies: [
      {
        actions: ['ssm-incidents:CreateReplicationSet', 'ssm-incidents:UpdateReplicationSet'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'ssm-incidents.amazonaws.com',
        eventName: 'CreateReplicationSet',
        recordedIn: 'source',
        opens: [{ path: 'regions{key}', kind: 'region' }],
      },
      {
        eventSource: 'ssm-incidents.amazonaws.com',
        eventName: 'UpdateReplicationSet',
        recordedIn: 'source',
        opens: [{ path: 'actions[].addRegionAction.regionName', kind: 'region' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-ssm-incidents',
        command: 'GetReplicationSetCommand',
        field: 'replicationSet.regionMap{key}',
        kind: 'region',
      },
    ],
  },
});

function replicated(...regions: readonly unknown[]) {
  return exampleOf(TYPES[0], { Regions: regions.map((region) => ({ RegionName: region })) });
}
