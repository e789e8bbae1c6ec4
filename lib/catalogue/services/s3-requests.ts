import { defineChannel, notCovered } from '../channel';
import { exampleOf } from '../examples';

export const s3BatchOperationsCopy = defineChannel({
  id: 's3-batch-operations-copy',
  title: 'S3 batch jobs copy objects within their home region only',
  risk: 'One job copies, or replicates anew, all objects of a bucket into a bucket that can be in any region.',
  level: 'content',
  legitimate:
    'For a move of objects that belong to nobody, once, with a manifest that names them. A job whose manifest is the whole inventory copies whatever is in the bucket.',
  remediation: 'Let the job name a bucket at home.',
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/batch-ops.html'],

  proactive: notCovered('a batch job is an API call; CloudFormation has no resource for it'),
  preventive: {
    strength: 'partly',
    why: 's3:RequestJobOperation names what the job does, and not where to: jobs that copy are refused at home as well. Replicating anew follows the rules of the bucket, and is refused beside it.',
    denies: [
      {
        actions: ['s3:CreateJob'],
        authorisedIn: 'source',
        strength: 'whole-action',
        when: { key: 's3:RequestJobOperation', is: ['S3PutObjectCopy', 'S3ReplicateObject'] },
      },
      { actions: ['s3:InitiateReplication'], authorisedIn: 'source', strength: 'whole-action' },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 's3.amazonaws.com',
        eventName: 'CreateJob',
        recordedIn: 'source',
        opens: [
          { path: 'operation.s3PutObjectCopy.targetResource', kind: 'bucket' },
          { path: 'operation.s3ReplicateObject', kind: 'presence' },
        ],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-s3-control',
        command: 'DescribeJobCommand',
        field: 'Job.Operation.S3PutObjectCopy.TargetResource',
        kind: 'bucket',
      },
    ],
  },
});

export const s3CopyObjectByPrincipal = defineChannel({
  id: 's3-copy-object-by-principal',
  title: 'No principal can read objects at home and write them abroad',
  risk: 'Whoever may read the one bucket and write the other copies objects between their regions, one by one.',
  level: 'content',
  legitimate:
    "For a deployment role that copies artefacts from a bucket of artefacts, and can read no other. Moving one person's archive abroad is for that person, with their own client.",
  remediation: 'Take away the right to write to the other bucket, or to read at home.',
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html'],

  proactive: notCovered(
    'code decides what is copied; the rights that make it possible are judged where policies grant them',
  ),
  preventive: {
    strength: 'region-deny',
    why: 'the copy is a call in the region of the destination, which a region deny stops there. Where one principal may use both regions only its boundary tells them apart: s3:PutObject is needed by everything at home. Endpoints of a VPC carry no copies between regions.',
    denies: [],
  },
  detective: notCovered(
    'objects are read and written by data events in the region of the destination, which no trail records unless asked to',
  ),
  audit: notCovered('a copied object is like any other; nothing at either end tells where it came from'),
  loneControl:
    'One object is read and another is written, as an application does all day: no template, trail of management events or live resource tells such a pair from any other. Only where the write is authorised can it be refused; the rights to both are judged where they are granted.',
});

export const s3PresignedUrl = defineChannel({
  id: 's3-presigned-url',
  title: 'Presigned URLs are handed to those only whose data they show',
  risk: 'Whoever holds the URL reads or writes the object, from anywhere, until it expires.',
  level: 'content',
  legitimate:
    "For a person's own files, handed to that person after sign-in, for minutes. Whoever abroad opens it is then the person who asked.",
  remediation:
    'Answer with the object itself, or let the URL live for minutes and show its owner nothing but their own.',
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-presigned-url.html'],

  proactive: notCovered('a URL is signed by code, without any call to AWS, and no template shows it'),
  preventive: {
    strength: 'exact',
    why: 's3:authType tells that a request carries its signature in the URL, so that such requests can be refused and others not. The age of a signature can be limited by s3:signatureAge where they are needed.',
    denies: [
      {
        actions: ['s3:GetObject', 's3:PutObject'],
        authorisedIn: 'source',
        strength: 'exact',
        when: { key: 's3:authType', is: ['REST-QUERY-STRING'] },
      },
    ],
  },
  detective: notCovered(
    'signing is no call, and reading an object is a data event, which no trail records unless asked to',
  ),
  audit: {
    calls: [{ client: '@aws-sdk/client-s3', command: 'GetBucketPolicyCommand', field: 'Policy', kind: 'flag' }],
  },
});

export const s3TransferAcceleration = defineChannel({
  id: 's3-transfer-acceleration',
  title: 'S3 buckets take no accelerated transfers',
  risk: 'Objects enter and leave AWS at the edge location nearest to the client, and pass it unencrypted by TLS.',
  level: 'path',
  legitimate:
    'For uploads of large public media from far away. People who upload from their own country gain little, and those abroad chose to be there.',
  remediation: 'Suspend the acceleration, and let clients use the endpoint of the region.',
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/transfer-acceleration.html'],

  proactive: {
    rules: [
      {
        types: ['AWS::S3::Bucket'],
        path: 'AccelerateConfiguration.AccelerationStatus',
        kind: 'flag',
        opens: ['Enabled'],
        reach: 'unknown',
        because: 'with which objects pass the edge location nearest to the client, in any country',
      },
    ],
    violating: [exampleOf('AWS::S3::Bucket', { AccelerateConfiguration: { AccelerationStatus: 'Enabled' } })],
    compliant: [
      exampleOf('AWS::S3::Bucket', { BucketName: 'accelerated-us-east-1' }),
      exampleOf('AWS::S3::Bucket', { AccelerateConfiguration: { AccelerationStatus: 'Suspended' } }),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'the action has no other use, so that its deny costs nothing.',
    denies: [{ actions: ['s3:PutAccelerateConfiguration'], authorisedIn: 'source', strength: 'whole-action' }],
  },
  detective: {
    events: [
      {
        eventSource: 's3.amazonaws.com',
        eventName: 'PutBucketAccelerateConfiguration',
        recordedIn: 'source',
        opens: [{ path: 'AccelerateConfiguration.Status', kind: 'flag', opens: ['enabled'] }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-s3',
        command: 'GetBucketAccelerateConfigurationCommand',
        field: 'Status',
        kind: 'flag',
      },
    ],
  },
});
