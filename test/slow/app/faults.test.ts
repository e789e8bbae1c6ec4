import { FAULTS, type Fault } from '../../app/support/stand-in/faults';
import { erasure, erasureWithArchives, exporting, moving } from '../../app/support/stand-in/stories';
import { type Story, tellWithFaults } from '../../app/support/stand-in/story';
import { World } from '../../app/support/stand-in/world';

const MINUTES = 60_000;
let world: World;

beforeAll(async () => {
  world = new World();
  await world.aws.listen();
});
afterAll(() => world.aws.close());

/** `killed before` is what `killed` at the call before leaves; `npm run faults` tries both. */
const ALL = FAULTS.filter((fault) => fault !== 'killed before');
const IN_ITSELF: readonly Fault[] = ['cut off', 'killed'];

it.each<[name: string, story: Story<never>, faults: readonly Fault[], calls: number]>([
  ['an erasure', erasure as unknown as Story<never>, ALL, 30],
  ['an erasure of whom archives rest, whole and in parts', erasureWithArchives as unknown as Story<never>, ALL, 35],
  ['an export, until its day is over', exporting as unknown as Story<never>, ALL, 25],
  ['a move', moving as unknown as Story<never>, IN_ITSELF, 100],
])(
  '%s goes on whichever call fails, and nothing is lost or left behind',
  async (_name, story, faults, calls) => {
    const told = await tellWithFaults(world, story, faults);
    expect(told.trials.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
    expect(told.trials).toHaveLength(faults.length * told.calls.length);
    expect(told.calls.length).toBeGreaterThan(calls);
  },
  10 * MINUTES,
);
