import { defineChannel, notCovered } from '../channel';

export const dsMultiRegionDirectory = defineChannel({
  id: 'ds-multi-region-directory',
  aliases: ['directoryservice-multi-region'],
  title: 'Managed directories have domain controllers in their home region only',
  risk: 'The whole directory, with every person, password hash and group in it, is copied to the domain controllers of the other region.',
  level: 'content',
  legitimate:
    'For the directory of a workforce that works in both regions and was told so. Accounts of customers are no part of it.',
  remediation: 'Remove the region from the directory, and give it a directory of its own.',
  references: [
    'https://docs.aws.amazon.com/directoryservice/latest/admin-guide/ms_ad_configure_multi_region_replication.html',
    'https://docs.aws.amazon.com/directoryservice/latest/admin-guide/ms_ad_directory_sharing.html',
  ],

  proactive: notCovered(
    'regions are added to a directory by a call; the resource for a directory has no property for regions or shares',
  ),
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the region. Adding a region and sharing a directory are actions of their own, so the denies cost nothing else.',
    denies: [{ actions: ['ds:AddRegion', 'ds:ShareDirectory'], authorisedIn: 'source', strength: 'whole-action' }],
  },
  detective: {
    events: [
      {
        eventSource: 'ds.amazonaws.com',
        eventName: 'AddRegion',
        recordedIn: 'source',
        opens: [{ path: 'regionName', kind: 'region' }],
      },
      {
        eventSource: 'ds.amazonaws.com',
        eventName: 'ShareDirectory',
        recordedIn: 'source',
        opens: [{ path: 'shareTarget.id', kind: 'presence' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-directory-service',
        command: 'DescribeRegionsCommand',
        field: 'RegionsDescription[].RegionName',
        kind: 'region',
      },
      {
        client: '@aws-sdk/client-directory-service',
        command: 'DescribeDirectoriesCommand',
        field: 'DirectoryDescriptions[].RegionsInfo.AdditionalRegions[]',
        kind: 'region',
      },
    ],
  },
});
