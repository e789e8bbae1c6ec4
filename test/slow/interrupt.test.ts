import { setTimeout as delay } from 'node:timers/promises';
import { processesIn, processesLeft } from './support/processes';
import { installEmulator, Scratch } from './support/scratch';

/** A run that is cut short, at moments from the first to the last of its steps, leaves nothing behind. */
describe('a run that is cut short', () => {
  let scratch: Scratch;

  beforeAll(async () => {
    await installEmulator();
    scratch = new Scratch();
  }, 180_000);

  afterAll(() => scratch.remove());

  it.each([
    ['SIGINT', 'at once', undefined, 130],
    ['SIGINT', 'while CDK synthesizes and bootstraps', '✓ emulator', 130],
    ['SIGTERM', 'while CDK deploys', '✓ prepare', 143],
    ['SIGHUP', 'while people are registered', '✓ settle', 129],
  ] as const)(
    'ends with everything that it started upon %s %s',
    async (signal, _when, line, exitCode) => {
      const run = scratch.start();
      if (line !== undefined) await run.says(line);
      await delay(400);
      const before = processesIn(scratch.folder);
      run.child.kill(signal);
      expect(await run.ended).toBe(exitCode);
      expect(run.output).toContain('interrupted; everything that it started has been stopped');
      expect(before.length).toBeGreaterThan(0);
      expect(await processesLeft(scratch.folder, 0)).toEqual([]);
    },
    60_000,
  );

  it('leaves nothing running when it is killed without a word', async () => {
    const run = scratch.start();
    await run.says('✓ prepare');
    await delay(800);
    // The run itself, the emulator's host, its tether, the emulator, and CDK with its own tether.
    expect(processesIn(scratch.folder).length).toBeGreaterThanOrEqual(5);
    run.child.kill('SIGKILL');
    expect(await run.ended).toBe('SIGKILL');
    expect(await processesLeft(scratch.folder)).toEqual([]);
  }, 60_000);

  it('does its work the next time, as if nothing had been', async () => {
    const run = scratch.start();
    expect([await run.ended, run.output]).toEqual([0, expect.stringContaining('What was tried, and what stopped it')]);
    expect(await processesLeft(scratch.folder, 0)).toEqual([]);
  }, 120_000);
});

describe('an installation that is cut short', () => {
  let scratch: Scratch;

  beforeAll(() => {
    scratch = new Scratch(['node_modules']);
  });

  afterAll(() => scratch.remove());

  it('is ended with it, and is not taken for an installation the next time', async () => {
    const first = scratch.start();
    await delay(5000);
    expect(processesIn(scratch.folder).some(({ command }) => command.includes('pip'))).toBe(true);
    first.child.kill('SIGINT');
    expect(await first.ended).toBe(130);
    expect(await processesLeft(scratch.folder, 0)).toEqual([]);

    const second = scratch.start();
    await second.says('✓ install');
    await second.says('✓ emulator');
    second.child.kill('SIGINT');
    expect(await second.ended).toBe(130);
  }, 240_000);
});
