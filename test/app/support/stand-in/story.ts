import { FAULTS, type Fault } from './faults';
import type { World } from './world';

/** Something that people do, during which everything may fail once. */
export interface Story<Begun> {
  /** What is there before. It is done once. */
  begin(world: World): Promise<Begun>;
  /** What a device does, again and again until it does not fail; it remembers what it has written down. */
  tell(world: World, begun: Begun, memory: Map<string, string>): Promise<void>;
  /** @returns what was lost, and what was left behind; that there is none of it is as it should be */
  check(world: World, begun: Begun): Promise<readonly string[]>;
}

/** What a story came to with one call failing. */
export interface Trial {
  readonly fault: Fault;
  /** Of how many, and which one failed. */
  readonly call: number;
  readonly operation: string;
  /** How often the device had to begin again; workflows and the SDK repeat by themselves. */
  readonly resumed: number;
  /** What was lost or left behind. */
  readonly wrong: readonly string[];
}

export interface Told {
  /** The calls of AWS that it takes. */
  readonly calls: readonly string[];
  readonly trials: readonly Trial[];
}

const MOST_ATTEMPTS = 5;

/** Which calls fail in which ways: each of them in each, or each in one of them, by turns. */
export interface Failures {
  readonly faults: readonly Fault[];
  readonly byTurns: boolean;
}

const EVERY: Failures = { faults: FAULTS, byTurns: false };

/** Tells a story once without a failure, and then once for each failure of one of its calls. */
export async function tellWithFaults<Begun>(
  world: World,
  story: Story<Begun>,
  { faults, byTurns }: Failures = EVERY,
): Promise<Told> {
  const { aws } = world;
  const empty = aws.snapshot();
  const begun = await story.begin(world);
  const restore = aws.snapshot();
  const once = async (call: number, fault: Fault) => {
    restore();
    world.entries.length = 0;
    aws.faults.plan(call, fault);
    const resumed = await persisting(world, story, begun);
    const { calls } = aws.faults;
    aws.faults.plan();
    const wrong = typeof resumed === 'string' ? [resumed] : await story.check(world, begun);
    return { calls, resumed, wrong: [...wrong, ...aws.defects.splice(0)] };
  };
  const { calls, wrong } = await once(0, 'refused');
  if (wrong.length > 0) throw new Error(`without any failure: ${wrong.join('; ')}`);
  const trials: Trial[] = [];
  for (const [index, fault] of faults.entries()) {
    for (let call = 1; call <= calls.length; call += 1) {
      if (byTurns && call % faults.length !== index) continue;
      const one = await once(call, fault);
      const resumed = typeof one.resumed === 'number' ? one.resumed : MOST_ATTEMPTS;
      trials.push({ fault, call, operation: one.calls[call - 1] ?? '', resumed, wrong: one.wrong });
    }
  }
  empty();
  return { calls, trials };
}

/** @returns how often it was begun again, or why it never came to an end */
async function persisting<Begun>(world: World, story: Story<Begun>, begun: Begun): Promise<number | string> {
  const memory = new Map<string, string>();
  let last = '';
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    try {
      await story.tell(world, begun, memory);
      return attempt;
    } catch (error) {
      last = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    }
  }
  return `it did not come to an end: ${last}`;
}
