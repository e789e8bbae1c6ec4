import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { escapes } from '../controls/preventive/organization/escapes';
import { byAccount, type GuardedAccount } from '../controls/preventive/organization/guarded-account';
import { type CompiledPolicy, policySet } from '../controls/preventive/organization/policy-set';
import { cellsOfFile, ownCells } from '../controls/preventive/organization/read-cells';
import { serviceControls } from '../controls/preventive/organization/service-control';
import { InputError } from '../domain/errors';
import { EXIT, type ExitCode } from './exit';
import type { Output } from './output';

export interface PoliciesArguments {
  readonly jurisdictions?: string;
  readonly out?: string;
}

/** `cdk-domicile policies`: prints or writes every policy that keeps data at home, of the organization and of each cell. */
export function runPolicies({ jurisdictions, out }: PoliciesArguments, output: Output): ExitCode {
  const { cells, withoutAccount } =
    jurisdictions === undefined
      ? { cells: ownCells(process.env), withoutAccount: [] }
      : cellsOfFile(jurisdictions, process.env);
  for (const { jurisdiction, account } of withoutAccount) {
    output.message(`'${jurisdiction}' names no account; its policies name the documentation account '${account}'`);
  }
  const policies = policySet(cells);
  if (out === undefined) output.result(`${JSON.stringify(policies, null, 2)}\n`);
  else {
    writePolicies(out, policies, output);
    write(path.join(out, 'escapes.json'), `${JSON.stringify(byAccount(cells).map(escapesOf), null, 2)}\n`);
  }
  return EXIT.nothing;
}

/** What in an account no service control policy binds, and what covers it instead. */
function escapesOf(account: GuardedAccount) {
  return { account: account.account, escapes: escapes(serviceControls(account)) };
}

function writePolicies(folder: string, policies: readonly CompiledPolicy[], output: Output): void {
  const manifest = policies.map(({ policy, place, statements, channels, ...described }) => {
    const file = `${described.name}.json`;
    // White space counts in a policy of an organization, so there is none, not even at the end.
    write(path.join(folder, file), JSON.stringify(policy));
    return { ...described, file, room: described.limit - described.size, place, channels, statements };
  });
  write(path.join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  output.result(`${policies.length} policies, manifest.json and escapes.json in '${folder}'\n`);
}

function write(file: string, text: string): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  } catch (cause) {
    throw new InputError('NotWritten', `'${file}' cannot be written; name another folder with --out`, { cause });
  }
}
