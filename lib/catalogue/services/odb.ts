import { defineChannel } from '../channel';
import { exampleOf } from '../examples';

export const odbOracleCrossRegion = defineChannel({
  id: 'odb-oracle-cross-region',
  title: 'Oracle databases have no standby and no backups in another region',
  risk: 'A standby in another region follows every change; a network that is opened to other regions restores from their backups.',
  level: 'content',
  legitimate:
    'For a standby in a second region of the same jurisdiction that follows the first for a disaster, and is not open to readers.',
  remediation: 'Keep the standby in another zone, and remove the regions from CrossRegionS3RestoreSources.',
  references: ['https://docs.aws.amazon.com/odb/latest/UserGuide/what-is-odb.html'],

  // A standby is made by an API call; what a template shows is from which regions backups are restored.
  proactive: {
    rules: [{ types: ['AWS::ODB::OdbNetwork'], path: 'CrossRegionS3RestoreSources[]', kind: 'region' }],
    violating: [
      exampleOf('AWS::ODB::OdbNetwork', { DisplayName: 'people', CrossRegionS3RestoreSources: ['us-east-1'] }),
    ],
    compliant: [
      exampleOf('AWS::ODB::OdbNetwork', { DisplayName: 'people-us-east-1' }),
      exampleOf('AWS::ODB::OdbNetwork', { CrossRegionS3RestoreSources: [{ Ref: 'AWS::Region' }] }),
    ],
  },
  preventive: {
    strength: 'region-deny',
    why: 'the standby is made by a call in its own region, which a region deny stops there. No condition key names the source of a database or the regions of a network, and both are made at home as well, so that no action is refused outright.',
    denies: [],
  },
  detective: {
    events: [
      {
        eventSource: 'odb.amazonaws.com',
        eventName: 'CreateAutonomousDatabase',
        recordedIn: 'destination',
        opens: [{ path: 'source', kind: 'flag', opens: ['cross_region_dataguard', 'cross_region_disaster_recovery'] }],
      },
      {
        eventSource: 'odb.amazonaws.com',
        eventName: 'CreateOdbNetwork',
        recordedIn: 'source',
        opens: [{ path: 'crossRegionS3RestoreSourcesToEnable[]', kind: 'region' }],
      },
      {
        eventSource: 'odb.amazonaws.com',
        eventName: 'UpdateOdbNetwork',
        recordedIn: 'source',
        opens: [{ path: 'crossRegionS3RestoreSourcesToEnable[]', kind: 'region' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-odb',
        command: 'GetOdbNetworkCommand',
        field: 'odbNetwork.managedServices.crossRegionS3RestoreSourcesAccess[].region',
        kind: 'region',
      },
    ],
  },
});
