import { defineChannel, notCovered } from '../channel';
import { exampleOf } from '../examples';

export const ec2SnapshotCopy = defineChannel({
  id: 'ec2-snapshot-copy',
  title: 'EBS snapshots are copied within their home region only',
  risk: 'The whole disk, as it was, comes to rest in the region where the copy is made, and can be mounted there.',
  level: 'content',
  legitimate:
    'For disks with software and public data, or towards a second region of the same jurisdiction under a plan that also deletes the copies.',
  remediation: 'Copy the snapshot in its own region.',
  references: ['https://docs.aws.amazon.com/ebs/latest/userguide/ebs-copy-snapshot.html'],

  proactive: notCovered(
    'a copy is an API call; a template makes a volume from a snapshot by an id that names no region',
  ),
  preventive: {
    strength: 'region-deny',
    why: 'the copy is made by a call in its destination, which a region deny stops there. Where one principal may use both regions nothing tells them apart, so that the action is refused as a whole.',
    denies: [{ actions: ['ec2:CopySnapshot'], authorisedIn: 'destination', strength: 'region-deny' }],
  },
  detective: {
    events: [
      {
        eventSource: 'ec2.amazonaws.com',
        eventName: 'CopySnapshot',
        recordedIn: 'destination',
        opens: [{ path: 'sourceRegion', kind: 'region' }],
      },
    ],
  },
  audit: notCovered('a copy tells neither its source nor the region of that; only a free description may'),
});

export const ec2ImageCopy = defineChannel({
  id: 'ec2-image-copy',
  title: 'Machine images are copied within their home region only',
  risk: 'The disks of the image, with whatever data was on them, come to rest where the copy is made, and can be started there.',
  level: 'content',
  legitimate:
    'For images that a pipeline built from packages, which every region wants to be the same. An image made of a running server is a copy of its data.',
  remediation: 'Build images without data in each region, and copy none that was made of a running machine.',
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/CopyingAMIs.html'],

  proactive: notCovered(
    'a copy is an API call; a template starts machines from an image by an id that names no region',
  ),
  preventive: {
    strength: 'region-deny',
    why: 'the copy is made by a call in its destination, which a region deny stops there. Where one principal may use both regions nothing tells them apart, so that the action is refused as a whole.',
    denies: [{ actions: ['ec2:CopyImage', 'ec2:CopyFpgaImage'], authorisedIn: 'destination', strength: 'region-deny' }],
  },
  detective: {
    events: [
      {
        eventSource: 'ec2.amazonaws.com',
        eventName: 'CopyImage',
        recordedIn: 'destination',
        opens: [{ path: 'sourceRegion', kind: 'region' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-ec2',
        command: 'DescribeImagesCommand',
        field: 'Images[].SourceImageRegion',
        kind: 'region',
      },
    ],
  },
});

export const ec2SnapshotImageShare = defineChannel({
  id: 'ec2-snapshot-image-share',
  title: 'EBS snapshots and machine images are shared with no other account',
  risk: 'The other account, or everybody, makes disks of the snapshot, and can copy it to any region from there.',
  level: 'content',
  legitimate:
    'For images with a hardened operating system, shared with the accounts of the organization; for snapshots only with an account of the same jurisdiction that runs the same data.',
  remediation: 'Take the account off the snapshot or image, and block public access for the whole account.',
  references: [
    'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-modifying-snapshot-permissions.html',
    'https://docs.aws.amazon.com/ebs/latest/userguide/block-public-access-snapshots.html',
  ],

  // Sharing itself is an API call. What a template shows is whether everybody is kept out, whatever the call.
  proactive: {
    rules: [
      {
        types: ['AWS::EC2::SnapshotBlockPublicAccess'],
        path: 'State',
        kind: 'flag',
        closes: ['block-all-sharing'],
        reach: 'unknown',
        because: 'which leaves snapshots public that are so already',
        severity: 'info',
      },
    ],
    violating: [exampleOf('AWS::EC2::SnapshotBlockPublicAccess', { State: 'block-new-sharing' })],
    compliant: [exampleOf('AWS::EC2::SnapshotBlockPublicAccess', { State: 'block-all-sharing' })],
  },
  preventive: {
    strength: 'whole-action',
    why: 'for snapshots condition keys name the account that is added, for images only the attribute. Within one account neither action is needed, nor is it needed to let the public in.',
    denies: [
      {
        actions: [
          'ec2:ModifySnapshotAttribute',
          'ec2:ModifyImageAttribute',
          'ec2:DisableSnapshotBlockPublicAccess',
          'ec2:DisableImageBlockPublicAccess',
        ],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'ec2.amazonaws.com',
        eventName: 'ModifySnapshotAttribute',
        recordedIn: 'source',
        opens: [{ path: 'createVolumePermission.add', kind: 'presence' }],
      },
      {
        eventSource: 'ec2.amazonaws.com',
        eventName: 'ModifyImageAttribute',
        recordedIn: 'source',
        opens: [{ path: 'launchPermission.add', kind: 'presence' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-ec2',
        command: 'DescribeSnapshotAttributeCommand',
        field: 'CreateVolumePermissions[].UserId',
        kind: 'account',
      },
      {
        client: '@aws-sdk/client-ec2',
        command: 'DescribeImageAttributeCommand',
        field: 'LaunchPermissions[].UserId',
        kind: 'account',
      },
      {
        client: '@aws-sdk/client-ec2',
        command: 'GetSnapshotBlockPublicAccessStateCommand',
        field: 'State',
        kind: 'flag',
      },
      {
        client: '@aws-sdk/client-ec2',
        command: 'GetImageBlockPublicAccessStateCommand',
        field: 'ImageBlockPublicAccessState',
        kind: 'flag',
      },
    ],
  },
});

export const ec2VmImportExport = defineChannel({
  id: 'ec2-vm-import-export',
  title: 'Machine images are exported to buckets of their home region only',
  risk: 'The disks of a machine or an image are written into a bucket, and can be read where it is.',
  level: 'content',
  legitimate:
    'For an image that leaves AWS because its owner does, without data on its disks, or to a data centre of the same jurisdiction.',
  remediation: 'Export to a bucket at home.',
  references: ['https://docs.aws.amazon.com/vm-import/latest/userguide/vmexport.html'],

  proactive: notCovered('exports are tasks that an API call starts; CloudFormation has no resource for them'),
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the bucket. Who exports no machines loses nothing by the deny.',
    denies: [
      {
        actions: ['ec2:ExportImage', 'ec2:CreateInstanceExportTask', 'ec2:CreateStoreImageTask'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'ec2.amazonaws.com',
        eventName: 'ExportImage',
        recordedIn: 'source',
        opens: [{ path: 's3ExportLocation.s3Bucket', kind: 'bucket' }],
      },
      {
        eventSource: 'ec2.amazonaws.com',
        eventName: 'CreateInstanceExportTask',
        recordedIn: 'source',
        opens: [{ path: 'exportToS3.s3Bucket', kind: 'bucket' }],
      },
      {
        eventSource: 'ec2.amazonaws.com',
        eventName: 'CreateStoreImageTask',
        recordedIn: 'source',
        opens: [{ path: 'bucket', kind: 'bucket' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-ec2',
        command: 'DescribeExportImageTasksCommand',
        field: 'ExportImageTasks[].S3ExportLocation.S3Bucket',
        kind: 'bucket',
      },
      {
        client: '@aws-sdk/client-ec2',
        command: 'DescribeStoreImageTasksCommand',
        field: 'StoreImageTaskResults[].Bucket',
        kind: 'bucket',
      },
    ],
  },
});

export const ec2EbsDirectApis = defineChannel({
  id: 'ec2-ebs-direct-apis',
  title: 'Blocks of snapshots are read by nobody',
  risk: 'Whoever may read blocks carries the whole disk away, to wherever the reader is.',
  level: 'content',
  legitimate:
    'For a backup product that reads changed blocks within the region and is the only principal that may; for disks of machines that keep no state it hardly matters.',
  remediation: 'Take the action away, or allow it to the backup product of the same region only.',
  references: ['https://docs.aws.amazon.com/ebs/latest/userguide/ebs-accessing-snapshot.html'],

  proactive: notCovered('code reads the blocks; the rights to do so are judged where policies grant them'),
  preventive: {
    strength: 'whole-action',
    why: 'the call is made in the region of the snapshot wherever the reader is, and no condition key tells its place but that of a VPC endpoint. Nothing else uses these actions.',
    denies: [
      {
        actions: ['ebs:GetSnapshotBlock', 'ebs:ListSnapshotBlocks', 'ebs:ListChangedBlocks'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: notCovered('reading blocks is a data event, which no trail records unless it is asked to'),
  audit: notCovered('a snapshot does not tell who has read its blocks, nor how often'),
  loneControl:
    'A template can grant the right to read blocks, which is judged where it is granted, but nothing other than the call itself does the reading. It changes no resource, and is recorded only where a trail is asked for such data events, so it can be refused and not found.',
});
