import { closest, didYouMean } from '../domain/closest';
import { InputError } from '../domain/errors';
import { isRegion, REGIONS } from '../domain/regions';
import type { Folder } from './files';
import type { OriginsOfTemplate } from './origins';
import type { Stack } from './stack';
import { type JsonMap, textAt } from './template';

/** What the reader of an input knows of a stack before its nested stacks are read. */
export interface StackSource {
  readonly id: string;
  readonly label: string;
  readonly name?: string;
  /** Undefined when the input does not say. */
  readonly region: string | undefined;
  readonly account?: string;
  readonly file: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly originsOf: OriginsOfTemplate;
  /** The file of the template that a resource makes a nested stack of, where it is here. */
  readonly locate: (resource: JsonMap, parentFile: string) => string | undefined;
  /** Whether a map without resources is an empty stack rather than no template: aws-cdk-lib renders one as `{}`. */
  readonly mayBeEmpty?: boolean;
}

/** Where stacks go of which the input does not say it. */
export interface Home {
  readonly home?: string | undefined;
  /** What a person can do where neither says it. */
  readonly adviceWithoutHome?: string | undefined;
}

/** More than any account can hold; templates that nest each other make as many as one lets them. */
const MOST_STACKS = 2000;

/** Builds stacks with their nested ones, and gathers what stands in the way. */
export class StackBuilder {
  readonly stacks: Stack[] = [];
  readonly problems: InputError[] = [];
  readonly #home: Home;

  constructor(home: Home) {
    this.#home = home;
  }

  /** Runs what may throw an InputError, and makes that a problem of its own. */
  attempt<Value>(read: () => Value): Value | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      this.problems.push(error);
      return undefined;
    }
  }

  add(source: StackSource, folder: Folder): void {
    this.attempt(() => this.#build(source, folder, regionOf(source, this.#home), undefined, [source.file]));
  }

  #build(
    source: StackSource,
    folder: Folder,
    region: string,
    parent: Stack['parent'],
    chain: readonly string[],
  ): Stack {
    if (this.stacks.length >= MOST_STACKS) {
      throw new InputError('TooManyStacks', `'${source.label}' is one of more than ${MOST_STACKS} stacks; check fewer`);
    }
    const { id, label, name, account, file, parameters, originsOf } = source;
    const nested = new Map<string, Stack>();
    const stack: Stack = {
      id,
      label,
      ...(name !== undefined && { name }),
      region,
      ...(account !== undefined && { account }),
      file: folder.shown(file),
      template: folder.template(file, source.mayBeEmpty),
      parameters,
      ...(parent !== undefined && { parent }),
      nested,
      originOf: originsOf(file),
    };
    this.stacks.push(stack);
    this.problems.push(...folder.flawsOf(file).filter((flaw) => !this.problems.includes(flaw)));
    for (const [logicalId, resource] of Object.entries(stack.template.Resources)) {
      if (!isNestedStack(resource)) continue;
      const child = this.attempt(() => this.#nested(logicalId, resource, stack, source, folder, chain));
      if (child !== undefined) nested.set(logicalId, child);
    }
    return stack;
  }

  #nested(
    logicalId: string,
    resource: JsonMap,
    parent: Stack,
    source: StackSource,
    folder: Folder,
    chain: readonly string[],
  ): Stack | undefined {
    const file = source.locate(resource, source.file);
    if (file === undefined) return undefined;
    if (chain.includes(file)) {
      throw new InputError(
        'NestedInItself',
        `'${folder.shown(file)}' is nested in itself by '${logicalId}' of '${parent.label}'; take it out`,
      );
    }
    const { name: _, ...rest } = source;
    const child = {
      ...rest,
      id: `${parent.id}/${logicalId}`,
      label: `${parent.label}/${logicalId}`,
      file,
      parameters: {},
    };
    return this.#build(child, folder, parent.region, { stack: parent, logicalId }, [...chain, file]);
  }
}

/** The nested stacks of a stack whose templates lie elsewhere, so that nobody has read them. */
export function unreadIn({ template, nested }: Pick<Stack, 'template' | 'nested'>): string[] {
  return Object.entries(template.Resources)
    .filter(([logicalId, resource]) => isNestedStack(resource) && !nested.has(logicalId))
    .map(([logicalId]) => logicalId);
}

export function isNestedStack(resource: unknown): resource is JsonMap {
  const type = textAt(resource, 'Type');
  return type === 'AWS::CloudFormation::Stack' || type === 'AWS::Serverless::Application';
}

/** @throws InputError when the region is not known, is none of AWS, or in a partition that no setting allows */
function regionOf({ region, label }: StackSource, { home, adviceWithoutHome }: Home): string {
  const found = region ?? home;
  if (found === undefined) {
    const advice = adviceWithoutHome ?? 'name its region with --home';
    throw new InputError('NoHome', `nothing says where '${label}' is deployed to; ${advice}`);
  }
  assertRegion(found, `the region of '${label}'`);
  return found;
}

/** @throws InputError when AWS has no such region, or one in a partition that no setting allows */
export function assertRegion(region: string, what: string): void {
  if (!isRegion(region)) {
    const hint = didYouMean(closest(region, Object.keys(REGIONS)));
    throw new InputError('UnknownRegion', `${what} is '${region}', which is no region of AWS${hint}`);
  }
  if (REGIONS[region].partition === 'aws-cn') {
    throw new InputError(
      'RegionNotAllowed',
      `${what} is '${region}' in the partition 'aws-cn', which no setting allows; check it where it is operated`,
    );
  }
}
