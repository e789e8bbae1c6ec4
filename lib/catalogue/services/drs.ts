import { defineChannel } from '../channel';
import { exampleOf } from '../examples';

export const drsElasticDisasterRecovery = defineChannel({
  id: 'drs-elastic-disaster-recovery',
  title: 'Elastic Disaster Recovery protects servers of its own region only',
  risk: 'Every block of the servers is copied to a staging area in the region of the service, and can be started there.',
  level: 'content',
  legitimate:
    'For servers of a data centre in the same jurisdiction as the region that recovers them, and for those that serve and keep only what is public.',
  remediation: 'Recover in the region of the servers, or in another zone of it.',
  references: [
    'https://docs.aws.amazon.com/drs/latest/userguide/what-is-drs.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-drs-sourcenetwork.html',
  ],

  // Which servers replicate, their agents say. A template that makes the place for them says no more than that.
  proactive: {
    rules: [
      { types: ['AWS::DRS::SourceNetwork'], path: 'OriginRegion', kind: 'region' },
      {
        types: ['AWS::DRS::ReplicationConfigurationTemplate'],
        path: '',
        kind: 'presence',
        reach: 'unknown',
        because: 'which receives the disks of servers that can be in any region',
        severity: 'info',
      },
    ],
    violating: [
      exampleOf('AWS::DRS::SourceNetwork', {
        VpcID: 'vpc-1234',
        OriginAccountID: '111122223333',
        OriginRegion: 'us-east-1',
      }),
      exampleOf('AWS::DRS::ReplicationConfigurationTemplate', { StagingAreaSubnetId: 'subnet-1234' }),
    ],
    compliant: [
      exampleOf('AWS::DRS::SourceNetwork', {
        VpcID: 'vpc-1234',
        OriginAccountID: '111122223333',
        OriginRegion: { Ref: 'AWS::Region' },
        Tags: [{ Key: 'Name', Value: 'us-east-1' }],
      }),
    ],
  },
  preventive: {
    strength: 'region-deny',
    why: 'the service is set up, and asked to replicate, in the region where the copies rest: a region deny stops it there. Who does not use the service at home loses nothing by the deny of its first steps.',
    denies: [
      {
        actions: [
          'drs:InitializeService',
          'drs:CreateReplicationConfigurationTemplate',
          'drs:CreateSourceNetwork',
          'drs:StartReplication',
          'drs:ReverseReplication',
        ],
        authorisedIn: 'destination',
        strength: 'region-deny',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'drs.amazonaws.com',
        eventName: 'CreateReplicationConfigurationTemplate',
        recordedIn: 'destination',
        opens: [{ path: 'stagingAreaSubnetId', kind: 'presence' }],
      },
      {
        eventSource: 'drs.amazonaws.com',
        eventName: 'CreateSourceNetwork',
        recordedIn: 'destination',
        opens: [{ path: 'originRegion', kind: 'region' }],
      },
      {
        eventSource: 'drs.amazonaws.com',
        eventName: 'ReverseReplication',
        recordedIn: 'destination',
        opens: [{ path: 'recoveryInstanceID', kind: 'presence' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-drs',
        command: 'DescribeSourceServersCommand',
        field: 'items[].sourceCloudProperties.originRegion',
        kind: 'region',
      },
    ],
  },
});
