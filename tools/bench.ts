// Every figure in the documents is printed by this. Times are ratios against something run beside them, one after the other
// and several times, because machines are noisy; the median counts.
import { bundles } from './bench/bundles';
import { check } from './bench/check';
import { cost } from './bench/cost';
import { start } from './bench/start';
import { synthesis } from './bench/synthesis';
import { tests } from './bench/tests';

const FIGURES: Readonly<Record<string, () => Promise<string> | string>> = {
  synthesis,
  tests,
  check,
  bundles,
  cost,
  start,
};

async function main(names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => !(name in FIGURES));
  if (unknown.length > 0) {
    process.stderr.write(
      `there is no figure '${unknown.join("', '")}'; name some of ${Object.keys(FIGURES).join(', ')}\n`,
    );
    return 2;
  }
  for (const name of names.length > 0 ? names : Object.keys(FIGURES)) {
    process.stdout.write(`\n## ${name}\n\n${await FIGURES[name]?.()}\n`);
  }
  return 0;
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
