import { defineChannel, notCovered } from '../channel';

export const cloudhsmBackupCopy = defineChannel({
  id: 'cloudhsm-backup-copy',
  title: 'CloudHSM backups stay in their home region',
  risk: 'All keys of the cluster come to rest in the other region, and a cluster can be made of them there.',
  level: 'keys',
  legitimate:
    'For a cluster that signs releases or holds keys of machines. Where its keys open personal data, only to a second region of the same jurisdiction.',
  remediation: 'Delete the copy, and make keys of their own in the other region.',
  references: ['https://docs.aws.amazon.com/cloudhsm/latest/userguide/copy-backup-to-region.html'],

  proactive: notCovered('a copy is an API call; CloudFormation makes clusters, and copies no backup of theirs'),
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the destination. The action has no use within one region, so that its deny costs nothing.',
    denies: [{ actions: ['cloudhsm:CopyBackupToRegion'], authorisedIn: 'source', strength: 'exact' }],
  },
  detective: {
    events: [
      {
        eventSource: 'cloudhsm.amazonaws.com',
        eventName: 'CopyBackupToRegion',
        recordedIn: 'source',
        opens: [{ path: 'destinationRegion', kind: 'region' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-cloudhsm-v2',
        command: 'DescribeBackupsCommand',
        field: 'Backups[].SourceRegion',
        kind: 'region',
      },
    ],
  },
});
