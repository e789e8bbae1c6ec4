// `npm start`: both cells on this machine. Plain JavaScript without a dependency, because it runs on a clean clone: it looks
// at Node and Python, installs what is missing, bundles `lib/local` and hands over to it.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };

// The other files use what an old Node cannot even read, so they are imported only after this.
const { engines } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const [needed] = /\d+\.\d+/.exec(engines.node);
if (isOlder(process.versions.node, needed)) {
  giveUp(
    `node is ${process.versions.node}, which is too old; install Node ${needed} or newer from https://nodejs.org`,
    2,
  );
}
if (process.platform === 'win32') {
  giveUp('the emulator runs on Linux and macOS; on Windows, run this in the Windows Subsystem for Linux', 2);
}
start().catch((error) => giveUp(`unexpected: ${error.message}`, 2));

async function start() {
  const [{ HELP, parseOptions }, { createSteps }, { createStopping }, { createProcesses }, { explain }] =
    await Promise.all([
      import('./options.mjs'),
      import('./steps.mjs'),
      import('./stopping.mjs'),
      import('./processes.mjs'),
      import('./errors.mjs'),
    ]);
  const steps = createSteps(process.stdout);
  const stopping = createStopping();
  const processes = createProcesses(stopping);
  let ending = false;

  const end = async (exitCode, ...lines) => {
    if (ending) return;
    ending = true;
    await stopping.stopAll();
    steps.interrupt();
    for (const line of lines) process.stderr.write(`${line}\n`);
    process.exit(exitCode);
  };
  for (const [signal, number] of Object.entries(SIGNALS)) {
    process.on(signal, () => void end(128 + number, '', 'interrupted; everything that it started has been stopped'));
  }
  // Whoever read the output is gone: there is nobody left to work for.
  process.stdout.on('error', () => void end(128 + SIGNALS.SIGHUP));
  const fail = (error) => {
    const { message, exitCode, expected } = explain(error);
    const log = expected ? undefined : keepTrace(error);
    return end(exitCode, '', message, ...(log === undefined ? [] : [`the trace is in '${log}'`]));
  };
  process.on('uncaughtException', (error) => void fail(error));

  try {
    const options = parseOptions(process.argv.slice(2), process.env);
    if (options.verb === 'help') {
      steps.line(HELP);
      return await end(0);
    }
    const { installAll } = await import('./install.mjs');
    const emulator = options.verb !== 'stop' && options.endpoint === undefined;
    await installAll({ root, steps, processes, emulator });
    const { main } = await bundled();
    await end(await main({ root, options, steps, processes, stopping }));
  } catch (error) {
    await fail(error);
  }
}

/** The TypeScript part, as one file of JavaScript for this process and one for the emulator's host. */
async function bundled() {
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: root,
    entryPoints: { main: 'lib/local/main.ts', host: 'lib/local/emulator/host.ts' },
    outdir: 'dist/local',
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return import(pathToFileURL(path.join(root, 'dist', 'local', 'main.cjs')).href);
}

function keepTrace(error) {
  try {
    mkdirSync(path.join(root, '.local'), { recursive: true });
    writeFileSync(path.join(root, '.local', 'error.log'), `${error?.stack ?? error}\n`);
    return path.join('.local', 'error.log');
  } catch {
    return undefined;
  }
}

function isOlder(version, than) {
  const [major, minor] = version.split('.').map(Number);
  const [thanMajor, thanMinor] = than.split('.').map(Number);
  return major < thanMajor || (major === thanMajor && minor < thanMinor);
}

function giveUp(message, exitCode) {
  process.stderr.write(`${message}\n`);
  process.exit(exitCode);
}
