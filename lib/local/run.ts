import { copyFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { HOME_REGION, JURISDICTION_IDS, type JurisdictionId } from '../domain/jurisdictions';
import { Cdk, DEPLOYED_STACKS, type Outputs, reasonToLeaveOut } from './cdk';
import { addressesOf } from './cells';
import { wrapped } from './columns';
import type { Context } from './context';
import { type DrillRow, drill } from './drill/drill';
import { ClaimError } from './errors';
import { type Person, type Refusal, refusePeople, registerPerson, tracedTexts } from './people';
import { type BoundedRole, settleBoundaries } from './settle';
import type { Target } from './target';
import { judgeTraces } from './tracer/judge';
import { traceIn } from './tracer/trace';

/** What a run has shown. */
export interface Shown {
  readonly outputs: Outputs;
  readonly people: readonly Person[];
  readonly rows: readonly DrillRow[];
}

const REGIONS = JURISDICTION_IDS.map((id) => HOME_REGION[id]);

/** Deploys both cells to the target, and shows there that the claim holds. */
export async function run({ root, steps, processes }: Context, target: Target): Promise<Shown> {
  const folder = path.join(root, '.local', 'run');
  rmSync(folder, { recursive: true, force: true });
  const cdk = new Cdk({ root, folder, target, processes });
  let outputs: Outputs = {};

  await steps.run('prepare', async (step) => {
    step.note('cdk synth, cdk bootstrap in both regions');
    await Promise.all([cdk.synth(), cdk.bootstrap()]);
    return `cdk synth; cdk bootstrap in ${REGIONS.join(' and ')}, one account for both: the harder case`;
  });
  await steps.run('deploy', async (step) => {
    step.note('cdk deploy');
    const deployment = await cdk.deploy((done, of) => step.note(`cdk deploy, ${done} of ${of} stacks`));
    for (const stack of cdk.stacksLeftOut()) step.detail(`${stack} is left out: ${reasonToLeaveOut(stack)}`);
    outputs = deployment.outputs;
    return `${DEPLOYED_STACKS.length} stacks, by name; ${deployment.unchanged} of them without changes`;
  });
  await steps.run('settle', async (step) => {
    const roles = await settleBoundaries(target, (stack) => cdk.template(stack));
    for (const line of boundaryLines(roles)) step.detail(line);
    return `${roles.length} roles carry the boundary that their template names, read back`;
  });

  const cells = addressesOf(outputs, target.endpoint);
  let people: Person[] = [];
  let refusals: Refusal[] = [];
  await steps.run('people', async (step) => {
    step.note('registering one in each cell');
    people = await Promise.all(JURISDICTION_IDS.map((id) => registerPerson(cells, id)));
    refusals = await refusePeople(cells);
    for (const { jurisdiction, location } of people)
      step.detail(`'${jurisdiction}' registered one, whose data rests in ${location.region} (${location.location})`);
    for (const { words } of refusals) step.detail(words);
    return 'one registered in each cell, through its API; others refused';
  });
  await steps.run('trace', async (step) => {
    step.note('searching both regions for them');
    return trace(target, people, refusals);
  });
  let rows: DrillRow[] = [];
  await steps.run('drill', async (step) => {
    step.note('moving data abroad, without and with the boundary');
    rows = (await Promise.all(JURISDICTION_IDS.map((id) => drill(target, id, otherRegion(id))))).flat();
    return `${rows.length} moves abroad succeeded without the boundary and were refused with it`;
  });
  return { outputs, people, rows };
}

async function trace(target: Target, people: readonly Person[], refusals: readonly Refusal[]): Promise<string> {
  const unwelcome = refusals.flatMap(({ texts }) => texts);
  const passwords = people.map(({ jurisdiction, password }) => ({
    label: `password of '${jurisdiction}'`,
    text: password,
  }));
  const residents = people.map((person) => ({ home: HOME_REGION[person.jurisdiction], texts: tracedTexts(person) }));
  const texts = [...residents.flatMap((resident) => resident.texts), ...unwelcome, ...passwords];
  const regions = await traceIn(target, REGIONS, texts);
  const wrong = judgeTraces(regions, [
    ...residents.flatMap(({ home, texts: own }) => own.map(({ label }) => ({ label, home }))),
    ...[...unwelcome, ...passwords].map(({ label }) => ({ label, home: undefined })),
  ]);
  if (wrong.length > 0) throw new ClaimError('FoundAbroad', wrong.join('\n'));
  const stores = regions.map(({ region, stores: count }) => `${count} stores in ${region}`).join(', ');
  return `${texts.length} texts, plain and encoded: at home and nowhere else (${stores})`;
}

/** Each thing that the step did, and what was so already, by boundary. */
function boundaryLines(roles: readonly BoundedRole[]): string[] {
  const groups = new Map<string, string[]>();
  for (const { roleName, boundary, put } of roles) {
    const title = `${boundary.slice(boundary.lastIndexOf('/') + 1)} ${put ? 'put on' : 'was already on'}`;
    groups.set(title, [...(groups.get(title) ?? []), roleName]);
  }
  return [...groups].flatMap(([title, names]) => wrapped(`${title} ${names.join(', ')}`));
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
