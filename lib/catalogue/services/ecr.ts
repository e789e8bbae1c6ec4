import { defineChannel } from '../channel';
import { exampleOf } from '../examples';
import { ADMITTING_NOBODY_ELSE, ADMITTING_OUTSIDERS, outsidersIn } from '../outsiders';

export const ecrReplication = defineChannel({
  id: 'ecr-replication',
  title: 'Container images replicate within their home region and account only',
  risk: 'Images are copied to other registries as they are pushed. They are code, though secrets and samples of data get into them.',
  level: 'metadata',
  legitimate:
    'For images as such: they are code, built once and run the same in every cell. Dumps and fixtures of production have no place in one.',
  remediation: 'Remove the rule, or push images in each region apart, and keep data out of them.',
  references: [
    'https://docs.aws.amazon.com/AmazonECR/latest/userguide/replication.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecr-replicationconfiguration.html',
  ],

  proactive: {
    rules: [
      {
        types: ['AWS::ECR::ReplicationConfiguration'],
        path: 'ReplicationConfiguration.Rules[].Destinations[].Region',
        kind: 'region',
      },
      {
        types: ['AWS::ECR::ReplicationConfiguration'],
        path: 'ReplicationConfiguration.Rules[].Destinations[].RegistryId',
        kind: 'account',
      },
      ...outsidersIn(['AWS::ECR::RegistryPolicy'], 'PolicyText'),
    ],
    violating: [
      replicatingTo({ Region: 'us-east-1', RegistryId: { Ref: 'AWS::AccountId' } }),
      replicatingTo({ Region: { Ref: 'AWS::Region' }, RegistryId: '444455556666' }),
      exampleOf('AWS::ECR::RegistryPolicy', { PolicyText: { Statement: ADMITTING_OUTSIDERS } }),
    ],
    compliant: [
      replicatingTo({ Region: 'eu-central-1', RegistryId: { Ref: 'AWS::AccountId' } }),
      exampleOf('AWS::ECR::RegistryPolicy', { PolicyText: { Statement: ADMITTING_NOBODY_ELSE } }),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the region of a destination. Who replicates no images loses nothing by the deny; what others may push is in the policy of the registry.',
    denies: [
      { actions: ['ecr:PutReplicationConfiguration'], authorisedIn: 'source', strength: 'whole-action' },
      { actions: ['ecr:PutRegistryPolicy'], authorisedIn: 'destination', strength: 'whole-action' },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'ecr.amazonaws.com',
        eventName: 'PutReplicationConfiguration',
        recordedIn: 'source',
        opens: [{ path: 'replicationConfiguration.rules[].destinations[].region', kind: 'region' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-ecr',
        command: 'DescribeRegistryCommand',
        field: 'replicationConfiguration.rules[].destinations[].region',
        kind: 'region',
      },
    ],
  },
});

export const ecrPublicPublish = defineChannel({
  id: 'ecr-public-publish',
  title: 'Container images are published nowhere',
  risk: 'The image is published to the world, from a registry in us-east-1. It is code, though secrets get into images.',
  level: 'metadata',
  legitimate: 'For software that is meant to be public, after a scan for secrets and for data that got in by mistake.',
  remediation: 'Push to a private repository at home.',
  references: ['https://docs.aws.amazon.com/AmazonECR/latest/public/what-is-ecr.html'],

  proactive: {
    rules: [
      {
        types: ['AWS::ECR::PublicRepository'],
        path: '',
        kind: 'presence',
        reach: 'abroad',
        because: 'which publishes images to the world',
      },
    ],
    violating: [exampleOf('AWS::ECR::PublicRepository', { RepositoryName: 'tools' })],
    compliant: [exampleOf('AWS::ECR::Repository', { RepositoryName: 'public-us-east-1' })],
  },
  preventive: {
    strength: 'whole-action',
    why: 'the service is in us-east-1 only, which a region deny would cover, were it not that Control Tower exempts it. Nothing else uses these actions.',
    denies: [
      { actions: ['ecr-public:CreateRepository', 'ecr-public:PutImage'], authorisedIn: 'us-east-1', strength: 'exact' },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'ecr-public.amazonaws.com',
        eventName: 'CreateRepository',
        recordedIn: 'us-east-1',
        opens: [{ path: 'repositoryName', kind: 'presence' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-ecr-public',
        command: 'DescribeRepositoriesCommand',
        field: 'repositories[].repositoryUri',
        kind: 'endpoint',
      },
    ],
  },
});

function replicatingTo(destination: Readonly<Record<string, unknown>>) {
  return exampleOf('AWS::ECR::ReplicationConfiguration', {
    ReplicationConfiguration: { Rules: [{ Destinations: [destination] }] },
  });
}
