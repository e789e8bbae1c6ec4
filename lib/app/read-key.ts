import { createHash, timingSafeEqual } from 'node:crypto';

/** What a cell keeps of a read key: with 256 bits nobody can foresee, a plain hash says nothing of it. */
export function hashOf(key: Uint8Array): Uint8Array {
  return createHash('sha256').update(key).digest();
}

// 32 bytes in base64url without padding: 42 characters of six bits each, and one of four.
const FORM = /^[\w-]{42}[AEIMQUYcgkosw048]$/;

/**
 * Whether a key, as somebody sends it, is one of which this is the hash. It takes the same time whichever of its bytes differ, and
 * where there is no hash to compare it with.
 */
export function isKeyOf(keyHash: Uint8Array | undefined, sent: string | undefined): boolean {
  const key = sent !== undefined && FORM.test(sent) ? Buffer.from(sent, 'base64url') : undefined;
  const isEqual = timingSafeEqual(hashOf(key ?? NO_KEY), keyHash ?? NO_HASH);
  return isEqual && key !== undefined && keyHash !== undefined;
}

const NO_KEY = Buffer.alloc(32);
const NO_HASH = Buffer.alloc(32);
