import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { DomicileError } from '../domain/errors';
import type { Sealer } from './ports';

/** What rests was not sealed by this person's key for this place, or was changed since. It says nothing of the content. */
export class SealBrokenError extends DomicileError {
  constructor() {
    super('SealBroken', 'what rests here was not sealed by this key for this place');
  }
}

/** Whose key it is, and in which cell: bound to everything that it seals. */
export interface Binding {
  readonly cell: string;
  readonly personId: string;
}

// NIST SP 800-38D: 96-bit nonces, which at random may be used for 2^32 messages under one key, and tags of full length.
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** The first byte of what is sealed: another way of sealing would be another number. */
const FORM = 1;

/**
 * What a person's data key does.
 *
 * The key itself neither seals nor derives: each purpose has a key of its own (HKDF, RFC 5869), so that none says anything
 * about another.
 *
 * @param dataKey 32 bytes
 */
export function sealerWith(dataKey: Uint8Array, { cell, personId }: Binding): Sealer {
  const derive = (purpose: string, seed: string) =>
    Buffer.from(hkdfSync('sha256', dataKey, '', textOf(purpose, cell, personId, seed), 32));
  const key = derive('seal', '');
  const placeOf = (about: string) => Buffer.from(textOf(cell, personId, about));
  return {
    seal(text, about) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(placeOf(about));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.of(FORM), nonce, cipher.getAuthTag(), sealed]).toString('base64');
    },

    open(sealed, about) {
      const bytes = Buffer.from(sealed, 'base64');
      const [nonceEnd, tagEnd] = [1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES];
      if (bytes[0] !== FORM || bytes.length < tagEnd) throw new SealBrokenError();
      const decipher = createDecipheriv(CIPHER, key, bytes.subarray(1, nonceEnd), { authTagLength: TAG_BYTES });
      decipher.setAAD(placeOf(about)).setAuthTag(bytes.subarray(nonceEnd, tagEnd));
      try {
        return Buffer.concat([decipher.update(bytes.subarray(tagEnd)), decipher.final()]).toString('utf8');
      } catch {
        throw new SealBrokenError();
      }
    },

    derive: (purpose, seed) => derive(`derive ${purpose}`, seed),
  };
}

/** Parts as one text that no other parts make. */
function textOf(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}
