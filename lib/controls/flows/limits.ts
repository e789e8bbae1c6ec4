import { includesAction } from './actions';
import type { KindType } from './kinds';
import type { Meant, Names } from './names';
import type { Resource } from './resource';
import type { Choice, Statement } from './statements';

/**
 * What takes away from what an identity's policies allow: its denials, and a boundary around it. Only what takes away for
 * sure counts: a denial under a condition, or of resources that are not known, does not.
 */
export class Limits {
  readonly #denials: readonly Statement[];
  readonly #boundary: readonly Statement[] | undefined;
  readonly #names: Names;
  readonly #holder: Resource;

  constructor(
    statements: readonly Statement[],
    boundary: readonly Statement[] | undefined,
    holder: Resource,
    names: Names,
  ) {
    this.#denials = [...statements, ...(boundary ?? [])].filter(deniesAlways);
    this.#boundary = boundary?.filter(({ effect }) => effect === 'Allow');
    this.#holder = holder;
    this.#names = names;
  }

  /** Whether there is anything that depends on the resource. */
  isByResource(type: KindType): boolean {
    return [...this.#denials, ...(this.#boundary ?? [])].some(({ resources }) => !this.#coversAll(resources, type));
  }

  /** Whether an action is left, on some resource. */
  leaves(action: string, type: KindType): boolean {
    const isDenied = this.#denials.some(
      ({ actions, resources }) => includesAction(actions, action) === 'yes' && this.#coversAll(resources, type),
    );
    if (isDenied || this.#boundary === undefined) return !isDenied;
    return this.#boundary.some(({ actions }) => includesAction(actions, action) !== 'no');
  }

  /** Whether an action is left on one resource. */
  leavesOn(resource: Resource, action: string, type: KindType): boolean {
    const isDenied = this.#denials.some(
      ({ actions, resources }) =>
        includesAction(actions, action) === 'yes' && this.#covers(resources, resource, type) === 'yes',
    );
    if (isDenied || this.#boundary === undefined) return !isDenied;
    return this.#boundary.some(
      ({ actions, resources }) =>
        includesAction(actions, action) !== 'no' && this.#covers(resources, resource, type) !== 'no',
    );
  }

  #coversAll({ except, texts }: Choice, type: KindType): boolean {
    return !except && texts.some((text) => isEverything(this.#names.meant(text, type, this.#holder.stack)));
  }

  #covers({ except, texts }: Choice, resource: Resource, type: KindType): 'yes' | 'maybe' | 'no' {
    let found: 'yes' | 'maybe' | 'no' = 'no';
    for (const text of texts) {
      const meant = this.#names.meant(text, type, this.#holder.stack);
      if (!isAmong(resource, meant)) continue;
      found = meant.certain ? 'yes' : 'maybe';
      if (meant.certain) break;
    }
    if (!except || found === 'maybe') return found;
    return found === 'yes' ? 'no' : 'yes';
  }
}

function deniesAlways(statement: Statement): boolean {
  return statement.effect === 'Deny' && statement.conditions.length === 0;
}

function isEverything({ every, certain }: Meant): boolean {
  return every !== undefined && every.region === undefined && certain;
}

function isAmong(resource: Resource, { members, every }: Meant): boolean {
  if (every === undefined) return members.includes(resource);
  return every.region === undefined || every.region === resource.stack.region;
}
