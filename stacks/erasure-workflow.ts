import type { Construct } from 'constructs';
import { RegionalFunction, type RegionalFunctionProps } from '../lib/constructs/regional-function';
import { RegionalWorkflow, type State } from '../lib/constructs/regional-workflow';
import { ARCHIVE_STEP_SECONDS, UPLOAD_SECONDS } from '../lib/domain/archives';
import { TRANSFER_SECONDS } from '../lib/domain/conversations';
import { type HandledStore, handledStores } from '../lib/domain/personal-stores';
import type { StepId } from '../lib/domain/routes';
import { functionCode } from './function-code';

/** What the steps of an erasure have in common, and the resources of each. */
export interface ErasureWorkflowProps extends Pick<RegionalFunctionProps, 'jurisdiction' | 'network' | 'logKey'> {
  readonly account: string;
  readonly needs: Readonly<Record<ErasureStep, Pick<RegionalFunctionProps, 'environment' | 'worksOn'>>>;
}

export type ErasureStep = Extract<StepId, 'end-sessions' | 'erase-store' | 'close-erasure'>;

const DESCRIPTIONS: Readonly<Record<ErasureStep, string>> = {
  'end-sessions': 'ends the sessions of whom an erasure is about',
  'erase-store': 'removes what one store holds of whom an erasure is about',
  'close-erasure': 'makes a receipt of an erasure whose stores are empty',
};

/** The workflow that erases a person, store by store in the order of the table, and its steps. */
export function erasureWorkflow(
  scope: Construct,
  { needs, account, ...shared }: ErasureWorkflowProps,
): RegionalWorkflow {
  const step = (name: ErasureStep) =>
    new RegionalFunction(scope, name, {
      ...shared,
      ...needs[name],
      name,
      description: DESCRIPTIONS[name],
      code: functionCode(name),
      afterFailure: {
        control: 'the workflow tries again for some minutes, and an alarm goes off when it gives up',
        test: 'test/stacks/workflows.test.ts',
      },
    }).function;
  return new RegionalWorkflow(scope, 'Erasure', {
    jurisdiction: shared.jurisdiction,
    account,
    name: 'erasure',
    description: 'erases a person from every store of the cell',
    steps: {
      'end-sessions': step('end-sessions'),
      'erase-store': step('erase-store'),
      'close-erasure': step('close-erasure'),
    },
    ...erasureStates(handledStores('erase')),
  });
}

/**
 * A form that was signed just before the erasure uploads until it expires, and a function that signs one ends in ten seconds; a step
 * that collects an export, or takes an import in, ends by itself.
 */
const IN_FLIGHT_SECONDS = Math.max(TRANSFER_SECONDS, UPLOAD_SECONDS, ARCHIVE_STEP_SECONDS) + 30;

/** The states of an erasure: each store is asked again until it says that nothing is left. */
export function erasureStates(stores: readonly HandledStore<'erase'>[]) {
  const nameOf = (store: string) => `Erase ${store}`;
  const erasing = stores.map((store, index): [string, State] => {
    const following = stores[index + 1];
    const done = following === undefined ? 'Close' : nameOf(following);
    const next = { more: nameOf(store), done };
    return [nameOf(store), { kind: 'step', step: 'erase-store', about: { store }, next }];
  });
  const states: Record<string, State> = {
    'End sessions': { kind: 'step', step: 'end-sessions', next: 'Wait for what is under way' },
    'Wait for what is under way': {
      kind: 'wait',
      seconds: IN_FLIGHT_SECONDS,
      next: erasing[0]?.[0] ?? 'Close',
    },
    ...Object.fromEntries(erasing),
    Close: { kind: 'step', step: 'close-erasure', next: undefined },
  };
  return { startAt: 'End sessions', states };
}
