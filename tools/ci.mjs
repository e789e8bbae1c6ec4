// What `.ci/run` does after the installation: every check, the fast tests and the slow ones, each with its time, and a last
// line that counts all of it. A step that fails stops nothing: one run tells everything that is wrong. Slow suites have
// budgets, so that they do not grow unseen.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const folder = mkdtempSync(path.join(tmpdir(), 'domicile-ci-'));
const count = { passed: 0, failed: 0 };

const npm = (...args) => ['npm', args];
const tests = (script, file) =>
  npm('run', '--silent', script, '--', '--json', `--outputFile=${path.join(folder, file)}`);

step('types', npm('run', '--silent', 'typecheck'));
step('lint', npm('run', '--silent', 'lint'));
step('pages', npm('run', '--silent', 'docs:check'));
step("synthesis with AWS's own validation", npm('run', '--silent', 'synth:strict'));
step('assembly', ['node', ['dist/bin/domicile.js', 'check', 'cdk.out', '--prove']]);
step('answers to cdk-nag', ['node', ['dist/bin/domicile.js', 'nag', 'cdk.out']]);
step('fast tests', tests('test', 'fast.json'), 'fast.json');
step('slow tests', tests('test:slow', 'slow.json'), 'slow.json');
for (const { line, tooSlow } of overBudget('slow.json')) {
  if (tooSlow) fail(line);
  else process.stdout.write(`== ${line}: to be watched\n`);
}
step('clean tree', ['git', ['diff', '--exit-code', '--stat']]);

rmSync(folder, { recursive: true, force: true });
process.stdout.write(`\n${count.passed} passed, ${count.failed} failed\n`);
process.exitCode = count.failed === 0 ? 0 : 1;

/** Runs a step. A step of tests counts each test, any other step counts as one. */
function step(name, [program, args], report) {
  const started = Date.now();
  const { status } = spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  const counted = report === undefined ? undefined : testsOf(report);
  const ok = status === 0;
  const passed = counted?.passed ?? (ok ? 1 : 0);
  // A run that failed without a failed test, by a crash or a stale snapshot, still failed.
  const failed = Math.max(counted?.failed ?? 0, ok ? 0 : 1);
  count.passed += passed;
  count.failed += failed;
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  process.stdout.write(
    `== ${name}: ${ok ? 'ok' : 'FAILED'}, ${seconds} s${report ? `, ${passed} passed, ${failed} failed` : ''}\n`,
  );
}

function fail(what) {
  count.failed += 1;
  process.stdout.write(`== ${what}: FAILED\n`);
}

/**
 * The suites that took longer than the seconds in `test/slow/budgets.json`, and those that are not in there. Machines differ
 * and are busy at times: only what takes half as long again is too slow.
 */
function overBudget(report) {
  const budgets = JSON.parse(readFileSync(path.join('test', 'slow', 'budgets.json'), 'utf8'));
  return suitesOf(report).flatMap(({ name, startTime, endTime }) => {
    const suite = path.relative(process.cwd(), name);
    const seconds = (endTime - startTime) / 1000;
    const budget = budgets[suite];
    if (budget === undefined) return [{ line: `${suite} has no budget`, tooSlow: true }];
    if (seconds <= budget) return [];
    const line = `${suite} took ${seconds.toFixed(0)} s, and its budget is ${budget} s`;
    return [{ line, tooSlow: seconds > budget * 1.5 }];
  });
}

function suitesOf(report) {
  try {
    return JSON.parse(readFileSync(path.join(folder, report), 'utf8')).testResults;
  } catch {
    // That there is no report is counted where the tests are.
    return [];
  }
}

function testsOf(report) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(path.join(folder, report), 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
