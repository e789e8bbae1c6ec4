import { createHash } from 'node:crypto';

/**
 * Where all objects of a person are in the bucket of media.
 *
 * It is a hash, because whoever downloads an object sees its place: a person's id is what they sign in with, and a reader of
 * their log is not told it. It is no key's work, so that everything of a person is found after their key is destroyed.
 */
export function mediaPrefix(personId: string): string {
  return `${createHash('sha256').update(`media/${personId}`).digest('hex').slice(0, 32)}/`;
}

export function mediaKey(personId: string, mediaId: string): string {
  return `${mediaPrefix(personId)}${mediaId}`;
}
