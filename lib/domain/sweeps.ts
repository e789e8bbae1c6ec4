/** How often is looked for what nobody goes on with. */
export const SWEEP_HOURS = 1;

/** An account that nobody confirms goes: whoever comes later registers again. */
export const UNCONFIRMED_HOURS = 24;

/** How long a call of a sweep can take. */
export const SWEEP_SECONDS = 300;
