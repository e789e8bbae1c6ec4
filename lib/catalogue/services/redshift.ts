import { defineChannel, notCovered } from '../channel';
import { exampleOf } from '../examples';
import { openToAnyRegion } from '../open-to-any-region';

export const redshiftSnapshotCopy = defineChannel({
  id: 'redshift-snapshot-copy',
  title: 'Redshift clusters copy snapshots within their home region only',
  risk: 'Every snapshot, and so the whole warehouse, is copied to the destination region and can be restored there.',
  level: 'content',
  legitimate:
    'For a warehouse of sales figures without customers, or into a second region of the same jurisdiction. The whole warehouse goes, so one personal schema is enough to keep it at home.',
  remediation: 'Remove DestinationRegion, and keep snapshots for longer at home.',
  references: [
    'https://docs.aws.amazon.com/redshift/latest/mgmt/cross-region-snapshot-copy.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-redshift-cluster.html',
  ],

  proactive: {
    rules: [
      { types: ['AWS::Redshift::Cluster'], path: 'DestinationRegion', kind: 'region' },
      // A grant has one use: it lets clusters of other regions copy encrypted snapshots to where it is.
      openToAnyRegion(
        ['AWS::Redshift::SnapshotCopyGrant'],
        '',
        'which lets clusters of other regions copy their snapshots to this one',
      ),
    ],
    violating: [
      exampleOf('AWS::Redshift::Cluster', { DestinationRegion: 'us-east-1', SnapshotCopyGrantName: 'people' }),
      exampleOf('AWS::Redshift::SnapshotCopyGrant', { SnapshotCopyGrantName: 'people' }),
    ],
    compliant: [
      exampleOf('AWS::Redshift::Cluster', { ClusterIdentifier: 'people-us-east-1', ManualSnapshotRetentionPeriod: 90 }),
      exampleOf('AWS::Redshift::Cluster', { DestinationRegion: { Ref: 'AWS::NoValue' } }),
      exampleOf('AWS::Redshift::Cluster', { SnapshotIdentifier: 'people-us-east-1' }),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the destination; copies within a region have no use, so the deny costs nothing. Encrypted snapshots also need a grant in the destination region, which a region deny refuses there.',
    denies: [
      { actions: ['redshift:EnableSnapshotCopy'], authorisedIn: 'source', strength: 'whole-action' },
      { actions: ['redshift:CreateSnapshotCopyGrant'], authorisedIn: 'destination', strength: 'region-deny' },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'redshift.amazonaws.com',
        eventName: 'EnableSnapshotCopy',
        recordedIn: 'source',
        opens: [{ path: 'destinationRegion', kind: 'region' }],
      },
      {
        eventSource: 'redshift.amazonaws.com',
        eventName: 'CreateSnapshotCopyGrant',
        recordedIn: 'destination',
        opens: [{ path: 'snapshotCopyGrantName', kind: 'presence' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-redshift',
        command: 'DescribeClustersCommand',
        field: 'Clusters[].ClusterSnapshotCopyStatus.DestinationRegion',
        kind: 'region',
      },
    ],
  },
});

export const redshiftServerlessSnapshotCopy = defineChannel({
  id: 'redshift-serverless-snapshot-copy',
  title: 'Redshift Serverless copies snapshots within its home region only',
  risk: 'Every recovery point of the namespace is copied to the destination region and can be restored there.',
  level: 'content',
  legitimate:
    'For a namespace that analysts fill with figures and samples that are invented, or into a second region of the same jurisdiction.',
  remediation: 'Remove the snapshot copy configuration, and keep snapshots for longer at home.',
  references: [
    'https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-snapshots-recovery-points.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-redshiftserverless-namespace.html',
  ],

  proactive: {
    rules: [
      {
        types: ['AWS::RedshiftServerless::Namespace'],
        path: 'SnapshotCopyConfigurations[].DestinationRegion',
        kind: 'region',
      },
      // The key is one of the region of the copies.
      {
        types: ['AWS::RedshiftServerless::Namespace'],
        path: 'SnapshotCopyConfigurations[].DestinationKmsKeyId',
        kind: 'arn',
        onlyAbroad: true,
      },
      // A snapshot of another region tells of a copy that is made beforehand.
      { types: ['AWS::RedshiftServerless::Workgroup'], path: 'SnapshotArn', kind: 'arn', onlyAbroad: true },
    ],
    violating: [
      copyingTo({ DestinationRegion: 'us-east-1' }),
      copyingTo({
        DestinationRegion: { Ref: 'AWS::Region' },
        DestinationKmsKeyId: 'arn:aws:kms:us-east-1:111122223333:key/people',
      }),
      exampleOf('AWS::RedshiftServerless::Workgroup', {
        WorkgroupName: 'people',
        SnapshotArn: 'arn:aws:redshift-serverless:us-east-1:111122223333:snapshot/people',
      }),
    ],
    compliant: [
      exampleOf('AWS::RedshiftServerless::Namespace', { NamespaceName: 'people-us-east-1' }),
      exampleOf('AWS::RedshiftServerless::Namespace', { NamespaceName: 'people', SnapshotCopyConfigurations: [] }),
      exampleOf('AWS::RedshiftServerless::Workgroup', {
        WorkgroupName: 'people',
        SnapshotArn: { 'Fn::Sub': 'arn:aws:redshift-serverless:${AWS::Region}:111122223333:snapshot/people' },
      }),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the destination. Copies within a region have no use, so the deny costs nothing.',
    denies: [
      {
        actions: ['redshift-serverless:CreateSnapshotCopyConfiguration'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'redshift-serverless.amazonaws.com',
        eventName: 'CreateSnapshotCopyConfiguration',
        recordedIn: 'source',
        opens: [{ path: 'destinationRegion', kind: 'region' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-redshift-serverless',
        command: 'ListSnapshotCopyConfigurationsCommand',
        field: 'snapshotCopyConfigurations[].destinationRegion',
        kind: 'region',
      },
    ],
  },
});

export const redshiftDatashareCrossRegion = defineChannel({
  id: 'redshift-datashare-cross-region',
  title: 'Redshift shares data with consumers of its home region only',
  risk: 'A consumer in another region or account queries the live tables, and the results arrive there.',
  level: 'content',
  legitimate: 'For views that were aggregated for the consumer, in a share that has nothing else in it.',
  remediation: 'Take the consumer off the datashare, and give it what it may have at home.',
  references: ['https://docs.aws.amazon.com/redshift/latest/dg/across-region.html'],

  proactive: notCovered(
    'datashares are made in SQL and associated by API calls; CloudFormation has no resource for them',
  ),
  preventive: {
    strength: 'exact',
    why: 'redshift:ConsumerArn names the consumer with its region where it is one namespace. Where a whole account or region is associated the key is missing, so that authorising other accounts is refused as a whole beside it.',
    denies: [
      {
        actions: ['redshift:AssociateDataShareConsumer'],
        authorisedIn: 'destination',
        strength: 'exact',
        when: { key: 'redshift:ConsumerArn', names: 'arn' },
      },
      { actions: ['redshift:AuthorizeDataShare'], authorisedIn: 'source', strength: 'whole-action' },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'redshift.amazonaws.com',
        eventName: 'AuthorizeDataShare',
        recordedIn: 'source',
        opens: [{ path: 'consumerIdentifier', kind: 'presence' }],
      },
      {
        eventSource: 'redshift.amazonaws.com',
        eventName: 'AssociateDataShareConsumer',
        recordedIn: 'destination',
        opens: [
          { path: 'consumerRegion', kind: 'region' },
          { path: 'consumerArn', kind: 'arn' },
          { path: 'dataShareArn', kind: 'arn' },
        ],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-redshift',
        command: 'DescribeDataSharesCommand',
        field: 'DataShares[].DataShareAssociations[].ConsumerRegion',
        kind: 'region',
      },
    ],
  },
});

export const redshiftUnloadCopyRegion = defineChannel({
  id: 'redshift-unload-copy-region',
  title: 'Redshift unloads to buckets of its home region only',
  risk: 'A statement in SQL names a bucket and its region, and the warehouse writes rows there with a role of its own.',
  level: 'content',
  legitimate:
    'For loading public data from where it is published, and for unloading aggregates, by a role for that one bucket.',
  remediation: 'Route the cluster through the VPC, with an endpoint policy and a role that name buckets of home only.',
  references: [
    'https://docs.aws.amazon.com/redshift/latest/dg/r_UNLOAD.html',
    'https://docs.aws.amazon.com/redshift/latest/mgmt/enhanced-vpc-routing.html',
  ],

  // The bucket stands in a statement that no template sees. What would hold it back is worth a remark, and no more.
  proactive: {
    rules: [
      {
        types: ['AWS::Redshift::Cluster'],
        path: 'EnhancedVpcRouting',
        kind: 'flag',
        closes: ['true'],
        opensWhenAbsent: true,
        when: { path: 'IamRoles', is: 'present' },
        reach: 'unknown',
        because: 'without which what the cluster unloads passes by every endpoint policy',
        severity: 'info',
      },
      {
        types: ['AWS::RedshiftServerless::Workgroup'],
        path: 'EnhancedVpcRouting',
        kind: 'flag',
        closes: ['true'],
        opensWhenAbsent: true,
        reach: 'unknown',
        because: 'without which what the workgroup unloads passes by every endpoint policy',
        severity: 'info',
      },
    ],
    violating: [
      exampleOf('AWS::Redshift::Cluster', { IamRoles: ['arn:aws:iam::111122223333:role/unload'] }),
      exampleOf('AWS::RedshiftServerless::Workgroup', { WorkgroupName: 'people', EnhancedVpcRouting: false }),
    ],
    compliant: [
      exampleOf('AWS::Redshift::Cluster', { ClusterIdentifier: 'people-us-east-1' }),
      exampleOf('AWS::Redshift::Cluster', {
        IamRoles: ['arn:aws:iam::111122223333:role/unload'],
        EnhancedVpcRouting: 'true',
      }),
      exampleOf('AWS::RedshiftServerless::Workgroup', { WorkgroupName: 'people', EnhancedVpcRouting: true }),
    ],
  },
  preventive: {
    strength: 'not-at-all',
    why: 'over JDBC the statement is no call of AWS, and s3:PutObject is what everything else at home needs as well. What holds is the role of the cluster, with a boundary on the buckets of home, and an endpoint policy under enhanced VPC routing.',
    denies: [],
  },
  detective: notCovered(
    'over JDBC and ODBC a statement is no call of AWS, and CloudTrail leaves its text out elsewhere',
  ),
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-redshift',
        command: 'DescribeClustersCommand',
        field: 'Clusters[].EnhancedVpcRouting',
        kind: 'flag',
      },
      {
        client: '@aws-sdk/client-redshift-serverless',
        command: 'ListWorkgroupsCommand',
        field: 'workgroups[].enhancedVpcRouting',
        kind: 'flag',
      },
    ],
  },
});

function copyingTo(configuration: Readonly<Record<string, unknown>>) {
  return exampleOf('AWS::RedshiftServerless::Namespace', {
    NamespaceName: 'people',
    SnapshotCopyConfigurations: [configuration],
  });
}
