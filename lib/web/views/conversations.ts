import { MOST_READER_DAYS } from '../../domain/conversations';
import type { LogsAnswer } from '../../domain/conversations-api';
import type { App, View } from '../app';
import { type Child, el } from '../dom';
import { action, form } from '../form';
import { type HandedOver, invitationIn, invitationLink } from '../invitations';
import { InputRefusedError } from '../messages';
import { moment, WORDS } from '../words';
import { otherOf, timeline } from './timeline';

const words = WORDS.conversations;
const USUAL_DAYS = 30;

type Log = LogsAnswer['logs'][number];

export const conversations: View = async (app) => {
  const { logs } = await app.client.conversations.logs(app.session());
  return [
    el('p', {}, words.introduction),
    el('h2', {}, words.own),
    logs.length === 0
      ? el('p', {}, words.none)
      : el(
          'ul',
          {},
          ...logs.map((log) =>
            el(
              'li',
              {},
              el('a', { href: `#conversation/${log.logId}` }, nameOf(app, log)),
              ` (${words.messages(log.messages)})`,
            ),
          ),
        ),
    form({
      fields: [{ name: 'name', label: words.name, optional: true }],
      action: words.start,
      submit: async ({ name = '' }) => {
        const { logId } = await app.client.conversations.startLog(app.session());
        if (name.trim() !== '') app.device.keepConversation(logId, { name: name.trim() });
        app.go('conversation', logId);
      },
    }),
  ];
};

function nameOf({ device }: App, { logId, createdAt }: Log): string {
  return device.conversation(logId).name ?? words.unnamed(moment(createdAt));
}

/** Both halves in one: one's own from this home, and the other's directly from theirs. */
export const conversation: View = async (app, logId) => {
  const { logs } = await app.client.conversations.logs(app.session());
  const log = logs.find((one) => one.logId === logId);
  if (log === undefined) {
    app.go('conversations');
    return [];
  }
  return [
    el('p', {}, el('a', { href: '#conversations' }, words.back)),
    el('h2', {}, nameOf(app, log)),
    ...(await timeline(app, logId)),
    el('h2', {}, words.letRead),
    ...letting(app, log),
    el('h2', {}, words.readOther),
    ...reading(app, logId),
  ];
};

function letting(app: App, { logId, readers }: Log): readonly Child[] {
  const place = el('div', { role: 'status' });
  const invite = async (days: number) => {
    const invitation = await app.client.conversations.invite(app.session(), logId, days);
    const link = invitationLink(app.endpoint, invitation);
    const shown = el('textarea', { readonly: true, rows: '4', 'aria-label': words.invitation }, link);
    const said = el('p', { class: 'said' });
    const copy = action(WORDS.copy, async () => {
      await navigator.clipboard.writeText(link);
      said.textContent = WORDS.copied;
    });
    place.replaceChildren(el('p', {}, words.invitation), shown, copy, said);
  };
  const revoke = (readerId: string) => async () => {
    await app.client.conversations.revoke(app.session(), logId, readerId);
    app.go('conversation', logId);
  };
  return [
    form({
      fields: [
        { name: 'days', label: `${words.days} (1–${MOST_READER_DAYS})`, kind: 'number', value: String(USUAL_DAYS) },
      ],
      action: words.invite,
      submit: async ({ days = '' }) => invite(Number(days)),
    }),
    place,
    readers.length === 0
      ? undefined
      : el(
          'ul',
          { 'aria-label': words.readers },
          ...readers.map(({ readerId, expiresAt }) => {
            const named = words.reader(moment(expiresAt));
            const takeBack = action(words.revoke, revoke(readerId), { name: `${words.revoke}: ${named}` });
            return el('li', {}, named, ' ', takeBack);
          }),
        ),
  ];
}

function reading(app: App, logId: string): readonly Child[] {
  const other = otherOf(app, logId);
  if (other !== undefined) {
    return [
      action(words.forgetOther, async () => {
        const { name } = app.device.conversation(logId);
        app.device.forgetConversation(logId);
        if (name !== undefined) app.device.keepConversation(logId, { name });
        app.go('conversation', logId);
      }),
    ];
  }
  return [
    form({
      fields: [{ name: 'invitation', label: words.paste, hint: words.pasteHint, kind: 'lines' }],
      action: words.keep,
      submit: async ({ invitation = '' }) => {
        const found: HandedOver | undefined = invitationIn(invitation);
        if (found === undefined) throw new InputRefusedError(words.noInvitation);
        app.device.keepConversation(logId, { other: found });
        app.go('conversation', logId);
      },
    }),
  ];
}
