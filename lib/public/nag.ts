// What CDK apps with cdk-nag may use: `import { acknowledge, AcknowledgementChecks, watched } from 'cdk-domicile/nag'`. A name that
// is removed from here, or means something else, breaks them.

import type { IConstruct } from 'constructs';
import { type Acknowledgement as Answered, acknowledge as answer } from '../constructs/acknowledge';

export { AcknowledgementChecks } from '../constructs/acknowledgement-checks';
export { type WatchedPack, watched } from '../constructs/watched-pack';

/** An answer to findings: by any team, of any pack. */
export type Acknowledgement = Answered<string, `${string}::${string}`>;

/**
 * Answers findings of cdk-nag on one construct, and only there.
 *
 * @throws ConfigurationError `AcknowledgementExpired` when a debt's day has passed, `AcknowledgementMalformed` when a day is none,
 * or the owner's name could not be read back
 */
export const acknowledge = answer as (construct: IConstruct, answer: Acknowledgement, today?: Date) => void;
