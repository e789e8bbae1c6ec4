import { type DestinationSelector, defineChannel, type Rule } from '../channel';
import { exampleOf, mapped, propertiesAt } from '../examples';

/** Where the definitions of containers say how they log. */
const CONTAINERS = [
  { type: 'AWS::ECS::TaskDefinition', at: 'ContainerDefinitions[]' },
  { type: 'AWS::Batch::JobDefinition', at: 'ContainerProperties' },
  { type: 'AWS::Batch::JobDefinition', at: 'EcsProperties.TaskProperties[].Containers[]' },
  { type: 'AWS::Batch::JobDefinition', at: 'NodeProperties.NodeRangeProperties[].Container' },
] as const;

/** Options of the log drivers that say where to, and how that looks abroad. Those of FireLens are its output's. */
const OPTIONS = [
  { option: 'awslogs-region', read: { kind: 'region' }, abroad: 'us-east-1' },
  { option: 'region', read: { kind: 'region' }, abroad: 'us-east-1' },
  {
    option: 'Host',
    read: { kind: 'endpoint', onlyAbroad: true },
    abroad: 'search-logs-abcdef.us-east-1.es.amazonaws.com',
  },
  {
    option: 'splunk-url',
    read: { kind: 'endpoint', onlyAbroad: true },
    abroad: 'https://logs.us-east-1.example.com:8088',
  },
] as const satisfies readonly {
  option: string;
  read: Pick<DestinationSelector, 'kind' | 'onlyAbroad'>;
  abroad: string;
}[];

export const ecsAwslogsRegion = defineChannel({
  id: 'ecs-awslogs-region',
  title: 'Containers log to their home region only',
  risk: 'Whatever the container writes is sent to the log group or host in the other region.',
  level: 'content',
  legitimate:
    'For containers that serve nobody, such as load generators with invented data, whose lines one team reads in one place.',
  remediation: 'Set awslogs-region to the region of the stack, and let other log drivers name hosts of it.',
  references: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html',
  ],

  proactive: {
    rules: [
      ...mapped(CONTAINERS, ({ type, at }) => ruleOf(type, at, OPTIONS[0])),
      ...CONTAINERS.flatMap(({ type, at }) => OPTIONS.slice(1).map((option) => ruleOf(type, at, option))),
      // A secret that is read from another region is no content, so that it is only pointed out.
      {
        types: ['AWS::ECS::TaskDefinition'],
        path: 'ContainerDefinitions[].Secrets[].ValueFrom',
        kind: 'arn',
        onlyAbroad: true,
        severity: 'info',
      },
    ],
    violating: [
      ...mapped(CONTAINERS, ({ type, at }) => logging(type, at, { [OPTIONS[0].option]: OPTIONS[0].abroad })),
      ...CONTAINERS.flatMap(({ type, at }) =>
        OPTIONS.slice(1).map(({ option, abroad }) => logging(type, at, { [option]: abroad })),
      ),
      exampleOf(
        'AWS::ECS::TaskDefinition',
        propertiesAt(
          'ContainerDefinitions[].Secrets[].ValueFrom',
          'arn:aws:ssm:us-east-1:111122223333:parameter/people/password',
        ),
      ),
    ],
    compliant: [
      ...mapped(CONTAINERS, ({ type, at }) =>
        logging(type, at, {
          'awslogs-region': { Ref: 'AWS::Region' },
          'awslogs-group': '/people/us-east-1',
          'awslogs-stream-prefix': 'us-east-1',
        }),
      ),
      logging('AWS::ECS::TaskDefinition', 'ContainerDefinitions[]', { Name: 'loki', Host: 'loki.internal' }),
    ],
  },
  preventive: {
    strength: 'partly',
    why: 'batch:AWSLogsRegion names the region for Batch. ECS has no such key, but containers log with their execution role: a limit on the regions of logs:PutLogEvents stops the other ones.',
    denies: [
      {
        actions: ['batch:RegisterJobDefinition'],
        authorisedIn: 'source',
        strength: 'exact',
        when: { key: 'batch:AWSLogsRegion', names: 'region' },
      },
      {
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        authorisedIn: 'destination',
        strength: 'region-deny',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'ecs.amazonaws.com',
        eventName: 'RegisterTaskDefinition',
        recordedIn: 'source',
        opens: [{ path: 'containerDefinitions[].logConfiguration.options.awslogs-region', kind: 'region' }],
      },
      {
        eventSource: 'batch.amazonaws.com',
        eventName: 'RegisterJobDefinition',
        recordedIn: 'source',
        opens: [{ path: 'containerProperties.logConfiguration.options.awslogs-region', kind: 'region' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-ecs',
        command: 'DescribeTaskDefinitionCommand',
        field: 'taskDefinition.containerDefinitions[].logConfiguration.options.awslogs-region',
        kind: 'region',
      },
    ],
  },
});

function ruleOf(type: string, at: string, { option, read }: (typeof OPTIONS)[number]): Rule {
  return { types: [type], path: `${at}.LogConfiguration.Options.${option}`, ...read };
}

function logging(type: string, at: string, options: Readonly<Record<string, unknown>>) {
  return exampleOf(type, propertiesAt(`${at}.LogConfiguration.Options`, options));
}
