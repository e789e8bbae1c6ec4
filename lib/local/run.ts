import { copyFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { HOME_REGION, JURISDICTION_IDS, type JurisdictionId } from '../domain/jurisdictions';
import { Cdk, DEPLOYED_STACKS, type Deployment, type Outputs, reasonToLeaveOut } from './cdk';
import { addressesOf } from './cells';
import type { Context, Step } from './context';
import { type Talk, talk } from './conversation';
import { type DrillRow, drill } from './drill/drill';
import { eraseSomebody, searchForErased } from './erase';
import { ClaimError } from './errors';
import { askForFeatures } from './features';
import { moveHouse } from './move-house';
import {
  askEveryCell,
  hiddenTexts,
  type Person,
  type Refusal,
  refusePeople,
  registerPerson,
  tracedTexts,
} from './people';
import { type BoundedRole, settleBoundaries } from './settle';
import { settleCors } from './settle-cors';
import { settlePersonKeys } from './settle-keys';
import { takeAlong } from './take-along';
import type { Target } from './target';
import { judgeTraces } from './tracer/judge';
import { Seen } from './tracer/seen';
import { type RegionTrace, traceIn } from './tracer/trace';

/** What a run has shown. */
export interface Shown {
  readonly outputs: Outputs;
  readonly people: readonly Person[];
  readonly rows: readonly DrillRow[];
}

/** What is copied in the background arrives within a fraction of this, as the drill's own copies show. */
const ARRIVAL_MS = 1000;
const REGIONS = JURISDICTION_IDS.map((id) => HOME_REGION[id]);

/** Deploys both cells to the target, and shows there that the claim holds. */
export async function run({ root, steps, processes }: Context, target: Target): Promise<Shown> {
  const folder = path.join(root, '.local', 'run');
  rmSync(folder, { recursive: true, force: true });
  const cdk = new Cdk({ root, folder, target, processes });
  const seen = new Seen(path.join(root, '.local', 'seen'));
  let outputs: Outputs = {};

  await steps.run('prepare', async (step) => {
    step.note('cdk synth, cdk bootstrap');
    // What is bootstrapped is asked before the assembly is made anew.
    const [, synthesis] = await Promise.all([cdk.bootstrap(), cdk.synth()]);
    return `${synthesis}; cdk bootstrap in ${REGIONS.length} regions of one account, the harder case`;
  });
  await steps.run('deploy', async (step) => {
    step.note('cdk deploy');
    const deployment = await cdk.deploy((done, of) => step.note(`cdk deploy, ${done} of ${of} stacks`));
    for (const line of leftOutLines(cdk.stacksLeftOut())) step.detail(line);
    outputs = deployment.outputs;
    return `${DEPLOYED_STACKS.length} stacks, by name${unchangedOf(deployment)}`;
  });
  await steps.run('settle', async (step) => {
    const roles = await settleBoundaries(target, (stack) => cdk.template(stack));
    for (const line of boundaryLines(roles)) step.detail(line);
    for (const { stack, logicalId, left } of await settlePersonKeys(target, (name) => cdk.template(name))) {
      step.detail(
        `the policy of ${logicalId} in ${stack} leaves out what the emulator has no value for: ${left.join(', ')}`,
      );
    }
    for (const stack of await settleCors(target, (name) => cdk.template(name)))
      step.detail(`the API of ${stack} was told again what pages of other homes may ask`);
    return `${roles.length} roles carry the boundary that their template names, read back`;
  });

  const cells = addressesOf(outputs, target.endpoint);
  let people: Person[] = [];
  let refusals: Refusal[] = [];
  let talked: Talk = { words: [], hidden: [], filesOf: {} };
  await steps.run('people', async (step) => {
    step.note('registering one in each cell');
    people = await Promise.all(JURISDICTION_IDS.map((id) => registerPerson(cells, id)));
    step.note('letting them talk');
    talked = await talk(cells, people);
    refusals = await refusePeople(cells);
    const answers = [
      await askEveryCell(cells),
      ...(await Promise.all(JURISDICTION_IDS.map((id) => askForFeatures(cells, id)))),
    ];
    for (const { jurisdiction, location } of people)
      step.detail(
        `'${jurisdiction}' registered one, who accepted terms ${location.termsVersion}, gave a consent and withdrew it, and whose data rests in ${location.region} (${location.location})`,
      );
    for (const words of talked.words) step.detail(words);
    for (const { words } of refusals) step.detail(words);
    for (const words of answers) step.detail(words);
    return 'one registered in each cell, through its API; others refused';
  });
  await steps.run('trace', async (step) => {
    step.note('waiting for copies to arrive, if there are any');
    await delay(ARRIVAL_MS);
    step.note('searching every region for them');
    return searchFor({ target, people, talked, refusals, seen }, step);
  });
  const [from = 'eu', to = 'international'] = JURISDICTION_IDS;
  // A move is mostly waiting for workflows, as an erasure is, so that both wait together.
  const moving = moveHouse(cells, target, [from, to]);
  moving.catch(() => undefined);
  await steps.run('erase', async (step) => {
    step.note('registering one more in each cell, who write and are erased');
    const more = await Promise.all(JURISDICTION_IDS.map(async (id) => registerPerson(cells, id)));
    const said = await talk(cells, more);
    step.note('letting them take everything along');
    const everything = { logs: 1, messages: 1, media: 1 };
    await Promise.all(more.map(async (person) => takeAlong(cells, target, person, everything)));
    step.note('erasing them, archives and all');
    const erased = await Promise.all(more.map(async (person) => eraseSomebody(cells, person)));
    const texts = [...said.hidden, ...Object.values(said.filesOf).flat()];
    // Nothing may come and go while stores are listed and read.
    await moving.catch(() => undefined);
    const regions = await searchForErased(target, erased, texts, seen);
    step.detail('each took an archive of everything along before, whose every byte is as their cell said');
    for (const { person, receipt } of erased) {
      step.detail(
        `'${person.jurisdiction}' erased one: receipt of ${receipt.completedAt}, final on ${receipt.finalAt?.slice(0, 10)}, when their key cannot be brought back`,
      );
    }
    const amount = regions.map(({ region, stores, records }) => `${region} (${stores} stores, ${records} records)`);
    step.detail(`searched: ${amount.join(', ')}, with logs, queues and the history of the workflow`);
    return 'nothing is left but marks that name nobody, for a day';
  });
  await steps.run('move', async (step) => {
    step.note('waiting for one who began to move house when the others were erased');
    const { words } = await moving;
    for (const line of words) step.detail(line);
    return `one moved from '${from}' to '${to}' meanwhile, with everything, by the hands of their own device`;
  });
  let rows: DrillRow[] = [];
  await steps.run('drill', async (step) => {
    step.note('moving data abroad, without and with the boundary');
    rows = (await Promise.all(JURISDICTION_IDS.map((id) => drill(target, id, otherRegion(id))))).flat();
    return `${rows.length} moves succeeded without the boundary and were refused with it`;
  });
  return { outputs, people, rows };
}

interface ToFind {
  readonly target: Target;
  readonly people: readonly Person[];
  readonly talked: Talk;
  readonly refusals: readonly Refusal[];
  /** What was looked through before any of them was there. */
  readonly seen: Seen;
}

async function searchFor({ target, people, talked, refusals, seen }: ToFind, step: Step): Promise<string> {
  const residents = people.map((person) => {
    const files = talked.filesOf[person.jurisdiction] ?? [];
    return { person, home: HOME_REGION[person.jurisdiction], texts: [...tracedTexts(person), ...files] };
  });
  const nowhere = [...refusals.flatMap(({ texts }) => texts), ...people.flatMap(hiddenTexts), ...talked.hidden];
  const texts = [...residents.flatMap((resident) => resident.texts), ...nowhere];
  const regions = await traceIn(target, REGIONS, texts, seen);
  const wrong = judgeTraces(regions, [
    ...residents.flatMap(({ home, texts: own }) => own.map(({ label }) => ({ label, home }))),
    ...nowhere.map(({ label }) => ({ label, home: undefined })),
  ]);
  if (wrong.length > 0) throw new ClaimError('FoundAbroad', wrong.join('\n'));
  for (const { home, texts: own } of residents) {
    step.detail(`${own.map(({ label }) => `${label} in ${storesOf(regions, label)}`).join(', ')}: all in ${home}`);
  }
  step.detail(
    'of those who were refused, of passwords and of phone numbers: nothing, anywhere; of names and words, which rest sealed, no letter',
  );
  const amount = regions.map(({ region, stores, records }) => `${region} (${stores} stores, ${records} records)`);
  step.detail(`searched: ${amount.join(', ')}`);
  return `${texts.length} texts, plain and encoded: at home and nowhere else`;
}

/** The kinds of stores in which a text was found. */
function storesOf(regions: readonly RegionTrace[], label: string): string {
  const found = regions.flatMap(({ traces }) => traces.filter((trace) => trace.label === label));
  return [...new Set(found.map(({ kind }) => kind))].join(' and ');
}

function leftOutLines(stacks: readonly string[]): string[] {
  return linesBy(stacks, reasonToLeaveOut).map(([reason, names]) => `left out: ${names}, because ${reason}`);
}

function unchangedOf({ unchanged }: Deployment): string {
  if (unchanged === DEPLOYED_STACKS.length) return '; nothing was to be changed';
  return unchanged === 0 ? '' : `; ${unchanged} of them unchanged`;
}

/** Each thing that the step did, and what was so already, by boundary. */
function boundaryLines(roles: readonly BoundedRole[]): string[] {
  const names = roles.map(({ roleName }) => roleName);
  const titles = roles.map(
    ({ boundary, put }) => `${boundary.slice(boundary.lastIndexOf('/') + 1)} ${put ? 'put on' : 'was already on'}`,
  );
  return linesBy(names, (name) => titles[names.indexOf(name)] ?? '').map(([title, of]) => `${title} ${of}`);
}

/** Names that share a title, in one line. */
function linesBy(names: readonly string[], titleOf: (name: string) => string): [title: string, names: string][] {
  const groups = new Map<string, string[]>();
  for (const name of names) groups.set(titleOf(name), [...(groups.get(titleOf(name)) ?? []), name]);
  return [...groups].map(([title, of]) => [title, of.join(', ')]);
}

function otherRegion(jurisdiction: JurisdictionId): string {
  return REGIONS.find((region) => region !== HOME_REGION[jurisdiction]) ?? '';
}

/** Keeps the emulator's log beside the others, where a failed run leaves it until the next one. */
export function keepEmulatorLog(root: string, folder: string): string | undefined {
  const kept = path.join('.local', 'run', 'emulator.log');
  try {
    copyFileSync(path.join(folder, 'emulator.log'), path.join(root, kept));
    return kept;
  } catch {
    return undefined;
  }
}
