import { callCell } from '../../client/call-cell';
import { Conversations } from '../../client/conversations';
import { fetchSend } from '../../client/fetch-send';
import { fetchTransfer } from '../../client/transfer';
import { MEDIA_TYPE_IDS, MEDIA_TYPES, MOST_MEDIA_BYTES } from '../../domain/conversations';
import type { MediaReference, MessageAnswer, MessagesAnswer } from '../../domain/conversations-api';
import type { App, View } from '../app';
import { type Child, el, saveLink } from '../dom';
import { action, form } from '../form';
import { type HandedOver, invitationIn } from '../invitations';
import { InputRefusedError, wordsOf } from '../messages';
import { amount, moment, WORDS } from '../words';

const words = WORDS.conversations;

/** A message with whose it is, and how its media are fetched. */
interface Said {
  readonly message: MessageAnswer;
  readonly isOwn: boolean;
  readonly fetch: (media: MediaReference) => Promise<Uint8Array<ArrayBuffer>>;
}

/** The invitation to the other half of a conversation, where the device has one. */
export function otherOf({ device }: App, logId: string): HandedOver | undefined {
  return device.conversation(logId).other;
}

/** What both have written, in the order of its times, and a form to write more. */
export async function timeline(app: App, logId: string): Promise<readonly Child[]> {
  const list = el('ul', { class: 'messages', 'aria-label': words.log });
  const shut = el('p', { class: 'problem', role: 'alert' });
  const refresh = async () => {
    const own = await ownHalf(app, logId);
    const other = otherOf(app, logId);
    shut.textContent = '';
    const others =
      other === undefined
        ? []
        : await otherHalf(other).catch((error: unknown) => {
            shut.textContent = `${words.shut} ${wordsOf(error)}`;
            return [];
          });
    show(list, [...own, ...others]);
  };
  await refresh();
  const write = form({
    fields: [
      { name: 'text', label: words.text, kind: 'lines' },
      { name: 'file', label: words.file, kind: 'file', accept: MEDIA_TYPE_IDS.join(), optional: true },
    ],
    action: words.send,
    submit: async ({ text = '' }, [file]) => {
      const media = file === undefined ? [] : [await uploaded(app, file)];
      await app.client.conversations.write(app.session(), logId, { text, ...(media.length > 0 && { media }) });
      write.reset();
      await refresh();
    },
  });
  return [list, shut, action(words.refresh, refresh), write];
}

async function ownHalf(app: App, logId: string): Promise<Said[]> {
  const { conversations } = app.client;
  const messages = await all((after) => conversations.readOwn(app.session(), logId, { after }));
  return messages.map((message) => ({
    message,
    isOwn: true,
    fetch: (media) => conversations.download(app.session(), media),
  }));
}

/** From the other's home, which learns neither who reads nor from which home. */
async function otherHalf(invitation: HandedOver): Promise<Said[]> {
  const { jurisdiction, endpoint } = invitation;
  const conversations = new Conversations(callCell({ [jurisdiction]: { endpoint } }, fetchSend), fetchTransfer);
  const messages = await all((after) => conversations.read(invitation, { after }));
  return messages.map((message) => ({
    message,
    isOwn: false,
    fetch: (media) => conversations.downloadFrom(invitation, media),
  }));
}

async function all(read: (after: number) => Promise<MessagesAnswer>): Promise<MessageAnswer[]> {
  const messages: MessageAnswer[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const page: MessagesAnswer = await read(after);
    messages.push(...page.messages);
    after = page.next;
  }
  return messages;
}

function show(list: HTMLElement, said: readonly Said[]): void {
  const ordered = said.toSorted((one, other) => one.message.at.localeCompare(other.message.at));
  list.replaceChildren(...(ordered.length === 0 ? [el('li', {}, words.nothing)] : ordered.map(drawn)));
}

function drawn({ message: { text, at, media }, isOwn, fetch }: Said): HTMLElement {
  return el(
    'li',
    { class: isOwn ? 'own' : undefined },
    el('p', { class: 'who' }, `${isOwn ? words.you : words.other}, ${moment(at)}`),
    el('p', {}, text),
    ...media.map((one) => medium(one, fetch)),
  );
}

/** Fetched when asked for, compared with what the message says, and only then offered. */
function medium(reference: MediaReference, fetch: Said['fetch']): HTMLElement {
  const { contentType, bytes, mediaId } = reference;
  const ending = MEDIA_TYPES[contentType];
  const place = el('div');
  place.append(
    action(words.download(ending.toUpperCase(), amount(bytes)), async () => {
      const content = await fetch(reference);
      place.replaceChildren(saveLink(words.save(ending.toUpperCase()), `${mediaId}.${ending}`, content, contentType));
      place.querySelector('a')?.focus();
    }),
  );
  return place;
}

async function uploaded(app: App, file: File): Promise<string> {
  const contentType = MEDIA_TYPE_IDS.find((type) => type === file.type);
  if (contentType === undefined || file.size > MOST_MEDIA_BYTES) throw new InputRefusedError(words.tooBig);
  const content = new Uint8Array(await file.arrayBuffer());
  return (await app.client.conversations.upload(app.session(), contentType, content)).mediaId;
}

/** What an invitation opens, for whoever has it: nobody has to be registered to read. */
export const read: View = async (_, link) => {
  const invitation = invitationIn(link);
  if (invitation === undefined) return [el('p', { class: 'problem' }, words.noInvitation)];
  const list = el('ul', { class: 'messages', 'aria-label': words.log });
  const refresh = async () => show(list, await otherHalf(invitation));
  await refresh();
  return [el('p', {}, WORDS.read.introduction), list, action(words.refresh, refresh), el('p', {}, WORDS.read.answer)];
};
