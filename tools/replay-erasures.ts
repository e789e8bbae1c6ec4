// After a restore: erases again whoever was erased, and whom the restored copy has brought back.
//   npm run erasures:replay -- --jurisdiction eu [--act]
// With the credentials of an operator of the cell. It prints numbers, and no id of anybody.

import { randomUUID } from 'node:crypto';
import { CloudFormationClient, paginateListStackResources } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { Command, InvalidArgumentError } from 'commander';
import { accountReader } from '../lib/app/adapters/account-reader';
import { erasureBeginner } from '../lib/app/adapters/erasures';
import { receiptsTable } from '../lib/app/adapters/receipts-table';
import { workflow } from '../lib/app/adapters/workflow';
import { cellOf } from '../lib/app/cell';
import { errorNameOf } from '../lib/app/telemetry';
import { erasePerson } from '../lib/app/use-cases/erase-person';
import { replayErasures } from '../lib/app/use-cases/replay-erasures';
import { type StackKind, stackName } from '../lib/domain/cell';
import { HOME_REGION, JURISDICTION_IDS, type JurisdictionId } from '../lib/domain/jurisdictions';

/** Logical ids begin so: CDK adds a hash to each. */
const RESOURCES = {
  profiles: ['Data', 'ProfilesTable'],
  conversations: ['Data', 'ConversationsTable'],
  jobs: ['Data', 'JobsTable'],
  receipts: ['Data', 'ReceiptsTable'],
  pool: ['Identity', 'AccountsPool'],
  erasure: ['Api', 'ErasureWorkflow'],
} as const satisfies Readonly<Record<string, readonly [StackKind, string]>>;
type Names = Readonly<Record<keyof typeof RESOURCES, string>>;

const program = new Command('erasures:replay')
  .description('erases again whoever was erased, and whom a restored copy has brought back')
  .requiredOption('--jurisdiction <id>', `the cell: ${JURISDICTION_IDS.join(' or ')}`, jurisdictionOf)
  .option('--act', 'erase; without it, people are only counted', false)
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
program.parse();
const { jurisdiction, act } = program.opts<{ jurisdiction: JurisdictionId; act: boolean }>();
const cell = cellOf(jurisdiction);
const region = HOME_REGION[jurisdiction];

main().catch((error: unknown) => {
  process.stderr.write(
    `${errorNameOf(error)}: AWS did not do what was asked of it; look at credentials and region, and run this again: what was begun goes on\n`,
  );
  process.exitCode = 1;
});

async function main(): Promise<void> {
  const names = await namesOf(jurisdiction);
  const accounts = accountReader(cell, names.pool);
  const { found, erased } = await replayErasures({
    people: peopleOf(names.profiles, names.conversations),
    hasAccount: async (personId) => (await accounts.account(personId)) !== undefined,
    erase: erasePerson({
      // The mark of an erasure that is over may still stand: what was brought back since needs another one.
      erasures: erasureBeginner(cell, names, 'is replaced'),
      receipts: receiptsTable(cell, names.receipts),
      workflow: workflow(cell, names.erasure, Date.now),
      newJobId: randomUUID,
      clock: Date.now,
    }),
    act,
  });
  const what = act ? 'their erasure has begun again' : "run it again with '--act' to erase them";
  process.stdout.write(
    `${stackName(jurisdiction, 'Data')} in ${region}: something of ${found} people; ${erased} of them have no account${erased === 0 ? '' : `, and ${what}`}\n`,
  );
}

function jurisdictionOf(value: string): JurisdictionId {
  const found = JURISDICTION_IDS.find((id) => id === value);
  if (found === undefined) throw new InvalidArgumentError(`it is one of ${JURISDICTION_IDS.join(', ')}`);
  return found;
}

/** What the stacks of the cell are made of, by the names that AWS gave it. */
async function namesOf(id: JurisdictionId): Promise<Names> {
  const client = new CloudFormationClient({ region });
  const found = new Map<string, string>();
  for (const kind of new Set(Object.values(RESOURCES).map(([stack]) => stack))) {
    for await (const page of paginateListStackResources({ client }, { StackName: stackName(id, kind) })) {
      for (const { LogicalResourceId: logicalId = '', PhysicalResourceId: name = '' } of page.StackResourceSummaries ??
        [])
        found.set(`${kind} ${logicalId.replace(/[0-9A-F]{8}$/, '')}`, name);
    }
  }
  const entries = Object.entries(RESOURCES).map(([key, [kind, logicalId]]) => {
    const name = found.get(`${kind} ${logicalId}`);
    if (name === undefined) {
      process.stderr.write(
        `'${stackName(id, kind)}' has no ${logicalId}; deploy the cell again, and run this after it\n`,
      );
      process.exit(2);
    }
    return [key, name] as const;
  });
  return Object.fromEntries(entries) as Names;
}

/** The ids of everybody of whom a table has something; marks of erasures are nothing. */
async function* peopleOf(...tables: readonly string[]): AsyncIterable<string> {
  const client = new DynamoDBClient({ region });
  for (const TableName of tables) {
    const input = { TableName, ProjectionExpression: 'personId', FilterExpression: 'attribute_not_exists(erased)' };
    for await (const { Items: items = [] } of paginateScan({ client }, input))
      for (const { personId } of items) if (personId?.S !== undefined) yield personId.S;
  }
}
