import { bytesOfRecord } from '../../domain/archive/records-text';
import { MOST_LOG_BYTES, MOST_MESSAGES, REPEATABLE_SECONDS } from '../../domain/conversations';
import type { MediaReference, MessageAnswer } from '../../domain/conversations-api';
import { messageRecord } from '../archive/message-record';
import type { LogReader, MediaFinder, MessageReader, MessageWriter } from '../conversation-ports';
import type { Clock, Owner } from '../ports';
import { uuidOf } from '../uuid';
import { openMedia } from './media-content';
import { openMessage, sealMessage } from './read-messages';

export type MessageWrite =
  | { readonly kind: 'written'; readonly message: MessageAnswer }
  | { readonly kind: 'no-such-log' | 'no-such-media' | 'full' | 'reused' | 'erased' | 'busy' };

/** How often a message is tried again that met another one of the same log. */
const MOST_ATTEMPTS = 8;

export interface Words {
  readonly text: string;
  readonly mediaIds: readonly string[];
}

/**
 * Writes a message into a log of its author. Repeated with the same idempotency key it is the same message, whose first answer
 * is given again; with other words it is refused.
 *
 * Positions are taken together with their messages, so that two at once do not get the same, and none is skipped.
 */
export function writeMessage(ports: {
  readonly logs: LogReader & MessageReader & MessageWriter & MediaFinder;
  readonly clock: Clock;
}) {
  const { logs, clock } = ports;

  const sentBefore = async ({ personId, sealer }: Owner, logId: string, messageId: string) => {
    const sequence = await logs.sentAt(personId, logId, messageId);
    if (sequence === undefined) return undefined;
    const [stored] = await logs.messages(personId, logId, sequence - 1, 1);
    return stored === undefined ? undefined : openMessage(sealer, logId, stored.sequence, stored.sealed);
  };

  return async (owner: Owner, logId: string, idempotencyKey: string, words: Words): Promise<MessageWrite> => {
    const { personId, sealer } = owner;
    const messageId = uuidOf(sealer.derive(`message/${logId}`, idempotencyKey));
    const media = await referencesTo(logs, owner, words.mediaIds);
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      const log = await logs.find(personId, logId);
      if (log === undefined) return { kind: 'no-such-log' };
      const before = await sentBefore(owner, logId, messageId);
      if (before !== undefined)
        return isSame(before, words) ? { kind: 'written', message: before } : { kind: 'reused' };
      if (media === undefined) return { kind: 'no-such-media' };
      if (log.messages >= MOST_MESSAGES) return { kind: 'full' };
      const sequence = log.messages + 1;
      const message = { messageId, sequence, at: new Date(clock()).toISOString(), text: words.text, media };
      const bytes = log.bytes + bytesOfRecord(messageRecord(logId, message));
      if (bytes > MOST_LOG_BYTES) return { kind: 'full' };
      const { sequence: _, ...content } = message;
      const write = await logs.write(personId, {
        logId,
        messageId,
        sequence,
        sealed: sealMessage(sealer, logId, sequence, content),
        bytes,
        mediaIds: words.mediaIds,
        repeatableUntil: Math.floor(clock() / 1000) + REPEATABLE_SECONDS,
      });
      if (write === 'written') return { kind: 'written', message };
      if (write === 'erased') return { kind: 'erased' };
    }
    return { kind: 'busy' };
  };
}

/** What a message says of the media that it names; undefined where the author has not all of them. */
async function referencesTo(
  media: MediaFinder,
  { personId, sealer }: Owner,
  mediaIds: readonly string[],
): Promise<readonly MediaReference[] | undefined> {
  const found = await Promise.all(mediaIds.map(async (mediaId) => media.findMedia(personId, mediaId)));
  const references = found.flatMap((one) => (one === undefined ? [] : [openMedia(sealer, one)]));
  return references.length === mediaIds.length ? references : undefined;
}

function isSame({ text, media }: MessageAnswer, words: Words): boolean {
  return text === words.text && media.map(({ mediaId }) => mediaId).join() === words.mediaIds.join();
}
