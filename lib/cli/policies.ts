import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type CellPolicy, cellPolicies } from '../controls/preventive/cell-policies';
import { InputError } from '../domain/errors';
import { accountOf } from '../domain/jurisdiction-rules';
import { JURISDICTION_IDS, JURISDICTIONS, type JurisdictionId } from '../domain/jurisdictions';
import { EXIT, type ExitCode } from './exit';
import type { Output } from './output';

export interface PoliciesArguments {
  readonly out?: string;
}

/** `cdk-domicile policies`: prints or writes each cell's IAM policies. */
export function runPolicies({ out }: PoliciesArguments, output: Output): ExitCode {
  const policies = JURISDICTION_IDS.flatMap((jurisdiction) =>
    cellPolicies(jurisdiction, accountOf(JURISDICTIONS[jurisdiction], process.env)).map((policy) => ({
      jurisdiction,
      ...policy,
    })),
  );
  if (out === undefined) output.result(`${json(policies)}\n`);
  else writePolicies(out, policies, output);
  return EXIT.nothing;
}

function writePolicies(
  folder: string,
  policies: readonly (CellPolicy & { readonly jurisdiction: JurisdictionId })[],
  output: Output,
): void {
  const manifest = policies.map(({ policy, jurisdiction, kind, name, target, size, limit }) => {
    const file = `${name}.json`;
    write(path.join(folder, file), policy);
    return { jurisdiction, kind, name, target, file, size, limit };
  });
  write(path.join(folder, 'manifest.json'), manifest);
  output.result(`${policies.length} policies and manifest.json in '${folder}'\n`);
}

function write(file: string, value: unknown): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, `${json(value)}\n`);
  } catch (cause) {
    throw new InputError('NotWritten', `'${file}' cannot be written; name another folder with --out`, { cause });
  }
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
