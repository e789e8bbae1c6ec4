import type { DomicileClient, Session } from '../client/domicile-client';
import { ProblemError, UnexpectedAnswerError } from '../client/problem-error';
import { DomicileError } from '../domain/errors';
import type { JurisdictionId } from '../domain/jurisdictions';
import type { Device } from './device';
import type { Child } from './dom';
import type { WORDS } from './words';

export type ViewId = keyof typeof WORDS.views;

/** What a view has to do with: one home, this device, and the way to the other views. */
export interface App {
  /** Whose page this is. */
  readonly home: JurisdictionId;
  /** Where it is. */
  readonly endpoint: string;
  readonly client: DomicileClient;
  readonly device: Device;
  /** @throws SignedOutError */
  session(): Session;
  go(view: ViewId, argument?: string): void;
}

/** What a view shows below its heading, once it knows. */
export type View = (app: App, argument: string) => readonly Child[] | Promise<readonly Child[]>;

/** The session has ended, by time or by the home. */
export class SignedOutError extends DomicileError {
  constructor() {
    super('SignedOut', 'there is no session');
  }
}

/** Whether the home takes the token no more: its own code says so, or API Gateway before it. */
export function isSignedOut(error: unknown): boolean {
  return (
    error instanceof SignedOutError ||
    (error instanceof ProblemError && error.code === 'unauthenticated') ||
    (error instanceof UnexpectedAnswerError && error.status === 401)
  );
}

/** What code says in the style of its messages, as a sentence. */
export function sentence(text: string): string {
  const first = text.slice(0, 1).toUpperCase();
  return /[.?!…]$/.test(text) ? `${first}${text.slice(1)}` : `${first}${text.slice(1)}.`;
}
