import type { MediaType } from '../domain/conversations';
import type {
  DownloadAnswer,
  LogAnswer,
  LogsAnswer,
  MediaReference,
  MessagesAnswer,
  MessageWrittenAnswer,
  ReaderAnswer,
  UploadAnswer,
} from '../domain/conversations-api';
import { DomicileError } from '../domain/errors';
import type { JurisdictionId } from '../domain/jurisdictions';
import { PROBLEMS } from '../domain/problems';
import type { MediaRequest, MessageRequest, ReaderRequest } from '../domain/schemas/requests';
import type { CallCell } from './call-cell';
import type { Session } from './domicile-client';
import { ProblemError, UnexpectedAnswerError } from './problem-error';
import { sha256Of } from './sha256';
import { type Transfer, TransferError } from './transfer';

/**
 * What the owner of a log hands to whom may read it, by a way of their own. The reader's device keeps it: where the other's log
 * is, no cell knows.
 */
export interface Invitation extends ReaderAnswer {
  readonly jurisdiction: JurisdictionId;
}

/** Where to go on reading, and how much at once. */
export interface MessagesPage {
  readonly after?: number;
  readonly limit?: number;
}

/**
 * Two logs, one in the home of each person. Each writes into their own, and reads the other's directly from the other's cell:
 * the two cells know nothing of each other.
 *
 * What makes something is sent with a key of its own, by which a call whose answer is lost can be repeated: this does so once.
 */
export class Conversations {
  readonly #call: CallCell;
  readonly #transfer: Transfer;

  constructor(call: CallCell, transfer: Transfer) {
    this.#call = call;
    this.#transfer = transfer;
  }

  async startLog(session: Session, idempotencyKey?: string): Promise<LogAnswer> {
    return this.#make<LogAnswer>(session, 'start-log', {}, undefined, idempotencyKey);
  }

  async logs({ jurisdiction, accessToken }: Session): Promise<LogsAnswer> {
    return this.#call<LogsAnswer>(jurisdiction, 'list-logs', { token: accessToken });
  }

  async write(
    session: Session,
    logId: string,
    message: MessageRequest,
    idempotencyKey?: string,
  ): Promise<MessageWrittenAnswer> {
    return this.#make<MessageWrittenAnswer>(session, 'write-message', { logId }, message, idempotencyKey);
  }

  /** The person's own messages. */
  async readOwn({ jurisdiction, accessToken }: Session, logId: string, page?: MessagesPage): Promise<MessagesAnswer> {
    const call = { token: accessToken, path: { logId }, query: queryOf(page) };
    return this.#call<MessagesAnswer>(jurisdiction, 'read-own-log', call);
  }

  /** Lets somebody read a log; the answer is all that they need. */
  async invite(session: Session, logId: string, days: number, idempotencyKey?: string): Promise<Invitation> {
    const body: ReaderRequest = { days };
    const reader = await this.#make<ReaderAnswer>(session, 'grant-reader', { logId }, body, idempotencyKey);
    return { jurisdiction: session.jurisdiction, ...reader };
  }

  /** From now on the invitation opens nothing. */
  async revoke({ jurisdiction, accessToken }: Session, logId: string, readerId: string): Promise<void> {
    await this.#call(jurisdiction, 'revoke-reader', { token: accessToken, path: { logId, readerId } });
  }

  /** The other's messages, from the other's cell. This person is not signed in there, and is not told to it. */
  async read({ jurisdiction, readerId, key }: Invitation, page?: MessagesPage): Promise<MessagesAnswer> {
    const call = { path: { readerId }, query: queryOf(page), headers: { 'x-read-key': key } };
    return orShut(this.#call<MessagesAnswer>(jurisdiction, 'read-log', call));
  }

  /**
   * Uploads content into the bucket of the person's home.
   *
   * @returns what a message can name
   * @throws TransferError `UploadRefused` when the bucket does not take it
   */
  async upload(
    session: Session,
    contentType: MediaType,
    content: Uint8Array<ArrayBuffer>,
    idempotencyKey?: string,
  ): Promise<MediaReference> {
    const body: MediaRequest = { contentType, bytes: content.length, sha256: await sha256Of(content) };
    const { mediaId, url, fields } = await this.#make<UploadAnswer>(session, 'upload-media', {}, body, idempotencyKey);
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    // S3 ignores whatever follows the file.
    form.append('file', new Blob([content], { type: contentType }));
    const { status } = await this.#transfer(url, form, content.length);
    if (status < 200 || status >= 300) {
      throw new TransferError('UploadRefused', `the bucket answered ${status} to an upload of ${content.length} bytes`);
    }
    return { mediaId, ...body };
  }

  /** The person's own content. @throws TransferError when it is not what the reference says */
  async download({ jurisdiction, accessToken }: Session, media: MediaReference): Promise<Uint8Array<ArrayBuffer>> {
    const call = { token: accessToken, path: { mediaId: media.mediaId } };
    return this.#fetch(media, await this.#call<DownloadAnswer>(jurisdiction, 'download-media', call));
  }

  /** Content that a message of the other's names. @throws TransferError when it is not what the message says */
  async downloadFrom(invitation: Invitation, media: MediaReference): Promise<Uint8Array<ArrayBuffer>> {
    const { jurisdiction, readerId, key } = invitation;
    const call = { path: { readerId, mediaId: media.mediaId }, headers: { 'x-read-key': key } };
    return this.#fetch(media, await orShut(this.#call<DownloadAnswer>(jurisdiction, 'read-log-media', call)));
  }

  async #fetch({ mediaId, bytes: length, sha256 }: MediaReference, { url }: DownloadAnswer) {
    const { status, bytes } = await this.#transfer(url, undefined, length);
    if (status !== 200) throw new TransferError('DownloadRefused', `the bucket answered ${status} for '${mediaId}'`);
    if (bytes.length !== length || (await sha256Of(bytes)) !== sha256) {
      throw new TransferError('ContentAltered', `what came for '${mediaId}' is not what its message says`);
    }
    return bytes;
  }

  async #make<Answer>(
    { jurisdiction, accessToken }: Session,
    route: 'start-log' | 'write-message' | 'grant-reader' | 'upload-media',
    path: Readonly<Record<string, string>>,
    body?: object,
    idempotencyKey: string = crypto.randomUUID(),
  ): Promise<Answer> {
    const headers = { 'idempotency-key': idempotencyKey };
    const call = { token: accessToken, path, headers, ...(body !== undefined && { body }) };
    try {
      return await this.#call<Answer>(jurisdiction, route, call);
    } catch (error) {
      if (!(error instanceof DomicileError) || error.code !== 'Unreachable') throw error;
      return this.#call<Answer>(jurisdiction, route, call);
    }
  }
}

/**
 * API Gateway refuses a key that opens nothing before any code of a cell could say it in its words; here it says what the cell
 * would.
 */
async function orShut<Answer>(asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof UnexpectedAnswerError) || (error.status !== 401 && error.status !== 403)) throw error;
    const detail = 'the key opens no log: it was taken back, has expired, or never did';
    throw new ProblemError({ ...PROBLEMS.no_such_log, code: 'no_such_log', detail });
  }
}

function queryOf({ after, limit }: MessagesPage = {}): Record<string, string> {
  return {
    ...(after !== undefined && { after: String(after) }),
    ...(limit !== undefined && { limit: String(limit) }),
  };
}
