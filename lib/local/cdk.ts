import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ORGANIZATION_STACK, STACK_KINDS, type StackKind, stackName } from '../domain/cell';
import { HOME_REGION, JURISDICTION_IDS, JURISDICTIONS } from '../domain/jurisdictions';
import { assemblyKey, KeyFile } from './assembly-key';
import { isBootstrapped } from './bootstrapped';
import type { Processes } from './context';
import { cdkEnvironment } from './environment';
import { LocalError } from './errors';
import type { Target } from './target';

/** Stacks that an emulator cannot deploy, each with what it lacks. */
const LEFT_OUT = {
  Oversight: 'an emulator has no trail, flow logs, name firewall, web ACL and backup selection',
} as const satisfies Partial<Record<StackKind, string>>;

/** Why a stack of the assembly is not deployed here. */
export function reasonToLeaveOut(stack: string): string {
  if (stack === ORGANIZATION_STACK) return 'an emulator has no policies of an organization';
  const kind = stack.slice(stack.indexOf('-') + 1);
  return Object.hasOwn(LEFT_OUT, kind) ? LEFT_OUT[kind as keyof typeof LEFT_OUT] : 'it is not a part of a cell';
}

/** Every stack of every cell that is deployed here, by name: what is not named is not deployed. */
export const DEPLOYED_STACKS = JURISDICTION_IDS.flatMap((jurisdiction) =>
  STACK_KINDS.filter((kind) => !Object.hasOwn(LEFT_OUT, kind)).map((kind) => stackName(jurisdiction, kind)),
);

/** Outputs by stack name, then by output. */
export type Outputs = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface Deployment {
  readonly outputs: Outputs;
  /** How many stacks were as they should be already. */
  readonly unchanged: number;
}

/** Where in its code a program failed helps nobody here; the log has it. */
const STACK_TRACE = /^\s*(?:at |Node\.js v)/;
const LIMIT_SECONDS = { synth: 120, bootstrap: 120, deploy: 300, destroy: 300 } as const;

export interface CdkProps {
  readonly root: string;
  /** Where the log and the outputs of this run go; the assembly goes beside it, for the next run. */
  readonly folder: string;
  readonly target: Target;
  readonly processes: Processes;
}

/**
 * The CDK command line, as a real deployment uses it: each call with a time limit, its words kept in a log.
 *
 * All but `synth` work from a folder without `cdk.json`, on the assembly that `synth` made.
 */
export class Cdk {
  readonly log: string;
  readonly #root: string;
  readonly #folder: string;
  readonly #target: Target;
  readonly #processes: Processes;
  readonly #assembly: string;
  readonly #accounts: Readonly<Record<string, string>>;
  readonly #outputs: string;

  constructor({ root, folder, target, processes }: CdkProps) {
    this.#root = root;
    this.#folder = folder;
    this.#target = target;
    this.#processes = processes;
    this.log = path.join(folder, 'cdk.log');
    this.#assembly = path.join(path.dirname(folder), 'cdk.out');
    this.#accounts = Object.fromEntries(
      JURISDICTION_IDS.map((id) => [JURISDICTIONS[id].account.variable, target.account]),
    );
    this.#outputs = path.join(folder, 'outputs.json');
    mkdirSync(folder, { recursive: true });
  }

  /** Makes the assembly, unless one is there that was made from the very same. @returns what was done, as a line says it */
  async synth(): Promise<string> {
    const key = assemblyKey(this.#root, this.#accounts);
    const made = new KeyFile(this.#assembly);
    if (made.holds(key) && existsSync(this.#assembly))
      return 'the assembly of the last run, as nothing has changed since';
    made.remove();
    rmSync(this.#assembly, { recursive: true, force: true });
    // aws-cdk-lib's own validation takes most of a synthesis and changes nothing of the assembly; CI runs it.
    await this.#run('synth', ['--quiet', '--no-validation', '--output', this.#assembly], this.#root);
    made.write(key);
    return 'cdk synth';
  }

  /** Makes what CDK deploys through, in the home region of each cell, unless it is there. */
  async bootstrap(): Promise<void> {
    if (await this.#isBootstrapped()) return;
    await this.#run(
      'bootstrap',
      JURISDICTION_IDS.map((id) => `aws://${this.#target.account}/${HOME_REGION[id]}`),
    );
  }

  async deploy(onStack: (done: number, of: number) => void): Promise<Deployment> {
    rmSync(this.#outputs, { force: true });
    let done = 0;
    let unchanged = 0;
    await this.#run(
      'deploy',
      [...this.#fromAssembly(), '--require-approval', 'never', '--outputs-file', this.#outputs],
      this.#folder,
      (line) => {
        if (!line.includes('✅')) return;
        done += 1;
        if (line.includes('(no changes)')) unchanged += 1;
        onStack(done, DEPLOYED_STACKS.length);
      },
    );
    return { outputs: JSON.parse(readFileSync(this.#outputs, 'utf8')) as Outputs, unchanged };
  }

  async destroy(): Promise<void> {
    await this.#run('destroy', [...this.#fromAssembly(), '--force']);
  }

  /** The stacks of the assembly that are not deployed here. */
  stacksLeftOut(): string[] {
    const { artifacts } = JSON.parse(readFileSync(path.join(this.#assembly, 'manifest.json'), 'utf8')) as Manifest;
    const stacks = Object.keys(artifacts).filter((id) => artifacts[id]?.type === 'aws:cloudformation:stack');
    // The organization's stack is in no assembly until its account is named, and is left out all the same.
    return [...new Set([...stacks, ORGANIZATION_STACK])].filter(
      (stack) => !(DEPLOYED_STACKS as readonly string[]).includes(stack),
    );
  }

  /** A template of the assembly, as CloudFormation was given it. */
  template(stack: string): Template {
    return JSON.parse(readFileSync(path.join(this.#assembly, `${stack}.template.json`), 'utf8')) as Template;
  }

  /** Whether each home region has the bootstrap that an assembly of before asks for. */
  async #isBootstrapped(): Promise<boolean> {
    const file = path.join(this.#assembly, 'manifest.json');
    if (!existsSync(file)) return false;
    const { artifacts } = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
    const needed = Object.values(artifacts).map(({ properties }) => properties?.requiresBootstrapStackVersion ?? 0);
    const regions = JURISDICTION_IDS.map(async (id) =>
      isBootstrapped(this.#target, HOME_REGION[id], Math.max(...needed)),
    );
    return (await Promise.all(regions)).every(Boolean);
  }

  #fromAssembly(): string[] {
    return ['--app', this.#assembly, ...DEPLOYED_STACKS, '--concurrency', '4', '--progress', 'events'];
  }

  async #run(
    verb: keyof typeof LIMIT_SECONDS,
    args: readonly string[],
    cwd = this.#folder,
    onLine?: (line: string) => void,
  ): Promise<void> {
    const env = cdkEnvironment({ folder: this.#folder, ...this.#target, accounts: this.#accounts }, process.env);
    const command = path.join(this.#root, 'node_modules', 'aws-cdk', 'bin', 'cdk');
    const { exitCode, tail } = await this.#processes.run(process.execPath, [command, verb, ...args, '--no-notices'], {
      cwd,
      env,
      log: this.log,
      limitSeconds: LIMIT_SECONDS[verb],
      ...(onLine === undefined ? {} : { onLine }),
    });
    if (exitCode === 0) return;
    throw new LocalError(
      'CdkFailed',
      [
        ...tail.filter((line) => !STACK_TRACE.test(line)).map((line) => `    ${line}`),
        `'cdk ${verb}' ended with ${exitCode}, and said the lines above; all of them are in '${path.relative(this.#root, this.log)}'`,
      ].join('\n'),
    );
  }
}

interface Manifest {
  readonly artifacts: Readonly<
    Record<string, { readonly type: string; readonly properties?: { readonly requiresBootstrapStackVersion?: number } }>
  >;
}

export interface Template {
  readonly Resources?: Readonly<Record<string, TemplateResource>>;
}

export interface TemplateResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
}
