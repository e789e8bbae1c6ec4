import { UUID_FORM } from '../domain/uuid';

/** Whether this is an id in the form that all of ours have: UUID version 4, small letters. */
export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && UUID_FORM.test(value);
}

/**
 * An id of 16 bytes, in that form.
 *
 * @param bytes that nobody can foresee
 */
export function uuidOf(bytes: Uint8Array): string {
  const id = Buffer.from(bytes.subarray(0, 16));
  id.writeUInt8((id.readUInt8(6) & 0x0f) | 0x40, 6);
  id.writeUInt8((id.readUInt8(8) & 0x3f) | 0x80, 8);
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
