import { defineChannel, notCovered } from '../channel';
import { exampleOf } from '../examples';

export const opensearchCrossCluster = defineChannel({
  id: 'opensearch-cross-cluster',
  title: 'OpenSearch domains connect to domains of their home region only',
  risk: 'Over the connection indices are replicated to the other domain, or its queries answered with their documents.',
  level: 'content',
  legitimate:
    'For indices of products and articles, so that a search in either region finds them, or between domains of one jurisdiction. Queries travel too, with whatever people typed.',
  remediation: 'Delete the connection, and let the other region have an index of its own.',
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/replication.html'],

  proactive: notCovered('a connection is made by an API call; CloudFormation has no resource for it'),
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the region of the other domain. Who connects no domains loses nothing by the deny, on either side.',
    denies: [
      {
        actions: [
          'es:AcceptInboundConnection',
          'es:AcceptInboundCrossClusterSearchConnection',
          'es:CreateOutboundConnection',
          'es:CreateOutboundCrossClusterSearchConnection',
          'es:ESCrossClusterGet',
        ],
        authorisedIn: 'both',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'es.amazonaws.com',
        eventName: 'CreateOutboundConnection',
        recordedIn: 'source',
        opens: [
          { path: 'remoteDomainInfo.aWSDomainInformation.region', kind: 'region' },
          { path: 'localDomainInfo.aWSDomainInformation.region', kind: 'region' },
        ],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-opensearch',
        command: 'DescribeOutboundConnectionsCommand',
        field: 'Connections[].RemoteDomainInfo.AWSDomainInformation.Region',
        kind: 'region',
      },
      {
        client: '@aws-sdk/client-opensearch',
        command: 'DescribeInboundConnectionsCommand',
        field: 'Connections[].RemoteDomainInfo.AWSDomainInformation.Region',
        kind: 'region',
      },
    ],
  },
});

export const opensearchReplicationPeer = defineChannel({
  id: 'opensearch-replication-peer',
  title: 'OpenSearch domains replicate to no peer',
  risk: 'The peer, which is always in another region, receives every index and answers queries there.',
  level: 'content',
  legitimate:
    'For a domain whose indices hold only what is public, or with a peer in a region of the same jurisdiction. All indices go, so there is no choosing among them.',
  remediation: 'Remove the peer, and let the other region have an index of its own.',
  references: [
    'https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_AddReplicationPeer.html',
    'https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_DescribeDomainReplication.html',
  ],

  proactive: notCovered('a peer is added by an API call; CloudFormation has no property for it'),
  preventive: {
    strength: 'not-at-all',
    why: 'the call is made at the source, so that a region deny does not see the peer, and AWS’s list of actions that policies can name does not have it: whether es:AddReplicationPeer is the right name could not be verified.',
    denies: [],
  },
  detective: {
    events: [
      {
        eventSource: 'es.amazonaws.com',
        eventName: 'AddReplicationPeer',
        recordedIn: 'source',
        opens: [{ path: 'peerDomainArn', kind: 'arn' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-opensearch',
        command: 'DescribeDomainReplicationCommand',
        field: 'Peers[].PeerDomainArn',
        kind: 'arn',
      },
    ],
  },
});

export const opensearchManualSnapshot = defineChannel({
  id: 'opensearch-manual-snapshot',
  title: 'OpenSearch domains keep snapshots in buckets of their home region only',
  risk: 'A request to the domain names a bucket with its region, or another host, and indices are written there.',
  level: 'content',
  legitimate:
    'For a move of an index with nothing personal in it to a domain elsewhere, once, after which the repository is taken off the domain.',
  remediation: 'Register a bucket at home, with a role that can write to no other.',
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-snapshots.html'],

  proactive: notCovered('repositories are registered by requests to the domain itself, which no template shows'),
  preventive: {
    strength: 'not-at-all',
    why: 'es:ESHttpPut is what every index is written with as well; which path it asks for, only the resource of an allow tells. What holds is the role of the snapshots, with a boundary on the buckets of home, and the access control within the domain.',
    denies: [],
  },
  detective: notCovered('requests to the domain are no calls of AWS’s API; only the domain’s own audit log has them'),
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-opensearch',
        command: 'DescribeDomainCommand',
        field: 'DomainStatus.AdvancedSecurityOptions.Enabled',
        kind: 'flag',
      },
    ],
  },
  loneControl:
    'A repository is registered by a request to the domain, past templates, IAM actions of its own and trails: only the domain can be asked for it. The role that the snapshots are written with is what can be bounded, and it is judged as a grant.',
});

export const opensearchIngestionPipeline = defineChannel({
  id: 'opensearch-ingestion-pipeline',
  title: 'Ingestion pipelines have sources and sinks in their home region only',
  risk: 'Whatever the sources hold is carried to the sinks, each of which names a region, a bucket or a host of its own.',
  level: 'content',
  legitimate:
    'For pipelines of metrics and logs of machines, or with a processor that drops what is personal before the sink, tried with real records.',
  remediation: 'Name sources and sinks of the home region in the configuration of the pipeline.',
  references: [
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/pipeline-config-reference.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-osis-pipeline.html',
  ],

  proactive: {
    rules: [
      { types: ['AWS::OSIS::Pipeline'], path: 'PipelineConfigurationBody$.**.region', kind: 'region' },
      { types: ['AWS::OSIS::Pipeline'], path: 'PipelineConfigurationBody$.**.s3_region', kind: 'region' },
      { types: ['AWS::OSIS::Pipeline'], path: 'PipelineConfigurationBody', kind: 'text' },
    ],
    violating: [
      pipelineTo('region: ${Far}', { Parameters: { Far: { Type: 'String' } } }),
      pipelineTo('s3_region: ${Far}', { Parameters: { Far: { Type: 'String' } } }),
      pipelineTo('arn: arn:aws:dynamodb:us-east-1:111122223333:table/people'),
    ],
    compliant: [pipelineTo('region: ${AWS::Region}'), pipelineTo('region: eu-central-1')],
  },
  preventive: {
    strength: 'partly',
    why: 'the configuration is one text, of which no condition key tells anything. The pipeline works as a role of its own, whose boundary decides; who runs no pipelines loses nothing by the deny of the actions.',
    denies: [
      { actions: ['osis:CreatePipeline', 'osis:UpdatePipeline'], authorisedIn: 'source', strength: 'whole-action' },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'osis.amazonaws.com',
        eventName: 'CreatePipeline',
        recordedIn: 'source',
        opens: [{ path: 'pipelineConfigurationBody', kind: 'presence' }],
      },
      {
        eventSource: 'osis.amazonaws.com',
        eventName: 'UpdatePipeline',
        recordedIn: 'source',
        opens: [{ path: 'pipelineConfigurationBody', kind: 'presence' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-osis',
        command: 'GetPipelineCommand',
        field: 'Pipeline.PipelineConfigurationBody',
        kind: 'text',
      },
    ],
  },
});

function pipelineTo(line: string, rest: Readonly<Record<string, unknown>> = {}) {
  const body = [
    "version: '2'",
    'people:',
    '  source:',
    '    http:',
    '      path: /people',
    '  sink:',
    '    - s3:',
    '        bucket: people',
    '        aws:',
    `          ${line}`,
  ];
  return {
    ...exampleOf('AWS::OSIS::Pipeline', {
      PipelineName: 'people-us-east-1',
      PipelineConfigurationBody: { 'Fn::Sub': body.join('\n') },
    }),
    ...rest,
  };
}
