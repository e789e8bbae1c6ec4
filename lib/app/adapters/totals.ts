import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { TOTALS } from '../conversation-entries';
import { keyOf } from './conversation-items';

/** Parts of transactions that count what a person has, and fail where there is no room for one more. */

export function oneMoreLog(table: string, personId: string, most: number): TransactWriteItem {
  return {
    Update: {
      TableName: table,
      Key: keyOf(personId, TOTALS.logs),
      UpdateExpression: 'ADD logs :one',
      ConditionExpression: 'attribute_not_exists(logs) OR logs < :most',
      ExpressionAttributeValues: { ':one': { N: '1' }, ':most': { N: String(most) } },
    },
  };
}

/** @param bytes of the object; no limit is smaller than the largest of them */
export function oneMoreMedium(
  table: string,
  personId: string,
  bytes: number,
  most: { readonly objects: number; readonly bytes: number },
): TransactWriteItem {
  return {
    Update: {
      TableName: table,
      Key: keyOf(personId, TOTALS.media),
      UpdateExpression: 'ADD objects :one, held :bytes',
      ConditionExpression: 'attribute_not_exists(objects) OR (objects < :most AND held <= :room)',
      ExpressionAttributeValues: {
        ':one': { N: '1' },
        ':bytes': { N: String(bytes) },
        ':most': { N: String(most.objects) },
        ':room': { N: String(most.bytes - bytes) },
      },
    },
  };
}
