import type { StoredReader } from '../conversation-ports';

/** Whether a reader's key opens its log: it was not revoked, and has not expired. DynamoDB removes what expired days later. */
export function opens({ keyHash, expiresAt }: StoredReader, now: number): boolean {
  return keyHash !== undefined && now < expiresAt * 1000;
}

/** @param seconds since the epoch */
export function isoOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
