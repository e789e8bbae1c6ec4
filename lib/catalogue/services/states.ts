import { type DestinationSelector, defineChannel } from '../channel';
import { exampleOf, mapped, propertiesAt } from '../examples';

type Slot = Pick<DestinationSelector, 'types' | 'path'>;

const FAR_FUNCTION = 'arn:aws:lambda:us-east-1:111122223333:function:work';
const MACHINE = ['AWS::StepFunctions::StateMachine'] as const;
const SAM = ['AWS::Serverless::StateMachine'] as const;

/** The definition, as a text or as a map, and what is put into it. */
const DEFINITIONS: readonly [Slot, ...Slot[]] = [
  { types: MACHINE, path: 'DefinitionString' },
  { types: [...MACHINE, ...SAM], path: 'Definition' },
  { types: [...MACHINE, ...SAM], path: 'DefinitionSubstitutions{}' },
];

const POSTS: readonly [Slot, ...Slot[]] = [
  { types: MACHINE, path: 'DefinitionString$.**.ApiEndpoint' },
  { types: [...MACHINE, ...SAM], path: 'Definition$.**.ApiEndpoint' },
];

const LOGS: readonly [Slot, ...Slot[]] = [
  { types: MACHINE, path: 'LoggingConfiguration.Destinations[].CloudWatchLogsLogGroup.LogGroupArn' },
  { types: SAM, path: 'Logging.Destinations[].CloudWatchLogsLogGroup.LogGroupArn' },
];

export const stepfunctionsHttpAndCrossAccount = defineChannel({
  id: 'stepfunctions-http-and-cross-account',
  title: 'State machines call, post to and log in their home region only',
  risk: 'A state sends its input to the function, queue, API or host in the other region, or has data copied there; logs may hold it too.',
  level: 'content',
  legitimate:
    'For calls that order work without saying for whom: start a build, refresh a price list. Inputs of states travel whole unless `Parameters` or `Arguments` pick from them.',
  remediation: 'Let states name things of the home region, and no region at all where they call AWS.',
  references: [
    'https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html',
    'https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html',
    'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-access-cross-acct-resources.html',
  ],

  proactive: {
    rules: [
      ...mapped(DEFINITIONS, (slot) => ({ ...slot, kind: 'text' }) as const),
      ...mapped(POSTS, (slot) => ({ ...slot, kind: 'endpoint' }) as const),
      ...mapped(LOGS, (slot) => ({ ...slot, kind: 'arn', passesUnnamed: true }) as const),
    ],
    violating: [
      machine({ DefinitionString: JSON.stringify(definition({ Resource: FAR_FUNCTION })) }),
      machine({ Definition: definition({ Resource: FAR_FUNCTION }) }),
      machine({ Definition: definition({ Resource: '${Work}' }), DefinitionSubstitutions: { Work: FAR_FUNCTION } }),
      machine({ DefinitionString: JSON.stringify(posting('https://hooks.example.com')) }),
      machine({ Definition: posting('https://hooks.example.com') }),
      ...mapped(LOGS, ({ types, path }) =>
        exampleOf(types[0], propertiesAt(path, 'arn:aws:logs:us-east-1:111122223333:log-group:machine:*')),
      ),
    ],
    compliant: [
      machine({
        DefinitionString: {
          'Fn::Sub': JSON.stringify(
            definition({
              Comment: 'not us-east-1',
              Resource: 'arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:w',
            }),
          ),
        },
      }),
      machine({ Definition: definition({ Resource: 'arn:aws:states:::sqs:sendMessage' }) }),
      machine({ Definition: posting('https://abcdef.execute-api.eu-central-1.amazonaws.com/us-east-1') }),
      machine({
        Definition: definition({ Resource: '${Work}' }),
        DefinitionSubstitutions: { Work: { 'Fn::Sub': 'arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:w' } },
      }),
    ],
  },
  preventive: {
    strength: 'partly',
    why: 'no condition key reads a definition. A machine works with a role of the customer, whose rights can be bound to the home region. Posts to hosts need states:InvokeHTTPEndpoint, which can be refused as a whole.',
    denies: [{ actions: ['states:InvokeHTTPEndpoint'], authorisedIn: 'source', strength: 'whole-action' }],
  },
  detective: {
    events: [
      {
        eventSource: 'states.amazonaws.com',
        eventName: 'CreateStateMachine',
        recordedIn: 'source',
        opens: [
          { path: 'loggingConfiguration.destinations[].cloudWatchLogsLogGroup.logGroupArn', kind: 'arn' },
          { path: 'definition', kind: 'presence' },
        ],
      },
      {
        eventSource: 'states.amazonaws.com',
        eventName: 'UpdateStateMachine',
        recordedIn: 'source',
        opens: [{ path: 'definition', kind: 'presence' }],
      },
    ],
  },
  audit: {
    calls: [
      { client: '@aws-sdk/client-sfn', command: 'DescribeStateMachineCommand', field: 'definition', kind: 'text' },
      {
        client: '@aws-sdk/client-sfn',
        command: 'DescribeStateMachineCommand',
        field: 'loggingConfiguration.destinations[].cloudWatchLogsLogGroup.logGroupArn',
        kind: 'arn',
      },
    ],
  },
});

function definition(task: Readonly<Record<string, unknown>>) {
  return { StartAt: 'Work', States: { Work: { Type: 'Task', ...task, End: true } } };
}

function posting(endpoint: string) {
  return definition({
    Resource: 'arn:aws:states:::http:invoke',
    Parameters: { ApiEndpoint: endpoint, Method: 'POST' },
  });
}

function machine(properties: Readonly<Record<string, unknown>>) {
  return exampleOf('AWS::StepFunctions::StateMachine', { StateMachineName: 'us-east-1', ...properties });
}
