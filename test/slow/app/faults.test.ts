import { FAULTS } from '../../app/support/stand-in/faults';
import { erasureWithArchives, exporting, moving } from '../../app/support/stand-in/stories';
import { type Failures, type Told, tellWithFaults } from '../../app/support/stand-in/story';
import { World } from '../../app/support/stand-in/world';

const MINUTES = 60_000;
let world: World;

beforeAll(async () => {
  world = new World();
  await world.aws.listen();
});
afterAll(() => world.aws.close());

// `killed before` is what `killed` at the call before leaves. `npm run faults` tries every call in every way.
const faults = FAULTS.filter((fault) => fault !== 'killed before');
const EACH: Failures = { faults, byTurns: false };
const BY_TURNS: Failures = { faults, byTurns: true };

describe('goes on whichever call of AWS fails, with nothing lost or left behind:', () => {
  it.each<[name: string, tell: (failures: Failures) => Promise<Told>, failures: Failures, calls: number]>([
    [
      'an erasure, of archives whole and in parts too',
      (some) => tellWithFaults(world, erasureWithArchives, some),
      EACH,
      30,
    ],
    ['an export, until its day is over', (some) => tellWithFaults(world, exporting, some), BY_TURNS, 25],
    ['a move', (some) => tellWithFaults(world, moving, some), BY_TURNS, 100],
  ])(
    '%s',
    async (_name, tell, failures, calls) => {
      const told = await tell(failures);
      expect(told.trials.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
      expect(told.trials).toHaveLength(told.calls.length * (failures.byTurns ? 1 : faults.length));
      expect(told.calls.length).toBeGreaterThan(calls);
    },
    5 * MINUTES,
  );
});
