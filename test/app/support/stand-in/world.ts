import { randomUUID } from 'node:crypto';
import type { Entry } from '../../../../lib/app/telemetry';
import { DomicileClient } from '../../../../lib/client/domicile-client';
import type { Send } from '../../../../lib/client/send';
import type { Transfer } from '../../../../lib/client/transfer';
import type { JurisdictionId } from '../../../../lib/domain/jurisdictions';
import type { SweepId } from '../../../../lib/domain/routes';
import { ENDPOINTS, viaGateway } from '../../../client/support/cells';
import { NOW } from '../memory';
import { post } from './buckets';
import { type CellProcess, cellProcess } from './cell';
import { StandIn } from './stand-in';
import { proceed, startAt } from './workflows';

/** The process was killed: nobody is told what became of what it was doing. */
class KilledError extends Error {}

/**
 * Both cells as they are deployed, with their own adapters, over an AWS that stands in on loopback; and a person's device. Time
 * passes when it is told to, and workflows go on then.
 */
export class World {
  readonly aws = new StandIn(startAt);
  readonly entries: Entry[] = [];
  readonly client: DomicileClient;
  #now = NOW;
  /** Made when they are first called. */
  readonly #cells = new Map<JurisdictionId, CellProcess>();

  constructor() {
    const send: Send = async (request) =>
      this.#process(request.url.host.split('.')[0] as JurisdictionId, async (cell) => viaGateway(request, cell));
    const transfer: Transfer = async (url, form) => {
      if (form !== undefined) return { status: await post(this.aws.state, url, form), bytes: new Uint8Array() };
      const response = await fetch(url);
      return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) };
    };
    this.client = new DomicileClient({ cells: ENDPOINTS, send, transfer });
  }

  /** Lets time pass. What is due goes on before and after, so many at once. */
  async pass(seconds: number, most = 1): Promise<void> {
    await this.#proceed(most);
    if (seconds === 0) return;
    this.#now += seconds * 1000;
    await this.#proceed(most);
  }

  /** What the clock of a cell calls. */
  async sweep(jurisdiction: JurisdictionId, id: SweepId): Promise<void> {
    await this.#process(jurisdiction, async ({ sweeps }) => sweeps[id]({}, { awsRequestId: 'a-request' }));
  }

  async #proceed(most: number): Promise<void> {
    const executions = () => this.aws.state.executions;
    const goOn = async (key: string) =>
      proceed(executions, key, this.#now, async (jurisdiction, step, event) =>
        this.#process(jurisdiction, async ({ steps }) => steps[step](event, { awsRequestId: 'a-request' })),
      );
    await atOnce(most, [...executions().keys()], goOn);
  }

  /** What is done by the functions as they run now; whatever follows a death is done by others. */
  async #process<T>(jurisdiction: JurisdictionId, work: (cell: CellProcess) => Promise<T>): Promise<T> {
    const around = { telemetry: { answered: (entry: Entry) => this.entries.push(entry) }, clock: () => this.#now };
    const cell = this.#cells.get(jurisdiction) ?? cellProcess(jurisdiction, around, randomUUID);
    this.#cells.set(jurisdiction, cell);
    const [result] = await Promise.allSettled([work(cell)]);
    if (this.aws.faults.takeDeath()) {
      this.#cells.clear();
      throw new KilledError('the process was killed');
    }
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  }
}

/** Does work on each, on so many at the same time. */
export async function atOnce<One>(most: number, all: readonly One[], work: (one: One) => Promise<void>): Promise<void> {
  const waiting = [...all];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: most }, worker));
}
