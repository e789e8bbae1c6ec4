import { type Channel, isCovered, type Rule } from '../../lib/catalogue/channel';
import { segmentsOf } from '../../lib/controls/proactive/places';
import type { Property } from './property';

/** A property that a rule reads. */
interface Claim {
  /** As far as it is a path of properties, and not one within a document. */
  readonly segments: readonly string[];
  /** Whether all that is in it is read as well. */
  readonly isDeep: boolean;
}

/** The properties that the rules of channels read, and what leads to them. */
export class Claims {
  readonly #byType = new Map<string, Claim[]>();

  constructor(channels: readonly Channel[]) {
    for (const { proactive } of channels) {
      if (!isCovered(proactive)) continue;
      for (const rule of proactive.rules) {
        const claims = claimsOf(rule);
        for (const type of rule.types) this.#byType.set(type, [...(this.#byType.get(type) ?? []), ...claims]);
      }
    }
  }

  has({ type, path }: Pick<Property, 'type' | 'path'>): boolean {
    const segments = segmentsOf(path);
    return (this.#byType.get(type) ?? []).some((claim) => isWithin(segments, claim));
  }
}

/** A property is claimed with what it leads to: a rule that reads `Destination.Bucket` knows `Destination`. */
function isWithin(segments: readonly string[], claim: Claim): boolean {
  const isSame = segments.every(
    (segment, depth) => claim.segments[depth] === segment || claim.segments.length <= depth,
  );
  return isSame && (claim.isDeep || segments.length <= claim.segments.length);
}

function claimsOf(rule: Rule): readonly Claim[] {
  if (rule.kind === 'rest') return [];
  if (rule.kind === 'function') return rule.paths.map((path) => claimOf(path, path === ''));
  const beside = [rule.unless?.path, rule.when?.path].filter((path) => path !== undefined);
  return [claimOf(rule.path, READ_WHOLE.has(rule.kind)), ...beside.map((path) => claimOf(path, false))];
}

/** Kinds that look at all that is in a value, or at whether it is there at all. */
const READ_WHOLE: ReadonlySet<Rule['kind']> = new Set(['presence', 'policy', 'text', 'code', 'script']);

function claimOf(path: string, isDeep: boolean): Claim {
  const segments = segmentsOf(path).map((segment) => (segment === '{key}' ? '{}' : segment));
  const end = segments.findIndex((segment) => segment === '$' || segment === '**');
  return end === -1 ? { segments, isDeep } : { segments: segments.slice(0, end), isDeep: true };
}
