import { defineChannel } from '../channel';
import { exampleOf } from '../examples';

export const securitylakeReplication = defineChannel({
  id: 'securitylake-replication',
  title: 'Security Lake rolls logs up within their home region only',
  risk: 'Logs of networks, names and calls are copied to the region that they are rolled up in, and read there by subscribers.',
  level: 'metadata',
  legitimate:
    "For logs of AWS's control plane. Flow logs and DNS queries of networks that customers reach hold their addresses, and are rolled up within their jurisdiction.",
  remediation: 'Remove the rollup, or let it name the home region.',
  references: [
    'https://docs.aws.amazon.com/security-lake/latest/userguide/add-rollup-region.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-securitylake-datalake.html',
  ],

  proactive: {
    rules: [
      { types: ['AWS::SecurityLake::DataLake'], path: 'ReplicationConfiguration.Regions[]', kind: 'region' },
      { types: ['AWS::SecurityLake::Subscriber'], path: 'SubscriberIdentity.Principal', kind: 'account' },
    ],
    violating: [
      exampleOf('AWS::SecurityLake::DataLake', { ReplicationConfiguration: { Regions: ['us-east-1'] } }),
      exampleOf('AWS::SecurityLake::Subscriber', {
        SubscriberIdentity: { Principal: '444455556666', ExternalId: 'partner' },
      }),
    ],
    compliant: [
      exampleOf('AWS::SecurityLake::DataLake', { ReplicationConfiguration: { Regions: [{ Ref: 'AWS::Region' }] } }),
      exampleOf('AWS::SecurityLake::Subscriber', { SubscriberIdentity: { Principal: { Ref: 'AWS::AccountId' } } }),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the regions of a rollup, nor the account of a subscriber. Who keeps no lake loses nothing by the deny.',
    denies: [
      {
        actions: ['securitylake:CreateDataLake', 'securitylake:UpdateDataLake', 'securitylake:CreateSubscriber'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'securitylake.amazonaws.com',
        eventName: 'CreateDataLake',
        recordedIn: 'source',
        opens: [{ path: 'configurations[].replicationConfiguration.regions[]', kind: 'region' }],
      },
      {
        eventSource: 'securitylake.amazonaws.com',
        eventName: 'UpdateDataLake',
        recordedIn: 'source',
        opens: [{ path: 'configurations[].replicationConfiguration.regions[]', kind: 'region' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-securitylake',
        command: 'ListDataLakesCommand',
        field: 'dataLakes[].replicationConfiguration.regions[]',
        kind: 'region',
      },
    ],
  },
});
