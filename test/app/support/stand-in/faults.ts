/**
 * How a call fails.
 *
 * - `refused`: it has no effect, and the process is told so
 * - `answer lost`: it takes effect and nothing is answered; the SDK repeats it by itself
 * - `cut off`: it takes effect, nothing is answered, and the repetition gets nowhere
 * - `killed`: it takes effect, and the process ends. What rests is as if it had ended before its next call.
 * - `killed before`: the process ends and it has no effect
 */
export const FAULTS = ['refused', 'answer lost', 'cut off', 'killed', 'killed before'] as const;
export type Fault = (typeof FAULTS)[number];

type Outcome<Reply> =
  | { readonly kind: 'answered'; readonly reply: Reply }
  | { readonly kind: 'denied' }
  | { readonly kind: 'cut-off' };

/** Lets one call fail: the n-th from when it was planned. */
export class Faults {
  #calls: string[] = [];
  #plan: { readonly call: number; readonly fault: Fault } | undefined;
  #failed: string | undefined;
  #isDead = false;

  /** What was called since, by name; repetitions are not counted. */
  get calls(): readonly string[] {
    return this.#calls;
  }

  /** @param call the first one is 1; none fails if there are fewer, or none is named */
  plan(call = 0, fault: Fault = 'refused'): void {
    this.#calls = [];
    this.#plan = { call, fault };
    this.#failed = undefined;
    this.#isDead = false;
  }

  /** Whether the process has been killed since. Another one begins where this is asked. */
  takeDeath(): boolean {
    const died = this.#isDead;
    this.#isDead = false;
    return died;
  }

  /** @param invocation the same for a call and its repetitions */
  judge<Reply>(name: string, invocation: string, perform: () => Reply): Outcome<Reply> {
    // Whatever a process that was killed still does has no effect.
    if (this.#isDead) return { kind: 'denied' };
    if (invocation === this.#failed) {
      return this.#plan?.fault === 'answer lost' ? { kind: 'answered', reply: perform() } : { kind: 'cut-off' };
    }
    this.#calls.push(name);
    if (this.#calls.length !== this.#plan?.call) return { kind: 'answered', reply: perform() };
    const { fault } = this.#plan;
    this.#failed = invocation;
    if (fault !== 'refused' && fault !== 'killed before') perform();
    if (fault === 'refused') return { kind: 'denied' };
    this.#isDead = fault.startsWith('killed');
    return { kind: 'cut-off' };
  }
}
