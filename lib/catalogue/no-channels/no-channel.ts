import type { Example } from '../channel';

/** What names another region, and carries no data there. */
export interface NoChannel {
  readonly id: string;
  /** What it is that names the region, or is kept there. */
  readonly what: string;
  /** What rests there, or passes, and why that is nothing of a person; or what is. */
  readonly holds: string;
  /** Where AWS keeps it, and where that has been read; left out where it is kept wherever it is made. */
  readonly servedFrom?: string;
  readonly references: readonly [string, ...string[]];
  /** What the search for foreign places leaves out because of it. */
  readonly setAside?: readonly [SetAside, ...SetAside[]];
  /** Whole templates, deployed to eu-central-1 with nothing else allowed, in which nothing is found. */
  readonly silent: readonly [Example, ...Example[]];
}

/** Properties that name a place and carry nothing there. */
export interface SetAside {
  /** A resource type, or with `*` at its end all that begin like it. */
  readonly types: readonly [string, ...string[]];
  /** @default - the whole resource */
  readonly paths?: readonly [string, ...string[]];
}
