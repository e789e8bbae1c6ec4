// What becomes of people's data while things go wrong, and while many are at it at once; in process, over an AWS that stands in:
//   npm run faults                 everything
//   npm run faults -- erasure      one story
//   npm run faults -- crowd 50     so many people at once

import { crowd } from '../test/app/support/stand-in/crowd';
import { FAULTS } from '../test/app/support/stand-in/faults';
import { erasure, erasureWithArchives, exporting, moving } from '../test/app/support/stand-in/stories';
import { type Told, tellWithFaults } from '../test/app/support/stand-in/story';
import { World } from '../test/app/support/stand-in/world';
import { table } from './bench/measure';

const PEOPLE = 200;
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
  const lost = exported === total && Object.entries(stored).every(([id, there]) => there === acknowledged[id as 'eu']);
  return lost ? wrong : [...wrong, 'messages that were acknowledged are lost'];
}

async function main([asked, many]: readonly string[]): Promise<number> {
  const stories = Object.keys(STORIES).filter((name) => asked === undefined || name === asked);
  if (stories.length === 0 && asked !== 'crowd') {
    process.stderr.write(`there is no '${asked}'; name one of ${[...Object.keys(STORIES), 'crowd'].join(', ')}\n`);
    return 2;
  }
  const world = new World();
  await world.aws.listen();
  try {
    const wrong = stories.length > 0 ? await failures(world, stories) : [];
    if (asked === undefined || asked === 'crowd') wrong.push(...(await load(world, Number(many ?? PEOPLE))));
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
