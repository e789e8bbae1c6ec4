import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Cell } from '../cell';
import { ENTRIES } from '../conversation-entries';
import type { MediaLister } from '../stores/exported-conversations';
import { clientConfig } from './client-config';
import { entriesOf, idIn, textOf } from './conversation-items';

/** What the table of conversations knows of media. */
export function mediaLister(cell: Cell, table: string): MediaLister {
  const client = new DynamoDBClient(clientConfig(cell, 3_000));
  return {
    async mediaOf(personId) {
      const items = await entriesOf(client, table, personId, ENTRIES.media(''));
      return items.map((item) => ({ mediaId: idIn(item, 1), sealed: textOf(item, 'sealed') }));
    },
  };
}
