import { cellOf } from '../../../lib/app/cell';
import { render } from '../../../lib/app/http/answer';
import { readExportRoute } from '../../../lib/app/routes/read-export';
import { readImportRoute } from '../../../lib/app/routes/read-import';
import { runImportRoute } from '../../../lib/app/routes/run-import';
import { startExportRoute } from '../../../lib/app/routes/start-export';
import { startImportRoute } from '../../../lib/app/routes/start-import';
import { archiveImporter } from '../../../lib/app/stores/archive-importer';
import { collector } from '../../../lib/app/stores/collector';
import { collectExport } from '../../../lib/app/use-cases/collect-export';
import { importArchive } from '../../../lib/app/use-cases/import-archive';
import { readExport } from '../../../lib/app/use-cases/read-export';
import { readImport } from '../../../lib/app/use-cases/read-import';
import { removeExport } from '../../../lib/app/use-cases/remove-export';
import { runImport } from '../../../lib/app/use-cases/run-import';
import { startExport } from '../../../lib/app/use-cases/start-export';
import { startImport } from '../../../lib/app/use-cases/start-import';
import { startLog } from '../../../lib/app/use-cases/start-log';
import { uploadMedia } from '../../../lib/app/use-cases/upload-media';
import { writeMessage } from '../../../lib/app/use-cases/write-message';
import type { JurisdictionId } from '../../../lib/domain/jurisdictions';
import { ACCOUNT, PICTURE, PICTURED } from '../archive/support';
import { keyOf } from './conversation';
import { eventOfPerson, REQUEST_ID, readable } from './http';
import { acceptedTerms, memoryKeys, memoryProfiles, NOW, ownerOf, PERSON } from './memory';
import { memoryArchives, memoryImporter, memoryJobs, memoryObjects } from './memory-archives';
import { memoryBucket, memoryConversations } from './memory-conversations';

export const PROFILE = { displayName: 'Änna', updatedAt: '2026-11-20T09:30:00.000Z', version: 3 };
const CONSENT = {
  purpose: 'productNews',
  change: 'given',
  version: '2026-11-01',
  at: '2026-11-20T09:31:00.000Z',
} as const;

/** A cell in memory with all that exports and imports of it need, and the routes and steps of both. */
export function home(jurisdiction: JurisdictionId = 'eu') {
  const cell = cellOf(jurisdiction);
  const time = { now: NOW };
  const clock = () => time.now;
  const profiles = memoryProfiles({
    [PERSON]: { kind: 'person', profile: PROFILE, terms: [acceptedTerms(jurisdiction)], consents: [CONSENT] },
  });
  const isErased = (personId: string) => profiles.table.get(personId)?.kind === 'erased';
  const keys = memoryKeys(jurisdiction);
  const logs = memoryConversations(isErased);
  const imported = memoryImporter(logs, isErased);
  const objects = memoryObjects();
  const archives = memoryArchives();
  const jobs = memoryJobs(isErased);
  const started: string[] = [];
  const workflows = { start: async (jobId: string) => void started.push(jobId) };
  const stores = { logs, media: imported, objects };
  const accounts = { account: async (personId: string) => (personId === PERSON ? ACCOUNT : undefined) };
  const routes = {
    startExport: startExportRoute(startExport({ jobs, workflows, clock })),
    readExport: readExportRoute(readExport({ jobs, archives, clock })),
  };
  const memberRoutes = {
    startImport: startImportRoute(startImport({ jobs, archives, clock })),
    runImport: runImportRoute(runImport({ jobs, archives, workflows })),
    readImport: readImportRoute(readImport({ jobs })),
  };
  const owner = ownerOf(PERSON, jurisdiction);
  const collect = collector({ accounts, people: profiles, keys, conversations: stores });
  const importer = archiveImporter({ conversations: imported, objects, stores });
  const steps = {
    collect: collectExport({ cell, jobs, collector: collect, archives, clock }),
    remove: removeExport({ jobs, archives }),
    importArchive: importArchive({ cell, jobs, archives, keys, people: profiles, importer, clock }),
  };

  const ask =
    (personId: string) =>
    async (route: keyof typeof routes | keyof typeof memberRoutes, { key, id, json }: Sent = {}) => {
      const event = eventOfPerson({
        headers: { 'content-type': 'application/json', ...(key !== undefined && { 'idempotency-key': key }) },
        pathParameters: { exportId: id, importId: id },
        ...(json !== undefined && { body: JSON.stringify(json) }),
      });
      const member = { kind: 'person', terms: [], consents: [], personId, sealer: owner.sealer } as const;
      const answer =
        route === 'startExport' || route === 'readExport'
          ? routes[route](personId, event)
          : memberRoutes[route](member, event);
      return readable(render(await answer, REQUEST_ID));
    };
  return {
    cell,
    time,
    profiles,
    keys,
    logs,
    imported,
    objects,
    archives,
    jobs,
    started,
    stores,
    owner,
    collector: collect,
    steps,
    ask,
    me: ask(PERSON),
    /** The person writes a message with a picture that they sent. */
    async write() {
      const upload = await uploadMedia({ media: logs, uploads: memoryBucket(), clock })(owner, keyOf(1), {
        contentType: PICTURED.contentType,
        bytes: PICTURED.bytes,
        sha256: PICTURED.sha256,
      });
      const log = await startLog({ logs, clock })(owner, keyOf(2));
      if (upload.kind !== 'announced' || log.kind !== 'started') throw new Error('not written');
      const { mediaId } = upload.upload;
      const { logId } = log.log;
      await objects.put(PERSON, mediaId, PICTURED, [PICTURE] as unknown as AsyncIterable<Uint8Array>);
      const write = writeMessage({ logs, clock });
      await write(owner, logId, keyOf(3), { text: 'hello\nthere', mediaIds: [mediaId] });
      await write(owner, logId, keyOf(4), { text: 'שלום', mediaIds: [] });
      return { mediaId, logId };
    },
  };
}

interface Sent {
  readonly key?: string;
  readonly id?: string;
  readonly json?: object;
}
