import type { State } from './stand-in';

/** One thing that rests in a cell, and where. */
export interface Resting {
  /** The cell's name for the store, and the key within it. */
  readonly at: string;
  readonly content: string;
}

/**
 * Everything that rests in all cells. Left out is what says nothing of anybody and stays: keys that KMS has wrapped once and does
 * not keep, tokens of transactions, which DynamoDB forgets in minutes.
 */
export function resting({ tables, versions, uploads, accounts }: State): Resting[] {
  return [
    ...[...tables].flatMap(([table, items]) =>
      [...items].map(([key, item]) => ({ at: `${table} ${key}`, content: JSON.stringify(item) })),
    ),
    ...versions.map(({ bucket, key, bytes }) => ({ at: `${bucket} ${key}`, content: textOf(bytes) })),
    ...[...uploads.values()].map(({ bucket, key, parts }) => ({
      at: `${bucket} upload of ${key}`,
      content: [...parts.values()].map(textOf).join(''),
    })),
    ...[...accounts].map(([key, account]) => ({ at: key, content: JSON.stringify(account) })),
  ];
}

/** What rests now and did not before, and what rested before and does not now, or not as it was. */
export function difference(before: readonly Resting[], after: readonly Resting[]) {
  const lineOf = ({ at, content }: Resting) => `${at} ${content}`;
  const [were, are] = [new Set(before.map(lineOf)), new Set(after.map(lineOf))];
  return {
    added: after.filter((one) => !were.has(lineOf(one))),
    gone: before.filter((one) => !are.has(lineOf(one))),
  };
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}
