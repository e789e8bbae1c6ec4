import { createHash } from 'node:crypto';
import type { Hash } from '../../domain/archive/read-archive';

export function nodeHash(): Hash {
  const hash = createHash('sha256');
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest('hex') };
}
