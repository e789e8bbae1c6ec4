import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { processesLeft } from './support/processes';
import { installEmulator, Scratch } from './support/scratch';

/** Whatever is missing or wrong: a message that says what to do, exit code 2, never a stack trace. */
describe('npm start says in plain words', () => {
  let scratch: Scratch;

  beforeAll(async () => {
    await installEmulator();
    scratch = new Scratch();
  }, 180_000);

  afterAll(() => scratch.remove());

  async function run(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<[number | string, string]> {
    const started = scratch.start(args, environment);
    const code = await started.ended;
    expect(started.output).not.toMatch(/^\s+at .*\(/m);
    expect(await processesLeft(scratch.folder)).toEqual([]);
    return [code, started.output.trim()];
  }

  it.each([
    ['an unknown option', ['--nope'], {}, "unknown option '--nope'; 'npm start -- --help' lists the options"],
    ['two verbs', ['--stop', '--destroy'], {}, "'--stop' and '--destroy' exclude each other"],
    ['an option that its verb does not take', ['--stop', '--keep'], {}, "'--keep' and '--stop' exclude each other"],
    ['a port that is none', ['--port', '70000'], {}, "'--port' is '70000'; give a number from 1 to 65535"],
    ['an endpoint that is none', ['--endpoint', 'here'], {}, "'--endpoint' is 'here'; give an http or https URL"],
    [
      'an endpoint that is AWS',
      ['--endpoint', 'https://s3.eu-central-1.amazonaws.com'],
      {},
      "which is AWS; deploy there with 'cdk deploy'",
    ],
    [
      'an endpoint with a port of the emulator',
      ['--endpoint', 'http://127.0.0.1:1', '--port', '1'],
      {},
      'exclude each other: the endpoint is not ours',
    ],
    [
      'an endpoint that does not answer',
      ['--endpoint', 'http://127.0.0.1:1'],
      {},
      "'http://127.0.0.1:1' does not answer as AWS does",
    ],
    [
      'an option that npm took',
      [],
      { npm_config_keep: 'true' },
      "npm took '--keep' for an option of its own; write 'npm start -- --keep'",
    ],
    ['nothing to stop', ['--stop'], {}, "no emulator is running here; 'npm start -- --keep' leaves one"],
    ['nothing to destroy', ['--destroy'], {}, "no emulator is running here; 'npm start -- --keep' leaves one"],
    [
      'a Node that is too old',
      [],
      { NODE_OPTIONS: `--import=${old('18.20.4')}` },
      'node is 18.20.4, which is too old; install Node 20.19 or newer',
    ],
  ])(
    'what is wrong with %s',
    async (_what, args, environment, message) => {
      expect(await run(args, environment)).toEqual([2, expect.stringContaining(message)]);
    },
    30_000,
  );

  it('what the options are', async () => {
    expect(await run(['--help', '--stop'])).toEqual([0, expect.stringContaining('--port NUMBER')]);
  });

  it('that a port is taken', async () => {
    const taken = createServer();
    const port = await listen(taken);
    const message = `cannot listen on port '${port}' of 127.0.0.1: another program listens there; choose another with '--port'`;
    expect(await run(['--port', String(port)])).toEqual([2, expect.stringContaining(message)]);
    taken.close();
  }, 30_000);

  it('that a folder cannot be used', async () => {
    const local = path.join(scratch.folder, '.local');
    rmSync(local, { recursive: true, force: true });
    writeFileSync(local, 'a file where a folder should be');
    expect(await run([])).toEqual([2, expect.stringContaining(`cannot use '${local}'`)]);
    rmSync(local);
  }, 30_000);

  it('that the emulator does not come up, with the end of its log', async () => {
    const broken = new Scratch(['node_modules']);
    fakeEmulator(broken.folder, 'echo "the reason why"; exit 3');
    const started = broken.start();
    expect([await started.ended, started.output]).toEqual([
      2,
      expect.stringContaining('    the reason why\nthe emulator ended before it was ready'),
    ]);
    expect(await processesLeft(broken.folder)).toEqual([]);
    broken.remove();
  }, 60_000);

  function old(version: string): string {
    const code = `Object.defineProperty(process.versions, 'node', { value: '${version}' })`;
    return `data:text/javascript,${encodeURIComponent(code)}`;
  }
});

describe('npm start without what it needs', () => {
  let scratch: Scratch;
  let programs: string;

  beforeEach(() => {
    scratch = new Scratch(['node_modules']);
    programs = mkdtempSync(path.join(tmpdir(), 'domicile-programs-'));
    for (const name of ['sh', 'cat', 'sleep']) symlinkSync(`/bin/${name}`, path.join(programs, name));
  });

  afterEach(() => {
    scratch.remove();
    rmSync(programs, { recursive: true, force: true });
  });

  it('says that Python is missing', async () => {
    expect(await outcome()).toEqual([
      2,
      expect.stringContaining('python is missing, which the AWS emulator needs; install Python 3.10 or newer'),
    ]);
  });

  it('says that Python is too old', async () => {
    program('python3', 'echo 3.8.10');
    expect(await outcome()).toEqual([
      2,
      expect.stringContaining("python is too old for the AWS emulator ('python3' is 3.8.10)"),
    ]);
  });

  it('takes another Python when the first is too old', async () => {
    program('python3', 'echo 3.8.10');
    program('python', 'case "$2" in *ensurepip*) exit 1;; *) echo 3.12.1;; esac');
    expect(await outcome()).toEqual([2, expect.stringContaining("'python' (3.12.1) has no venv and pip")]);
  });

  it('says what pip said', async () => {
    program('python3', 'case "$2" in venv) echo "no space left"; exit 1;; *import*print*) echo 3.12.1;; esac');
    expect(await outcome()).toEqual([2, expect.stringContaining('    no space left\ncould not install the emulator')]);
  });

  it('says what npm said first', async () => {
    rmSync(path.join(scratch.folder, 'node_modules'));
    program('python3', 'case "$2" in venv) exec sleep 60;; *import*print*) echo 3.12.1;; esac');
    program(
      'npm',
      'echo "npm error the cause"; for i in $(cat /dev/null; echo 1 2 3 4 5 6 7 8 9 10 11 12); do echo "npm error more"; done; exit 1',
    );
    const [code, output] = await outcome();
    expect([code, output]).toEqual([2, expect.stringContaining('    npm error the cause\n')]);
    expect(output).toContain("could not install the npm packages: 'npm ci");
    expect(await processesLeft(scratch.folder)).toEqual([]);
  });

  async function outcome(): Promise<[number | string, string]> {
    const run = scratch.start([], { PATH: programs });
    return [await run.ended, run.output];
  }

  function program(name: string, script: string): void {
    const file = path.join(programs, name);
    writeFileSync(file, `#!/bin/sh\n${script}\n`);
    chmodSync(file, 0o755);
  }
});

/** An emulator that counts as installed and is none. */
function fakeEmulator(folder: string, script: string): void {
  const bin = path.join(folder, '.emulator', 'bin');
  mkdirSync(bin, { recursive: true });
  const write = (name: string, text: string) => {
    writeFileSync(path.join(bin, name), `#!/bin/sh\n${text}\n`);
    chmodSync(path.join(bin, name), 0o755);
  };
  write('ministack', script);
  write('python', 'echo 3.12.1');
  const pinned = createHash('sha256')
    .update(readFileSync(path.join(folder, 'requirements.txt')))
    .digest('hex');
  writeFileSync(path.join(folder, '.emulator', 'installed'), `${pinned} python 3.12.1\n`);
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}
