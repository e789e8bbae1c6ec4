import type { MessageAnswer } from '../../domain/conversations-api';
import type { MessageRecord } from './records';

/** A message of a log, as an archive has it. */
export function messageRecord(logId: string, { sequence, messageId, at, text, media }: MessageAnswer): MessageRecord {
  return { kind: 'message', logId, sequence, messageId, at, text, media: media.map(({ mediaId }) => mediaId) };
}
