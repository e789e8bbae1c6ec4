import type { Fault } from '../support/stand-in/faults';
import { RESIDENCE, settle } from '../support/stand-in/people';
import { erasure, HOUR } from '../support/stand-in/stories';
import { World } from '../support/stand-in/world';

let world: World;
beforeEach(async () => {
  world = new World();
  await world.aws.listen();
});
afterEach(() => world.aws.close());

describe('every hour a cell', () => {
  it.each<[string, number, Fault]>([
    ['ends before it says that the erasure has begun', 1, 'killed'],
    ['cannot start the workflow', 3, 'refused'],
  ])('goes on with an erasure that nobody asks for again though its process %s', async (_name, call, fault) => {
    const begun = await erasure.begin(world);
    world.entries.length = 0;
    world.aws.faults.plan(call, fault);
    await expect(world.client.erase(begun.person.session)).rejects.toBeInstanceOf(Error);
    world.aws.faults.plan();
    await world.sweep('eu', 'resume-erasures');
    await world.pass(HOUR);
    expect(await erasure.check(world, begun)).toEqual([]);
    await world.sweep('eu', 'resume-erasures');
    expect(world.aws.state.executions.size).toBe(1);
  });

  it('starts the workflow of an erasure again that has given up', async () => {
    const begun = await erasure.begin(world);
    world.entries.length = 0;
    await world.client.erase(begun.person.session);
    const { executions } = world.aws.state;
    for (const [key, execution] of executions) executions.set(key, { ...execution, state: 'failed' });
    await world.sweep('eu', 'resume-erasures');
    await world.pass(HOUR);
    expect(await erasure.check(world, begun)).toEqual([]);
    expect(executions.size).toBe(2);
  });

  it('removes the accounts that nobody has confirmed in a day, and no other', async () => {
    const confirmed = await settle(world, 'eu', 1);
    const account = { residence: RESIDENCE.eu, email: 'twice@example.org', password: 'Correct-Horse-twice' };
    const repeated = [await world.client.register(account), await world.client.register(account)];
    const left = () => [...world.aws.state.accounts.keys()].map((key) => key.replace('eu-pool ', ''));
    const all = [confirmed, ...repeated].map(({ personId }) => personId);
    await world.pass(23 * HOUR);
    await world.sweep('eu', 'remove-unconfirmed');
    expect(left()).toEqual(all);
    await world.pass(2 * HOUR);
    await world.sweep('eu', 'remove-unconfirmed');
    expect(left()).toEqual([confirmed.personId]);
  });
});
