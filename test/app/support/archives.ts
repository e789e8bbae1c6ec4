import { cellOf } from '../../../lib/app/cell';
import { render } from '../../../lib/app/http/answer';
import { startLog } from '../../../lib/app/use-cases/start-log';
import { uploadMedia } from '../../../lib/app/use-cases/upload-media';
import { writeMessage } from '../../../lib/app/use-cases/write-message';
import type { JurisdictionId } from '../../../lib/domain/jurisdictions';
import { ACCOUNT, each, PICTURE, PICTURED } from '../archive/support';
import { archiveRoutes } from './archive-routes';
import { keyOf } from './conversation';
import { eventOfPerson, REQUEST_ID, readable } from './http';
import { acceptedTerms, memoryKeys, memoryProfiles, NOW, ownerOf, PERSON } from './memory';
import { memoryBucket, memoryConversations } from './memory-conversations';

const PROFILE = { displayName: 'Änna', updatedAt: '2026-11-20T09:30:00.000Z', version: 3 };
const CONSENT = {
  purpose: 'productNews',
  change: 'given',
  version: '2026-11-01',
  at: '2026-11-20T09:31:00.000Z',
} as const;

/** A cell in memory with all that exports and imports of it need, and somebody in it. */
export function home(jurisdiction: JurisdictionId = 'eu') {
  const cell = cellOf(jurisdiction);
  const time = { now: NOW };
  const clock = () => time.now;
  const profiles = memoryProfiles(
    { [PERSON]: { kind: 'person', profile: PROFILE, terms: [acceptedTerms(jurisdiction)], consents: [CONSENT] } },
    jurisdiction,
  );
  const isErased = (personId: string) => profiles.table.get(personId)?.kind === 'erased';
  const keys = memoryKeys(jurisdiction);
  const logs = memoryConversations(isErased);
  const started: string[] = [];
  const accounts = { account: async (personId: string) => (personId === PERSON ? ACCOUNT : undefined) };
  const world = archiveRoutes({
    cell,
    clock,
    people: profiles,
    keys,
    logs,
    accounts,
    isErased,
    started: (jobId) => void started.push(jobId),
  });
  const owner = ownerOf(PERSON, jurisdiction);
  const { persons, members } = world;

  const ask =
    (personId: string) =>
    async (route: keyof typeof persons | keyof typeof members, { key, id, json }: Sent = {}) => {
      const event = eventOfPerson({
        headers: { 'content-type': 'application/json', ...(key !== undefined && { 'idempotency-key': key }) },
        pathParameters: { exportId: id, importId: id },
        ...(json !== undefined && { body: JSON.stringify(json) }),
      });
      const member = { kind: 'person', terms: [], consents: [], personId, sealer: owner.sealer } as const;
      const answer =
        route === 'start-export' || route === 'read-export'
          ? persons[route](personId, event)
          : members[route](member, event);
      return readable(render(await answer, REQUEST_ID));
    };
  return {
    ...world,
    cell,
    time,
    profiles,
    keys,
    logs,
    started,
    owner,
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
      await world.objects.put(PERSON, mediaId, PICTURED, each([PICTURE]));
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
