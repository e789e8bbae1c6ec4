import { randomBytes } from 'node:crypto';
import {
  CreateTableCommand,
  DeleteTableCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { ClaimError } from '../errors';
import { sdkConfiguration, type Target } from '../target';
import type { Session } from './move';

export interface HomeWork {
  readonly target: Target;
  readonly home: string;
  readonly session: Session;
  /** The name of the boundary that the session's role carries. */
  readonly boundary: string;
}

/**
 * Sees that a role with the boundary still does at home what the cell does all day. A boundary that refuses everything
 * would pass every other part of the drill.
 */
export async function worksAtHome({ target, home, session, boundary }: HomeWork): Promise<void> {
  const owner = new DynamoDBClient(sdkConfiguration(target, home));
  const asRole = new DynamoDBClient(sdkConfiguration({ ...target, ...session }, home));
  const TableName = `drill-${randomBytes(5).toString('hex')}`;
  const Key = { id: { S: 'at home' } };
  await owner.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    }),
  );
  try {
    await asRole.send(new PutItemCommand({ TableName, Item: Key }));
    await asRole.send(new GetItemCommand({ TableName, Key }));
  } catch (error) {
    throw new ClaimError(
      'RefusedAtHome',
      `a role with boundary '${boundary}' was refused its work at home ('${(error as Error).name}'), so that its refusals abroad prove nothing`,
      { cause: error },
    );
  } finally {
    await owner.send(new DeleteTableCommand({ TableName }));
  }
}
