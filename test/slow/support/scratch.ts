import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '..', '..', '..');
const COPIED = [
  '.npmrc',
  'bin',
  'cdk.json',
  'docs',
  'lib',
  'package-lock.json',
  'package.json',
  'requirements.txt',
  'stacks',
  'tools',
  'tsconfig.json',
];

/** A copy of the project in a folder of its own, in which nothing else runs. */
export class Scratch {
  readonly folder: string;

  constructor(linked: readonly ('node_modules' | '.emulator')[] = ['node_modules', '.emulator']) {
    this.folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'domicile-slow-')));
    for (const name of COPIED) cpSync(path.join(ROOT, name), path.join(this.folder, name), { recursive: true });
    for (const name of linked) symlinkSync(path.join(ROOT, name), path.join(this.folder, name));
  }

  /** Runs `tools/start.mjs` there. */
  start(args: readonly string[] = [], environment: NodeJS.ProcessEnv = {}): Run {
    return new Run(this.folder, args, environment);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** One run of `npm start`, without npm. */
export class Run {
  readonly child: ChildProcess;
  output = '';
  /** The exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
  readonly #waiting: { readonly text: string; readonly found: () => void }[] = [];

  constructor(folder: string, args: readonly string[], environment: NodeJS.ProcessEnv) {
    const start = path.join(folder, 'tools', 'start.mjs');
    this.child = spawn(process.execPath, [start, ...args], {
      cwd: folder,
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => this.#take(text));
    }
    this.ended = new Promise((resolve) => {
      this.child.once('close', (code, signal) => resolve(code ?? signal ?? 'nothing'));
    });
  }

  /** Resolves when the output holds the text; rejects when the run ends without it. */
  async says(text: string): Promise<void> {
    if (this.output.includes(text)) return;
    const said = new Promise<void>((resolve) => {
      this.#waiting.push({ text, found: resolve });
    });
    const ended = this.ended.then((code) => {
      if (!this.output.includes(text))
        throw new Error(`the run ended with ${code} and did not say '${text}':\n${this.output}`);
    });
    await Promise.race([said, ended]);
  }

  #take(text: string): void {
    this.output += text;
    for (const { text: wanted, found } of this.#waiting) if (this.output.includes(wanted)) found();
  }
}

/** Installs the emulator in the project itself, where the copies find it. */
export async function installEmulator(): Promise<void> {
  const script = `
    import { installAll } from '${ROOT}/tools/install.mjs';
    import { createProcesses } from '${ROOT}/tools/processes.mjs';
    import { createStopping } from '${ROOT}/tools/stopping.mjs';
    const steps = { run: (_title, work) => work({ note() {}, detail() {} }) };
    await installAll({ root: '${ROOT}', steps, processes: createProcesses(createStopping()), emulator: true });
  `;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: 'inherit' });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`the emulator could not be installed: ${code}`);
}
