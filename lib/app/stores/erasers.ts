import { objectVersions } from '../adapters/object-versions';
import { personKeyDestroyer } from '../adapters/person-keys';
import { personEraser } from '../adapters/profiles-table';
import { conversationsEraser, jobsOfPerson } from '../adapters/table-erasers';
import { unfinishedUploads } from '../adapters/unfinished-uploads';
import { accountRemoval } from '../adapters/user-pool';
import { exportPlace, importPlace } from '../archive-ports';
import type { Cell } from '../cell';
import type { Erasers } from '../erasure-ports';
import { mediaPrefix } from '../media-key';
import type { Clock } from '../ports';
import { markExpiry } from '../use-cases/erase-person';

/** The stores of a cell by their names in AWS. */
export interface StoreNames {
  readonly profiles: string;
  readonly personKeys: string;
  readonly conversations: string;
  readonly jobs: string;
  readonly media: string;
  readonly archives: string;
  readonly userPool: string;
}

/** How every store forgets a person. */
export function storeErasers(cell: Cell, names: StoreNames, clock: Clock): Erasers {
  const erasePerson = personEraser(cell, names.profiles);
  const keys = personKeyDestroyer(cell, names.personKeys);
  const jobs = jobsOfPerson(cell, names.jobs);
  const media = objectVersions(cell, names.media);
  const archives = [unfinishedUploads(cell, names.archives), objectVersions(cell, names.archives)];
  const accounts = accountRemoval(cell, names.userPool);
  return {
    conversations: conversationsEraser(cell, names.conversations),
    media: async (personId) => media.remove(mediaPrefix(personId)),
    async archives(personId, erasure) {
      // A job has one archive of each kind; the jobs themselves go when all archives have gone.
      const places = (await jobs.others(personId, erasure)).flatMap((id) => [exportPlace(id), importPlace(id)]);
      const left = await someAtOnce(places, async (place) => {
        for (const part of archives) if ((await part.remove(place)) === 'more') return ['more'];
        return [];
      });
      return left.length === 0 ? 'done' : 'more';
    },
    async jobs(personId, erasure) {
      await someAtOnce(await jobs.others(personId, erasure), async (jobId) => [await jobs.forget(jobId)]);
      return 'done';
    },
    async profiles(personId, erasure) {
      await erasePerson(personId, erasure, markExpiry(cell, clock));
      return 'done';
    },
    async 'person-keys'(personId) {
      await keys.destroy(personId, markExpiry(cell, clock));
      return 'done';
    },
    async accounts(personId) {
      await accounts.remove(personId);
      return 'done';
    },
  };
}

/** A person has up to a hundred jobs, and a step some seconds. */
const AT_ONCE = 10;

async function someAtOnce<One, Result>(all: readonly One[], work: (one: One) => Promise<Result[]>): Promise<Result[]> {
  const results: Result[] = [];
  for (let from = 0; from < all.length; from += AT_ONCE)
    results.push(...(await Promise.all(all.slice(from, from + AT_ONCE).map(work))).flat());
  return results;
}
