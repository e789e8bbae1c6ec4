import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Cell } from '../cell';
import { ENTRIES } from '../conversation-entries';
import type { MediaAnnouncer, MediaFinder, NamedMedia } from '../conversation-ports';
import { clientConfig } from './client-config';
import { type ConversationTables, entryOf, keyOf, textOf } from './conversation-items';
import { oneMoreMedium } from './totals';
import { writeUnlessErased } from './transactions';

/** What is known of media, as the table of conversations has it: what each object is, and which logs name it. */
export function mediaFinder(cell: Cell, table: string): MediaFinder & NamedMedia {
  const client = new DynamoDBClient(clientConfig(cell, 3_000));
  return {
    async findMedia(personId, mediaId) {
      const item = await entryOf(client, table, personId, ENTRIES.media(mediaId));
      return item === undefined ? undefined : { mediaId, sealed: textOf(item, 'sealed') };
    },

    async isNamed(personId, logId, mediaId) {
      return (await entryOf(client, table, personId, ENTRIES.named(logId, mediaId))) !== undefined;
    },
  };
}

/** Announces media. */
export function mediaAnnouncer(cell: Cell, { conversations: table, profiles }: ConversationTables): MediaAnnouncer {
  const client = new DynamoDBClient(clientConfig(cell, 3_000));
  return {
    async announce(personId, { mediaId, sealed, bytes }, most) {
      const announced = await writeUnlessErased(client, profiles, personId, {
        there: {
          Put: {
            TableName: table,
            Item: {
              ...keyOf(personId, ENTRIES.media(mediaId)),
              sealed: { S: sealed },
              held: { N: String(bytes) },
            },
            ConditionExpression: 'attribute_not_exists(entry)',
          },
        },
        full: oneMoreMedium(table, personId, bytes, most),
      });
      return announced === 'written' ? 'announced' : announced;
    },
  };
}
