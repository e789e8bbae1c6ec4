import { randomBytes } from 'node:crypto';
import type { Session } from '../../../../lib/client/domicile-client';
import type { JurisdictionId } from '../../../../lib/domain/jurisdictions';
import { CODE } from './services';
import type { World } from './world';

/** Somebody with texts that nobody else has, and what their cell has told them it has written. */
export interface Resident {
  readonly jurisdiction: JurisdictionId;
  readonly account: { readonly residence: string; readonly email: string; readonly password: string };
  readonly personId: string;
  readonly session: Session;
  readonly displayName: string;
  readonly logId: string;
  /** In their order. */
  readonly texts: readonly string[];
  readonly picture: string;
  readonly mediaId: string;
}

export const RESIDENCE: Readonly<Record<JurisdictionId, string>> = { eu: 'NL', international: 'SG' };

/** Registers somebody who accepts the terms. */
export async function register({ client }: World, jurisdiction: JurisdictionId) {
  const account = {
    residence: RESIDENCE[jurisdiction],
    email: `${random()}@example.org`,
    password: `Correct-Horse-${random()}`,
  };
  const { personId } = await client.register(account);
  await client.confirm({ jurisdiction, personId }, CODE);
  const session = await client.signIn(jurisdiction, personId, account.password);
  await client.acceptTerms(session, await client.readTerms(jurisdiction));
  return { jurisdiction, account, personId, session };
}

/** Registers somebody who writes their profile, sends a picture, and writes so many messages one after the other. */
export async function settle(world: World, jurisdiction: JurisdictionId, messages: number): Promise<Resident> {
  const { client } = world;
  const registered = await register(world, jurisdiction);
  const { session } = registered;
  const [displayName, picture] = [`Zoë ${random()}`, `picture ${random()}`];
  await client.writeProfile(session, { displayName });
  const content = new Uint8Array(Buffer.from(picture));
  const { mediaId } = await client.conversations.upload(session, 'image/png', content);
  const { logId } = await client.conversations.startLog(session);
  const texts = Array.from({ length: messages }, (_, index) => `hello ${index} ${random()}`);
  for (const [index, text] of texts.entries())
    await client.conversations.write(session, logId, { text, ...(index === 0 && { media: [mediaId] }) });
  return { ...registered, displayName, picture, mediaId, logId, texts };
}

/** All messages of a log as their owner reads them. */
export async function textsIn({ client }: World, session: Session, logId: string): Promise<string[]> {
  const texts: string[] = [];
  for (let after: number | undefined = 0; after !== undefined; ) {
    const page = await client.conversations.readOwn(session, logId, { after });
    texts.push(...page.messages.map(({ text }) => text));
    after = page.next ?? undefined;
  }
  return texts;
}

/** What nobody but this person can be known by, and what they wrote. */
export function wordsOf({ account, personId, displayName, texts, picture, mediaId, logId }: Resident): string[] {
  return [account.email, account.password, personId, displayName, picture, mediaId, logId, ...texts];
}

function random(): string {
  return randomBytes(6).toString('hex');
}
