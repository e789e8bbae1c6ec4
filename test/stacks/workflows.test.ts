import { ARCHIVE_STEP_SECONDS } from '../../lib/domain/archives';
import { PERSONAL_STORES } from '../../lib/domain/personal-stores';
import { WORKFLOWS } from '../../lib/domain/routes';
import { EXPORT_STATES, IMPORT_STATES } from '../../stacks/archive-workflows';
import { erasureStates } from '../../stacks/erasure-workflow';
import { resourcesOf, templateOf } from '../support/assembly';

const api = templateOf('Api');
const guard = templateOf('Guard');

interface State {
  readonly Type: string;
  readonly Parameters?: { readonly FunctionName: string; readonly Payload: object };
  readonly Next?: string;
  readonly End?: true;
  readonly Seconds?: number;
  readonly Choices?: readonly { readonly StringEquals: string; readonly Next: string }[];
  readonly Catch?: readonly { readonly Next: string }[];
  readonly TimeoutSeconds?: number;
}

/** The definition of each workflow, with the logical ids of functions in the place of their ARNs. */
const workflows = resourcesOf(api, 'AWS::StepFunctions::StateMachine').map(([id, { Properties }]) => {
  const [separator, parts] = Properties.DefinitionString['Fn::Join'] as [string, unknown[]];
  const text = parts.map((part) =>
    typeof part === 'string'
      ? part
      : String((part as { 'Fn::GetAtt': string[] })['Fn::GetAtt'][0]).replace(/Function[0-9A-F]{8}$/, ''),
  );
  return {
    id,
    Properties,
    definition: JSON.parse(text.join(separator)) as {
      readonly StartAt: string;
      readonly States: Record<string, State>;
    },
  };
});
const definitionOf = (id: string) =>
  workflows.find((one) => one.id.startsWith(`${id}Workflow`))?.definition ?? { StartAt: '', States: {} };

describe('every workflow of a cell', () => {
  it('is one of these', () => {
    expect(workflows.map(({ id }) => id.replace(/Workflow[0-9A-F]{8}$/, '').toLowerCase()).toSorted()).toEqual(
      [...WORKFLOWS].toSorted(),
    );
  });

  it.each(workflows)(
    '$id is of the kind whose history lasts, runs in a role of its own, and logs no content',
    ({ Properties }) => {
      expect(Properties).toEqual({
        DefinitionString: expect.anything(),
        RoleArn: { 'Fn::GetAtt': [expect.stringMatching(/Role/), 'Arn'] },
        StateMachineType: 'STANDARD',
      });
    },
  );

  it.each(workflows)(
    '$id gives its steps the number of a job, and names that are the same for everybody',
    ({ definition }) => {
      const payloads = Object.values(definition.States).flatMap(({ Parameters }) => Parameters?.Payload ?? []);
      const stores: readonly string[] = Object.keys(PERSONAL_STORES);
      for (const { 'jobId.$': jobId, store, ...rest } of payloads as Record<string, unknown>[]) {
        expect([jobId, rest]).toEqual(['$.jobId', {}]);
        expect([undefined, ...stores]).toContain(store);
      }
    },
  );

  it.each(workflows)('$id tries each step again for minutes', ({ definition }) => {
    const steps = Object.values(definition.States).filter(({ Type }) => Type === 'Task');
    for (const step of steps) {
      expect(step).toMatchObject({
        Resource: 'arn:aws:states:::lambda:invoke',
        Retry: [
          { ErrorEquals: ['States.ALL'], MaxAttempts: 8, BackoffRate: 2, IntervalSeconds: 2, MaxDelaySeconds: 60 },
        ],
      });
    }
  });

  it.each(workflows)('$id leads from each state to one that is there, and to an end', ({ definition }) => {
    const { StartAt, States } = definition;
    const nextOf = ({ Next, Choices = [], Catch = [] }: State) => [
      ...[...Choices, ...Catch].map((other) => other.Next),
      ...(Next === undefined ? [] : [Next]),
    ];
    const reached = new Set([StartAt]);
    for (const name of reached) for (const next of nextOf(States[name] ?? { Type: 'missing' })) reached.add(next);
    expect([...reached].toSorted()).toEqual(Object.keys(States).toSorted());
    expect(Object.values(States).some(({ End, Type }) => End === true || Type === 'Succeed')).toBe(true);
  });

  it.each(WORKFLOWS)('%s sets an alarm off when it gives up', (id) => {
    const alarms = resourcesOf(guard, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties);
    const found = alarms.find(({ AlarmDescription }) => String(AlarmDescription).includes(`(${id})`));
    expect([found?.Namespace, found?.MetricName, found?.Threshold, found?.AlarmActions?.length]).toEqual([
      'AWS/States',
      'ExecutionsFailed',
      1,
      1,
    ]);
  });
});

/** The ways of a workflow, as `state -answer-> state`; what is caught is an answer too. */
const waysOf = (id: string) =>
  Object.entries(definitionOf(id).States).flatMap(([name, { Next, Choices = [], Catch = [] }]) => [
    ...(Next === undefined ? [] : [`${name} -> ${Next}`]),
    ...Choices.map((choice) => `${name} -${choice.StringEquals}-> ${choice.Next}`),
    ...Catch.map((caught) => `${name} -failed-> ${caught.Next}`),
  ]);

describe('an export', () => {
  it('is collected, kept for a day and removed; and removed where it could not be collected', () => {
    expect(waysOf('Export')).toEqual([
      'Collect -> Keep',
      'Collect -failed-> Remove what failed',
      'Keep -> Remove',
      'Remove what failed -> Failed',
    ]);
    expect(definitionOf('Export').States['Keep']?.Seconds).toBe(24 * 60 * 60);
  });
});

describe('an import', () => {
  it('goes on while there is more, and is undone where it cannot be whole, whatever the reason', () => {
    expect(waysOf('Import')).toEqual([
      'Import -> Import, answered',
      'Import -failed-> Undo what failed',
      'Import, answered -more-> Import',
      'Import, answered -undo-> Undo',
      'Import, answered -done-> Imported',
      'Undo what failed -> Failed',
    ]);
  });
});

describe('what takes longer than a route', () => {
  it('is over before an erasure removes anything, and the workflow waits for it', () => {
    const waits = definitionOf('Erasure').States['Wait for what is under way']?.Seconds ?? 0;
    const functions = resourcesOf(api, 'AWS::Lambda::Function').map(([, { Properties }]) => Properties.Timeout);
    expect(Math.max(...functions)).toBeLessThan(waits);
    const longest = [...Object.values(EXPORT_STATES.states), ...Object.values(IMPORT_STATES.states)];
    const given = longest.flatMap((state) => (state.kind === 'step' ? [state.seconds ?? 0] : []));
    expect(Math.min(...given)).toBeGreaterThan(ARCHIVE_STEP_SECONDS);
  });
});

describe('an erasure', () => {
  it('ends sessions, waits for what was signed before, empties each store until it is empty, and closes', () => {
    const { StartAt, States } = definitionOf('Erasure');
    const walked: string[] = [];
    for (let name: string | undefined = StartAt; name !== undefined; ) {
      const state: State | undefined = States[name];
      if (state?.Type !== 'Choice') walked.push(name);
      name = state?.Next ?? state?.Choices?.find(({ StringEquals }) => StringEquals === 'done')?.Next;
    }
    expect(walked).toEqual([
      'End sessions',
      'Wait for what is under way',
      'Erase conversations',
      'Erase media',
      'Erase archives',
      'Erase jobs',
      'Erase person-keys',
      'Erase accounts',
      'Erase profiles',
      'Close',
    ]);
    expect(States['Wait for what is under way']?.Seconds).toBe(330);
  });

  it('goes to a store that is added to the table, and asks it until it is empty', () => {
    const { states } = erasureStates(['conversations', 'letters' as 'media']);
    expect(states['Erase conversations']).toMatchObject({
      next: { more: 'Erase conversations', done: 'Erase letters' },
    });
    expect(states['Erase letters']).toMatchObject({
      about: { store: 'letters' },
      next: { more: 'Erase letters', done: 'Close' },
    });
  });
});
