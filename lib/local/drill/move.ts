import type { Credentials, Target } from '../target';

/** One way in which AWS carries data from one region to another. */
export interface Move {
  /** What is tried, as the table of the drill says it. */
  readonly title: string;
  /** The IAM action that the try needs. */
  readonly action: string;
  prepare(place: MovePlace): Promise<Attempt>;
}

export interface MovePlace {
  readonly target: Target;
  readonly home: string;
  readonly abroad: string;
  /** Part of every name that the move makes. */
  readonly name: string;
  /** What is to arrive abroad, and is looked for there. */
  readonly marker: string;
  /** The session that makes the try. */
  readonly session: Session;
  /** Registers what removes a thing that was made; the latest is removed first. */
  readonly undo: (remove: () => Promise<unknown>) => void;
}

/** A session of the drill's role. */
export interface Session {
  readonly credentials: Credentials;
  readonly roleArn: string;
  readonly sessionArn: string;
}

export interface Attempt {
  /** The call that opens the way, or carries the data itself, made by the session. */
  try(): Promise<unknown>;
  /** What the cell would do next in any case, at home. */
  carryOn?(): Promise<unknown>;
  /** Whether the marker can be read abroad. */
  seenAbroad(): Promise<boolean>;
}
