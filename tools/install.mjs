// Installs what the lock file and requirements.txt pin, when it is not there yet. An installation that was cut short is not
// taken for one: npm writes its own lock into node_modules at the very end, and so do we for the emulator.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CannotRunError } from './errors.mjs';

const OLDEST_PYTHON = [3, 10];
const LIMIT_SECONDS = 600;

/** @param {{ root: string, steps: any, processes: any, emulator: boolean }} context */
export async function installAll({ root, steps, processes, emulator }) {
  const packages = packagesMissing(root);
  const python = emulator ? await pythonFor(root, processes) : undefined;
  const environment = python?.installed === false;
  if (!packages && !environment) return;
  await steps.run('install', async (step) => {
    const under = new Set();
    const part = async (name, work) => {
      const started = Date.now();
      under.add(name);
      step.note(`${[...under].join(' and ')}, as pinned`);
      await work();
      under.delete(name);
      step.note(`${[...under].join(' and ')}, as pinned`);
      return `${name} ${((Date.now() - started) / 1000).toFixed(0)} s`;
    };
    const done = await Promise.all([
      ...(packages ? [part('npm packages', () => installPackages(root, processes))] : []),
      ...(environment ? [part('the emulator', () => installEmulator(root, processes, python))] : []),
    ]);
    return done.join(', ');
  });
}

/** Whether node_modules lacks anything that package-lock.json pins for this platform. */
export function packagesMissing(root) {
  const pinned = packagesOf(path.join(root, 'package-lock.json'));
  if (pinned === undefined)
    throw new CannotRunError(
      `'package-lock.json' is missing or is not JSON; restore it with 'git checkout package-lock.json'`,
    );
  const installed = packagesOf(path.join(root, 'node_modules', '.package-lock.json')) ?? {};
  return Object.entries(pinned).some(([place, entry]) => {
    if (place === '') return false;
    const found = installed[place];
    if (found === undefined) return entry.optional !== true || isForHere(entry);
    const same = found.integrity === undefined || entry.integrity === undefined || found.integrity === entry.integrity;
    return found.version !== entry.version || !same;
  });
}

/** Whether npm installs an optional package on this machine; what depends on the C library is left to it. */
function isForHere({ os, cpu, libc }) {
  return libc === undefined && os?.includes(process.platform) === true && cpu?.includes(process.arch) === true;
}

async function installPackages(root, processes) {
  // The npm that runs this script; another package manager would not read package-lock.json.
  const script = process.env.npm_execpath ?? '';
  const [program, ...before] = /npm-cli\.c?js$/.test(script) ? [process.execPath, script] : ['npm'];
  // With NODE_ENV=production npm would leave out what the run needs.
  const args = [...before, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  // npm says first what is wrong, and then at length what else there is to know.
  await mustSucceed(processes, program, args, { cwd: root, show: 'head' }, 'the npm packages');
}

async function installEmulator(root, processes, { program, stamp }) {
  const folder = path.join(root, '.emulator');
  await mustSucceed(processes, program, ['-m', 'venv', '--clear', folder], { cwd: root, show: 'tail' }, 'the emulator');
  const pip = ['-m', 'pip', 'install', '--disable-pip-version-check', '--no-input', '--quiet'];
  const python = path.join(folder, 'bin', 'python');
  await mustSucceed(
    processes,
    python,
    [...pip, '--requirement', 'requirements.txt'],
    { cwd: root, show: 'tail' },
    'the emulator',
  );
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'installed'), stamp);
}

/** The Python to use, and whether the emulator is installed with it as requirements.txt now pins it. */
async function pythonFor(root, processes) {
  const requirements = createHash('sha256')
    .update(readFileSync(path.join(root, 'requirements.txt')))
    .digest('hex');
  const stampOf = (version) => `${requirements} python ${version}\n`;
  const own = path.join(root, '.emulator', 'bin', 'python');
  if (existsSync(own)) {
    const version = await pythonVersion(processes, own);
    const stamp = path.join(root, '.emulator', 'installed');
    if (version !== undefined && existsSync(stamp) && readFileSync(stamp, 'utf8') === stampOf(version))
      return { installed: true };
  }
  const seen = [];
  for (const program of ['python3', 'python', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python3.10']) {
    const version = await pythonVersion(processes, program);
    if (version === undefined) continue;
    seen.push(`'${program}' is ${version}`);
    if (isOld(version)) continue;
    await mustHaveVenv(processes, program, version);
    return { installed: false, program, stamp: stampOf(version) };
  }
  const needed = OLDEST_PYTHON.join('.');
  throw new CannotRunError(
    seen.length === 0
      ? `python is missing, which the AWS emulator needs; install Python ${needed} or newer from https://www.python.org`
      : `python is too old for the AWS emulator (${seen.join(', ')}); install Python ${needed} or newer from https://www.python.org`,
  );
}

async function pythonVersion(processes, program) {
  const script = 'import sys; print("%d.%d.%d" % sys.version_info[:3])';
  const { exitCode, tail } = await processes.run(program, ['-c', script], { limitSeconds: 30 });
  const version = tail.at(-1) ?? '';
  return exitCode === 0 && /^\d+\.\d+\.\d+$/.test(version) ? version : undefined;
}

function isOld(version) {
  const [major, minor] = version.split('.').map(Number);
  return major < OLDEST_PYTHON[0] || (major === OLDEST_PYTHON[0] && minor < OLDEST_PYTHON[1]);
}

/** Debian and its kin ship Python without these two. */
async function mustHaveVenv(processes, program, version) {
  const { exitCode } = await processes.run(program, ['-c', 'import venv, ensurepip'], { limitSeconds: 30 });
  if (exitCode === 0) return;
  throw new CannotRunError(
    `'${program}' (${version}) has no venv and pip, which the AWS emulator is installed with; install them (on Debian and Ubuntu: apt install python3-venv)`,
  );
}

async function mustSucceed(processes, program, args, { cwd, show }, what) {
  const { exitCode, [show]: lines } = await processes.run(program, args, { cwd, limitSeconds: LIMIT_SECONDS });
  if (exitCode === 0) return;
  throw new CannotRunError(
    [
      ...lines.map((line) => `    ${line}`),
      `could not install ${what}: '${path.basename(program)} ${args.join(' ')}' ended with ${exitCode}, and said the lines above; see that the registry is reachable and the disk has room, then run it again`,
    ].join('\n'),
  );
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
