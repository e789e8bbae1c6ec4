import { defineChannel } from '../channel';
import { BUCKET_AT_HOME, exampleOf } from '../examples';
import { ADMITTING_NOBODY_ELSE, ADMITTING_OUTSIDERS, outsidersIn } from '../outsiders';

export const s3MultiRegionAccessPoint = defineChannel({
  id: 's3-multi-region-access-point',
  title: 'Multi-Region Access Points lead to buckets of the home region only',
  risk: 'Each request, to read or to write, goes to whichever bucket is nearest or left, in any of their regions.',
  level: 'content',
  legitimate:
    'For downloads that are the same for everybody, or among buckets of one jurisdiction, where it also serves failover.',
  remediation: 'Remove the access point, and let clients use the bucket of the region.',
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiRegionAccessPoints.html',
    'https://docs.aws.amazon.com/controltower/latest/controlreference/ou-region-deny.html',
  ],

  proactive: {
    rules: [{ types: ['AWS::S3::MultiRegionAccessPoint'], path: 'Regions[].Bucket', kind: 'bucket' }],
    violating: [
      exampleOf(
        'AWS::S3::MultiRegionAccessPoint',
        { Regions: [{ Bucket: { Ref: 'Store' } }, { Bucket: 'media-us-east-1' }] },
        BUCKET_AT_HOME,
      ),
    ],
    compliant: [
      exampleOf(
        'AWS::S3::MultiRegionAccessPoint',
        { Name: 'media-us-east-1', Regions: [{ Bucket: { Ref: 'Store' } }] },
        BUCKET_AT_HOME,
      ),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the buckets behind it. The control plane is in us-west-2, which a region deny would cover, were it not that Control Tower exempts this very action: it needs a deny of its own.',
    denies: [
      {
        actions: ['s3:CreateMultiRegionAccessPoint', 's3:SubmitMultiRegionAccessPointRoutes'],
        authorisedIn: 'us-west-2',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 's3.amazonaws.com',
        eventName: 'CreateMultiRegionAccessPoint',
        recordedIn: 'us-west-2',
        opens: [{ path: 'details.regions[].bucket', kind: 'bucket' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-s3-control',
        command: 'ListMultiRegionAccessPointsCommand',
        field: 'AccessPoints[].Regions[].Region',
        kind: 'region',
      },
    ],
  },
});

export const s3PublicOrExternalAccess = defineChannel({
  id: 's3-public-or-external-access',
  title: 'S3 buckets admit principals of their own account only',
  risk: 'Another account, or everybody, reads the objects from wherever it is, and can keep them there.',
  level: 'content',
  legitimate:
    'For public downloads in a bucket of their own, and for an account of the same jurisdiction that is named with the prefix that it needs.',
  remediation: 'Admit roles of the same account, and block public access.',
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html',
  ],

  // Who reads is not where: it is pointed out, and no more. New buckets block public access unless told otherwise.
  proactive: {
    rules: [
      ...outsidersIn(['AWS::S3::BucketPolicy'], 'PolicyDocument'),
      ...outsidersIn(['AWS::S3::AccessPoint'], 'Policy'),
      {
        types: ['AWS::S3::Bucket'],
        path: 'PublicAccessBlockConfiguration.RestrictPublicBuckets',
        kind: 'flag',
        opens: ['false'],
        reach: 'unknown',
        because: 'with which a policy can let everybody read',
        severity: 'info',
      },
      {
        types: ['AWS::S3::Bucket'],
        path: 'AccessControl',
        kind: 'flag',
        opens: ['PublicRead', 'PublicReadWrite', 'AuthenticatedRead'],
        reach: 'unknown',
        because: 'with which everybody can read',
        severity: 'info',
      },
      {
        types: ['AWS::S3::AccessGrant'],
        path: 'Grantee.GranteeIdentifier',
        kind: 'account',
        severity: 'info',
        when: { path: 'Grantee.GranteeType', is: ['IAM'] },
      },
    ],
    violating: [
      exampleOf('AWS::S3::BucketPolicy', { Bucket: 'media', PolicyDocument: { Statement: ADMITTING_OUTSIDERS } }),
      exampleOf('AWS::S3::AccessPoint', { Bucket: 'media', Policy: { Statement: ADMITTING_OUTSIDERS } }),
      exampleOf('AWS::S3::Bucket', { PublicAccessBlockConfiguration: { RestrictPublicBuckets: false } }),
      exampleOf('AWS::S3::Bucket', { AccessControl: 'PublicRead' }),
      exampleOf('AWS::S3::AccessGrant', {
        Grantee: { GranteeType: 'IAM', GranteeIdentifier: 'arn:aws:iam::444455556666:role/reader' },
      }),
    ],
    compliant: [
      exampleOf('AWS::S3::BucketPolicy', { Bucket: 'media', PolicyDocument: { Statement: ADMITTING_NOBODY_ELSE } }),
      exampleOf('AWS::S3::BucketPolicy', {
        Bucket: 'media',
        PolicyDocument: {
          Statement: [
            {
              Effect: 'Deny',
              Principal: '*',
              Action: 's3:*',
              Resource: '*',
              Condition: { Bool: { 'aws:SecureTransport': 'false' } },
            },
          ],
        },
      }),
      exampleOf('AWS::S3::Bucket', { AccessControl: 'LogDeliveryWrite' }),
      exampleOf('AWS::S3::Bucket', {
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
      }),
    ],
  },
  preventive: {
    strength: 'partly',
    why: 'no condition key tells whom a policy admits, and policies of buckets are needed at home. Reading by others can be refused at the bucket instead, by a resource control policy on the principal’s organization, and public access for the whole account.',
    denies: [
      {
        actions: ['s3:PutAccountPublicAccessBlock', 's3:CreateAccessGrant'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 's3.amazonaws.com',
        eventName: 'PutBucketPolicy',
        recordedIn: 'source',
        opens: [{ path: 'bucketPolicy', kind: 'presence' }],
      },
      {
        eventSource: 's3.amazonaws.com',
        eventName: 'DeleteBucketPublicAccessBlock',
        recordedIn: 'source',
        opens: [{ path: 'bucketName', kind: 'presence' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-s3',
        command: 'GetBucketPolicyStatusCommand',
        field: 'PolicyStatus.IsPublic',
        kind: 'flag',
      },
      {
        client: '@aws-sdk/client-s3',
        command: 'GetPublicAccessBlockCommand',
        field: 'PublicAccessBlockConfiguration.RestrictPublicBuckets',
        kind: 'flag',
      },
      {
        client: '@aws-sdk/client-accessanalyzer',
        command: 'ListFindingsV2Command',
        field: 'findings[].resource',
        kind: 'arn',
      },
    ],
  },
});

export const s3RequesterExternalWebsite = defineChannel({
  id: 's3-requester-external-website',
  title: 'No bucket with personal data is a website',
  risk: 'The objects are published to the world without a sign-in, as far as the policy of the bucket lets everybody read.',
  level: 'content',
  legitimate: 'For a site that is meant to be read by everybody: documentation, terms, a press kit.',
  remediation: 'Keep personal data out of the bucket of a website, and remove the website from any other.',
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteHosting.html'],

  // A website shows what is meant to be public more often than not: it is pointed out, and no more.
  proactive: {
    rules: [
      {
        types: ['AWS::S3::Bucket'],
        path: 'WebsiteConfiguration',
        kind: 'presence',
        reach: 'unknown',
        because: 'which publishes what everybody may read',
        severity: 'info',
        unless: { path: 'WebsiteConfiguration.RedirectAllRequestsTo', is: 'present' },
      },
    ],
    violating: [exampleOf('AWS::S3::Bucket', { WebsiteConfiguration: { IndexDocument: 'index.html' } })],
    compliant: [
      exampleOf('AWS::S3::Bucket', { BucketName: 'www.example.com' }),
      exampleOf('AWS::S3::Bucket', {
        WebsiteConfiguration: { RedirectAllRequestsTo: { HostName: 'www.example.com' } },
      }),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key tells what a website shows. In an account whose buckets hold personal data none is needed.',
    denies: [{ actions: ['s3:PutBucketWebsite'], authorisedIn: 'source', strength: 'whole-action' }],
  },
  detective: {
    events: [
      {
        eventSource: 's3.amazonaws.com',
        eventName: 'PutBucketWebsite',
        recordedIn: 'source',
        opens: [{ path: 'WebsiteConfiguration', kind: 'presence' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-s3',
        command: 'GetBucketWebsiteCommand',
        field: 'IndexDocument.Suffix',
        kind: 'flag',
      },
    ],
  },
});
