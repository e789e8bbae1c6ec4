import {
  type CancellationReason,
  type DynamoDBClient,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';

/** Writes of a transaction, each under the name by which it is told that its condition does not hold. */
export type NamedWrites<Name extends string> = Readonly<Record<Name, TransactWriteItem>>;

/**
 * Writes all of it or nothing, and nothing of somebody who was erased: the check is part of the transaction, so that no erasure
 * comes between it and the writes.
 *
 * @param profiles the table in which the mark of an erasure is left first
 * @param more writes without a condition of their own
 * @returns `busy` when another transaction was at the same items; else the first name whose condition does not hold
 */
export async function writeUnlessErased<Name extends string>(
  client: DynamoDBClient,
  profiles: string,
  personId: string,
  writes: NamedWrites<Name>,
  more: readonly TransactWriteItem[] = [],
): Promise<'written' | 'erased' | 'busy' | Name> {
  const notErased = {
    ConditionCheck: {
      TableName: profiles,
      Key: { personId: { S: personId } },
      ConditionExpression: 'attribute_not_exists(erased)',
    },
  };
  const names = Object.keys(writes) as Name[];
  const items = [notErased, ...names.map((name) => writes[name]), ...more];
  try {
    await client.send(new TransactWriteItemsCommand({ TransactItems: items }));
    return 'written';
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const failed = firstFailed(error.CancellationReasons ?? []);
    if (failed === undefined) throw error;
    return failed === 'conflict' ? 'busy' : failed === 0 ? 'erased' : (names[failed - 1] ?? 'busy');
  }
}

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html */
function firstFailed(reasons: readonly CancellationReason[]): number | 'conflict' | undefined {
  const failed = reasons.findIndex(({ Code: code }) => code === 'ConditionalCheckFailed');
  if (failed >= 0) return failed;
  return reasons.some(({ Code: code }) => code === 'TransactionConflict') ? 'conflict' : undefined;
}
