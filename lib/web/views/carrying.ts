import type { DeviceArchive } from '../../client/archive';
import type { ExportAnswer } from '../../domain/archive-api';
import type { App, View } from '../app';
import { el, saveLink } from '../dom';
import { action } from '../form';
import { amount, moment, WORDS } from '../words';

const WAIT_MS = 2_000;
const ZIP = 'application/zip';

/** Taking everything away: an archive that the home collects, and the device checks before it is kept. */
export const exported: View = (app) => {
  const words = WORDS.export;
  const said = el('p', { class: 'said', role: 'status' });
  const place = el('div');
  const follow = async (exportId: string) => {
    for (;;) {
      const answer = await app.client.archives.readExport(app.session(), exportId);
      said.textContent = stateOf(answer);
      if (answer.state === 'ready') place.replaceChildren(action(words.fetch, () => fetched(app, answer, place)));
      if (answer.state !== 'running' || !said.isConnected) return;
      await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
    }
  };
  const begin = async () => {
    place.replaceChildren();
    const { exportId } = await app.client.archives.startExport(app.session());
    app.device.keep({ exported: { exportId } });
    await follow(exportId);
  };
  const { exported: known } = app.device.memory;
  return [
    el('p', {}, words.introduction),
    action(known === undefined ? words.start : words.again, begin, { kind: 'first' }),
    known === undefined ? undefined : action(words.look, () => follow(known.exportId)),
    said,
    place,
  ];
};

async function fetched(app: App, answer: Extract<ExportAnswer, { readonly state: 'ready' }>, place: HTMLElement) {
  const words = WORDS.export;
  const archive = await app.client.archives.download(answer);
  const { exported: known } = app.device.memory;
  if (known !== undefined) app.device.keep({ exported: { ...known, sha256: answer.sha256 } });
  place.replaceChildren(
    el('p', { role: 'status' }, checkedOf(archive)),
    saveLink(words.save, `domicile-${app.home}.zip`, archive.bytes, ZIP),
  );
}

function checkedOf({ bytes, counts }: DeviceArchive): string {
  return WORDS.export.checked(amount(bytes.length), counts.logs, counts.messages, counts.media);
}

function stateOf(answer: ExportAnswer): string {
  const words = WORDS.export;
  return answer.state === 'ready' ? words.ready(moment(answer.expiresAt)) : words[answer.state];
}
