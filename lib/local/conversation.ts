import { randomBytes } from 'node:crypto';
import type { CellAddresses } from '../client/cells';
import type { Invitation } from '../client/conversations';
import { DomicileClient } from '../client/domicile-client';
import type { MediaReference } from '../domain/conversations-api';
import { DomicileError } from '../domain/errors';
import type { JurisdictionId } from '../domain/jurisdictions';
import { ClaimError } from './errors';
import type { Person } from './people';
import { send } from './send';
import type { TracedText } from './tracer/needles';

/** What one person has written, and handed to the others. */
interface Half {
  readonly jurisdiction: JurisdictionId;
  readonly words: string;
  /** A text within the file that they sent. */
  readonly inFile: string;
  readonly file: MediaReference;
  readonly invitation: Invitation;
  readonly logId: string;
}

/** A conversation that was had, and where its texts may be found. */
export interface Talk {
  /** As finished lines say it. */
  readonly words: readonly string[];
  /** Texts that can be read nowhere, not even at home: words are sealed, and of keys there is a hash. */
  readonly hidden: readonly TracedText[];
  /** Texts in files, which rest at home and nowhere else. */
  readonly filesOf: Readonly<Partial<Record<JurisdictionId, readonly TracedText[]>>>;
}

/** Lets people talk across jurisdictions: each writes at home, and reads the others' logs by a key that they handed over. */
export async function talk(cells: CellAddresses, people: readonly Person[]): Promise<Talk> {
  const client = new DomicileClient({ cells, send });
  const halves = await Promise.all(people.map(async (person) => write(client, person)));
  const files: string[] = [];
  for (const reader of halves) {
    for (const author of halves) if (reader !== author) files.push(await read(client, reader, author));
  }
  for (const [index, { session }] of people.entries()) {
    const half = halves[index];
    if (half !== undefined) await shut(client, half, session);
  }
  const names = halves.map(({ jurisdiction }) => `'${jurisdiction}'`).join(' and ');
  return {
    words: [
      `people of ${names} talked: each wrote and uploaded at home, read the other's there by a key, and took the key back`,
      ...new Set(files),
    ],
    hidden: halves.flatMap(({ jurisdiction, words, invitation }) => [
      { label: `words of '${jurisdiction}'`, text: words },
      { label: `read key of '${jurisdiction}'`, text: invitation.key },
    ]),
    filesOf: Object.fromEntries(
      halves.map(({ jurisdiction, inFile }) => [jurisdiction, [{ label: `file of '${jurisdiction}'`, text: inFile }]]),
    ),
  };
}

async function write({ conversations }: DomicileClient, { jurisdiction, session }: Person): Promise<Half> {
  const words = `Tot zo — 再见 ${random()}`;
  const inFile = `tracer file ${random()}`;
  const { logId } = await conversations.startLog(session);
  const invitation = await conversations.invite(session, logId, 1);
  const file = await conversations.upload(session, 'application/pdf', bytesOf(`%PDF-1.4\n% ${inFile}\n%%EOF\n`));
  await conversations.write(session, logId, { text: words, media: [file.mediaId] });
  return { jurisdiction, words, inFile, file, invitation, logId };
}

/** Reads the other's words, and the file by the link that the other's cell signs. @returns what became of the link, as a line says it */
async function read({ conversations }: DomicileClient, reader: Half, author: Half): Promise<string> {
  const { messages } = await conversations.read(author.invitation);
  const texts = messages.map(({ text }) => text);
  const content = await conversations.downloadFrom(author.invitation, author.file).catch(unlessMisjudged);
  const isWhole = content === undefined || new TextDecoder().decode(content).includes(author.inFile);
  if (texts.join('\n') !== author.words || !isWhole) {
    throw new ClaimError(
      'NotRead',
      `a person of '${reader.jurisdiction}' read ${texts.length} messages in the log of one of '${author.jurisdiction}', and not what was written there`,
    );
  }
  return content === undefined ? LINK_MISJUDGED : 'each downloaded the file of the other, whole';
}

const LINK_MISJUDGED =
  'links to files are signed, and not followed here: the emulator takes a link for a call in us-east-1, which the boundary refuses';

/** MiniStack 1.5.33 looks for the region of a call in a header, which a link has not. Any other failure is one. */
function unlessMisjudged(error: unknown): undefined {
  if (!(error instanceof DomicileError) || error.code !== 'DownloadRefused') throw error;
}

/** Takes the key back: from then on it opens nothing. */
async function shut({ conversations }: DomicileClient, half: Half, session: Person['session']): Promise<void> {
  await conversations.revoke(session, half.logId, half.invitation.readerId);
  const answer = await conversations.read(half.invitation).then(
    () => 'open',
    (error: unknown) => (error instanceof DomicileError ? error.code : 'unknown'),
  );
  if (answer === 'no_such_log') return;
  throw new ClaimError(
    'OpenToWhoWasShutOut',
    `a key to the log of a person of '${half.jurisdiction}' was taken back, and who used it was answered '${answer}'`,
  );
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new TextEncoder().encode(text));
}

function random(): string {
  return randomBytes(9).toString('hex');
}
