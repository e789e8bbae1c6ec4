// What becomes of people's data while things go wrong, and while many are at it at once:
//   npm run faults                    everything
//   npm run faults -- --in-process    the same without the emulator, over an AWS that stands in
//   npm run faults -- erasure         one story
//   npm run faults -- crowd 50        so many people at once, in process
//   npm run faults -- emulator 50     so many people on the emulator, which is started and stopped

import { crowd } from '../test/app/support/stand-in/crowd';
import { FAULTS } from '../test/app/support/stand-in/faults';
import { erasure, erasureWithArchives, exporting, moving } from '../test/app/support/stand-in/stories';
import { type Told, tellWithFaults } from '../test/app/support/stand-in/story';
import { World } from '../test/app/support/stand-in/world';
import { table } from './bench/measure';
import { emulatedCrowd } from './faults/emulated-crowd';

const PEOPLE = 200;
const MOST_PEOPLE = 1000;
const STORIES: Readonly<Record<string, (world: World) => Promise<Told>>> = {
  erasure: async (world) => tellWithFaults(world, erasure),
  'erasure with archives': async (world) => tellWithFaults(world, erasureWithArchives),
  export: async (world) => tellWithFaults(world, exporting),
  move: async (world) => tellWithFaults(world, moving),
};

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Every call of each story fails once in every way. @returns what was lost or left behind */
async function failures(world: World, names: readonly string[]): Promise<string[]> {
  const wrong: string[] = [];
  const rows: string[][] = [];
  for (const name of names) {
    if (process.stderr.isTTY) process.stderr.write(`${name}\n`);
    const { calls, trials } = (await STORIES[name]?.(world)) ?? { calls: [], trials: [] };
    const killed = trials.filter(({ fault }) => fault.startsWith('killed')).length;
    const bad = trials.filter((trial) => trial.wrong.length > 0);
    rows.push([
      name,
      `${calls.length}`,
      `${trials.length - killed}`,
      `${killed}`,
      `${trials.filter(({ resumed }) => resumed > 0).length}`,
      `${bad.length}`,
    ]);
    wrong.push(
      ...bad.map(
        ({ fault, call, operation, wrong: what }) =>
          `${name}, call ${call} (${operation}) ${fault}: ${what.join('; ')}`,
      ),
    );
  }
  const columns = [
    'story',
    'calls of AWS',
    'failures tried',
    'kills tried',
    'begun again by the device',
    'lost or left behind',
  ];
  say(`\n## Each call fails once: ${FAULTS.join(', ')}\n\n${table(columns, rows)}`);
  return wrong;
}

async function load(world: World, people: number): Promise<readonly string[]> {
  const { acknowledged, stored, exported, calls, marks, receipts, wrong } = await crowd(world, people);
  const cells = Object.entries(acknowledged).map(([id, messages]) => [
    id,
    `${messages}`,
    `${stored[id as keyof typeof stored]}`,
  ]);
  say(`\n## ${people} people, each with two devices at the same log\n`);
  say(table(['cell', 'messages acknowledged', 'found in its store'], cells));
  say(
    `\n${calls} calls of AWS; ${exported} messages in the archives that people downloaded. After all were erased: ${marks} marks, ` +
      `${receipts} receipts, and ${wrong.length} errors, things lost or left behind`,
  );
  const total = Object.values(acknowledged).reduce((sum, messages) => sum + messages, 0);
  const isWhole =
    exported === total && Object.entries(stored).every(([id, there]) => there === acknowledged[id as 'eu']);
  return isWhole ? wrong : [...wrong, 'stores or archives have more or less than what was acknowledged'];
}

/** The same people one after the other, four at a time, where each call is a function of its own with its own role. */
async function onEmulator(people: number): Promise<readonly string[]> {
  const crowded = await emulatedCrowd(people);
  say(`\n## ${people} people on the emulator, four calls at a time\n`);
  if (crowded === undefined) {
    say("left out: no emulator is installed here; 'npm start' installs one");
    return [];
  }
  const { acknowledged, stored, exported, receipts, left, wrong } = crowded;
  const ids = Object.keys(acknowledged) as (keyof typeof acknowledged)[];
  say(
    table(
      ['cell', 'messages acknowledged', 'found in its table', 'items left after all were erased'],
      ids.map((id) => [id, `${acknowledged[id]}`, `${stored[id]}`, `${left[id]}`]),
    ),
  );
  say(`\n${exported} exports became ready, ${receipts} erasures were done, ${wrong.length} errors`);
  const isRight = ids.every((id) => acknowledged[id] === stored[id] && left[id] === 0);
  const isWhole = exported === people && receipts === people;
  return isRight && isWhole ? wrong : [...wrong, 'the cells do not have what they acknowledged, or still have it'];
}

async function main(args: readonly string[]): Promise<number> {
  // Node 20 is what we support at least; the SDK's announcement is for those who update it.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
  const [asked, many] = args.filter((arg) => arg !== '--in-process');
  const isAll = asked === undefined;
  const stories = Object.keys(STORIES).filter((name) => isAll || name === asked);
  const others = ['crowd', 'emulator'];
  if (stories.length === 0 && !others.includes(asked ?? '')) {
    process.stderr.write(`there is no '${asked}'; name one of ${[...Object.keys(STORIES), ...others].join(', ')}\n`);
    return 2;
  }
  const people = Number(many ?? PEOPLE);
  if (!Number.isInteger(people) || people < 1 || people > MOST_PEOPLE) {
    process.stderr.write(`'${many}' is no number of people; give one from 1 to ${MOST_PEOPLE}\n`);
    return 2;
  }
  const world = new World();
  try {
    const wrong: string[] = [];
    // Before anything stands in for AWS.
    if (asked === 'emulator' || (isAll && !args.includes('--in-process'))) wrong.push(...(await onEmulator(people)));
    await world.aws.listen();
    if (stories.length > 0) wrong.push(...(await failures(world, stories)));
    if (isAll || asked === 'crowd') wrong.push(...(await load(world, people)));
    for (const line of wrong) say(line);
    return wrong.length === 0 ? 0 : 1;
  } finally {
    world.aws.close();
  }
}

main(process.argv.slice(2)).then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);
