import { type DeviceArchive, verifyArchive } from '../../client/archive';
import { sha256Of } from '../../client/sha256';
import { writtenBy } from '../../client/written';
import type { ImportReceipt } from '../../domain/archive-api';
import { JURISDICTION_IDS, JURISDICTIONS } from '../../domain/jurisdictions';
import { linkTo } from '../addresses';
import type { App, View } from '../app';
import { type Child, el, saveLink } from '../dom';
import { form } from '../form';
import { InputRefusedError } from '../messages';
import { receiptIn, receiptText, sinceThen } from '../move-receipt';
import { WORDS } from '../words';

const WAIT_MS = 2_000;

/**
 * Moving, by the person's own hands: an archive is fetched from the old home and brought to the new one, and the receipt of the new
 * one is shown to the old. The page of a home talks to that home only; no home lets the page of another do anything for a person.
 */
export const move: View = (app) => {
  const words = WORDS.move;
  return [
    el('p', {}, words.introduction),
    el('ol', {}, ...words.steps.map((step) => el('li', {}, step))),
    el('p', {}, el('a', { href: '#export' }, words.toExport)),
    ...otherHomes(app),
    el('h2', {}, words.bring),
    ...bringing(app),
    el('h2', {}, words.leave),
    ...leaving(app),
  ];
};

function otherHomes({ device, home, endpoint }: App): readonly Child[] {
  const { cells, country } = device.memory;
  const links = JURISDICTION_IDS.flatMap((id) => {
    const known = id === home ? undefined : cells?.[id]?.endpoint;
    if (known === undefined) return [];
    const href = linkTo(known, { ...cells, [home]: { endpoint } }, country);
    return [el('li', {}, el('a', { href }, WORDS.start.goThere(JURISDICTIONS[id].name)))];
  });
  return links.length === 0 ? [] : [el('h2', {}, WORDS.move.toNewHome), el('ul', {}, ...links)];
}

function bringing(app: App): readonly Child[] {
  const words = WORDS.move;
  const said = el('p', { class: 'said', role: 'status' });
  const place = el('div');
  const tell = (receipt: ImportReceipt) => {
    const { messages, logs, media } = receipt.counts;
    said.textContent = words.done(messages, logs, media);
    place.replaceChildren(
      saveLink(words.saveReceipt, `receipt-${receipt.importId}.json`, receiptText(receipt), 'application/json'),
    );
  };
  const { arrived } = app.device.memory;
  if (arrived !== undefined) tell(arrived);
  return [
    form({
      fields: [{ name: 'archive', label: words.archive, hint: words.archiveHint, kind: 'file', accept: '.zip' }],
      action: words.submit,
      submit: async (_, [file]) => {
        if (file === undefined) return;
        const bytes = new Uint8Array(await file.arrayBuffer());
        const receipt = await brought(app, { bytes, ...(await verifyArchive(bytes)) }, () => {
          said.textContent = words.running;
        });
        app.device.keep({ arrived: receipt });
        tell(receipt);
      },
    }),
    said,
    place,
  ];
}

async function brought(app: App, { bytes, counts }: DeviceArchive, running: () => void): Promise<ImportReceipt> {
  const { archives } = app.client;
  const sha256 = await sha256Of(bytes);
  const announced = await archives.startImport(app.session(), { bytes: bytes.length, sha256 });
  if (announced.state === 'open') await archives.upload(announced, bytes);
  await archives.runImport(app.session(), announced.importId);
  running();
  for (;;) {
    const answer = await archives.readImport(app.session(), announced.importId);
    if (answer.state === 'failed') {
      throw new InputRefusedError(WORDS.move.failed(WORDS.errors[answer.fault] ?? WORDS.badArchive));
    }
    if (answer.state === 'done') {
      const { receipt } = answer;
      const isWhole = (Object.keys(counts) as (keyof typeof counts)[]).every((of) => counts[of] === receipt.counts[of]);
      if (!isWhole || receipt.sha256 !== sha256) throw new InputRefusedError(WORDS.move.differs);
      return receipt;
    }
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
  }
}

function leaving(app: App): readonly Child[] {
  const { device, home } = app;
  const words = WORDS.move;
  const place = el('div', { role: 'status' });
  return [
    form({
      fields: [{ name: 'receipt', label: words.receipt, hint: words.receiptHint, kind: 'file', accept: '.json' }],
      action: words.show,
      submit: async (_, [file]) => {
        if (file === undefined) return;
        const receipt = receiptIn(await file.text());
        if (receipt === undefined) throw new InputRefusedError(words.noReceipt);
        const { exported } = device.memory;
        if (receipt.from !== home || exported?.sha256 === undefined || receipt.sha256 !== exported.sha256) {
          throw new InputRefusedError(words.otherReceipt);
        }
        place.replaceChildren();
        const compared = sinceThen(receipt, await writtenBy(app.session(), app.client));
        if (compared === 'wroteSince') throw new InputRefusedError(words.wroteSince);
        place.replaceChildren(
          el('p', {}, words.fits(JURISDICTIONS[receipt.to].name)),
          compared === 'notCompared' ? el('p', {}, words.notCompared) : '',
          el('p', {}, el('a', { href: '#erase' }, words.toErase)),
        );
      },
    }),
    place,
  ];
}
