import { setTimeout as delay } from 'node:timers/promises';
import type { ArchiveCounts } from '../client/archive';
import type { CellAddresses } from '../client/cells';
import { DomicileClient } from '../client/domicile-client';
import { ClaimError } from './errors';
import { followingLinks } from './links';
import type { Person } from './people';
import { send } from './send';
import type { Target } from './target';

const READY_WITHIN_MS = 60_000;

/**
 * Has a person take everything along, as an archive of which each byte is compared with what the cell says of it.
 *
 * @param expected what is to be in it
 * @throws ClaimError `NotExported`
 */
export async function takeAlong(
  cells: CellAddresses,
  target: Target,
  { jurisdiction, session }: Person,
  expected: ArchiveCounts,
): Promise<void> {
  const transfer = followingLinks(target, jurisdiction, { misjudged: 0 });
  const { archives } = new DomicileClient({ cells, send, transfer });
  const { exportId } = await archives.startExport(session);
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const answer = await archives.readExport(session, exportId);
    if (answer.state === 'ready') {
      const { counts } = await archives.download(answer);
      const shown = JSON.stringify(counts, Object.keys(expected));
      if (shown === JSON.stringify(expected)) return;
      throw new ClaimError(
        'NotExported',
        `the archive of a person of '${jurisdiction}' has ${shown} instead of ${JSON.stringify(expected)}`,
      );
    }
    if (answer.state !== 'running' || Date.now() > deadline) {
      throw new ClaimError(
        'NotExported',
        `the export of a person of '${jurisdiction}' is '${answer.state}' after ${READY_WITHIN_MS / 1000} seconds at most`,
      );
    }
    await delay(200);
  }
}
