import type { ReceiptAnswer } from '../../domain/api';
import { JURISDICTION_IDS, JURISDICTIONS } from '../../domain/jurisdictions';
import { endpointOf } from '../addresses';
import type { App, View } from '../app';
import { el, facts, saveLink, table } from '../dom';
import { action, form } from '../form';
import { InputRefusedError, wordsOf } from '../messages';
import { moment, WORDS } from '../words';

const WAIT_MS = 2_000;

export const erase: View = (app) => {
  const words = WORDS.erase;
  return [
    el('p', {}, words.introduction),
    el('p', {}, el('a', { href: '#export' }, words.first)),
    form({
      fields: [{ name: 'understand', label: words.understand, kind: 'check' }],
      action: words.submit,
      kind: 'danger',
      submit: async () => {
        const { receiptId } = await app.client.erase(app.session());
        // The token stays, for the receipt; it opens nothing else any more.
        app.device.keep({ receiptId, personId: undefined, exported: undefined, conversations: undefined });
        app.go('receipt');
      },
    }),
  ];
};

/**
 * How far an erasure is. The token of who was erased is good for that while it lives; what it has told last is kept on the device.
 */
export const receipt: View = (app) => {
  const words = WORDS.receipt;
  const place = el('div', { role: 'status' });
  const tell = (known: ReceiptAnswer) => {
    const file = `receipt-${known.receiptId}.json`;
    place.replaceChildren(
      receiptFacts(known),
      saveLink(words.save, file, `${JSON.stringify(known, undefined, 2)}\n`, 'application/json'),
    );
  };
  const { receipt: known, receiptId } = app.device.memory;
  if (known !== undefined) tell(known);
  if (receiptId !== undefined && known?.state !== 'done') void follow(app, receiptId, place, tell);
  return [el('p', {}, words.introduction), place];
};

/** Asks until every store is empty, the token has expired, or somebody has gone on. */
async function follow(app: App, receiptId: string, place: HTMLElement, tell: (known: ReceiptAnswer) => void) {
  for (;;) {
    const session = app.device.session(Date.now());
    if (session === undefined) return;
    try {
      const known = await app.client.readReceipt(session, receiptId);
      app.device.keep({ receipt: known });
      tell(known);
      if (known.state === 'done') return;
    } catch (error) {
      place.replaceChildren(el('p', { class: 'problem', role: 'alert' }, wordsOf(error)));
    }
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
    if (!place.isConnected) return;
  }
}

function receiptFacts(answer: ReceiptAnswer): HTMLElement {
  const { columns, state, notYet } = WORDS.receipt;
  const at = (moments: string | null) => (moments === null ? notYet : moment(moments));
  return facts([
    [columns.number, answer.receiptId],
    [columns.home, JURISDICTIONS[answer.jurisdiction].name],
    [columns.state, state[answer.state]],
    [columns.requestedAt, at(answer.requestedAt)],
    [columns.completedAt, at(answer.completedAt)],
    [columns.finalAt, at(answer.finalAt)],
  ]);
}

/** What this browser keeps, and how it forgets. */
export const device: View = (app) => {
  const words = WORDS.device;
  const { cells, personId } = app.device.memory;
  const others = JURISDICTION_IDS.filter((id) => id !== app.home);
  const said = el('p', { class: 'said', role: 'status' });
  return [
    el('p', {}, words.introduction),
    personId === undefined ? undefined : el('p', {}, words.number(personId)),
    table(
      words.homes,
      [words.columns.home, words.columns.address],
      JURISDICTION_IDS.map((id) => [
        JURISDICTIONS[id].name,
        id === app.home ? `${app.endpoint} (${words.here})` : (cells?.[id]?.endpoint ?? words.unknown),
      ]),
    ),
    ...others.map((id) =>
      form({
        fields: [
          {
            name: id,
            label: `${WORDS.start.address}: ${JURISDICTIONS[id].name}`,
            hint: WORDS.start.addressHint,
            kind: 'url',
          },
        ],
        action: words.keep,
        submit: async (values) => {
          const endpoint = endpointOf(id, values[id] ?? '');
          if (endpoint === undefined) throw new InputRefusedError(WORDS.start.noSuchAddress);
          app.device.keep({ cells: { ...app.device.memory.cells, [id]: { endpoint } } });
          app.go('device');
        },
      }),
    ),
    el('h2', {}, words.forget),
    action(
      words.forget,
      async () => {
        app.device.forget();
        said.textContent = words.forgotten;
      },
      { kind: 'danger' },
    ),
    said,
  ];
};
