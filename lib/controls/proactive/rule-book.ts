import { type Channel, isCovered, type Rule } from '../../catalogue/channel';
import { SET_ASIDE } from '../../catalogue/set-aside';
import { Claims } from './hints/claims';
import { firstMember } from './places';

interface ChannelRule {
  readonly channel: Channel;
  readonly rule: Rule;
  /** The property without which it finds nothing. */
  readonly needs: string | undefined;
}

/** The rules that a resource is judged by, those for every type last. */
export interface RulesOfType {
  readonly rules: readonly ChannelRule[];
  /** What is not searched for the rest: properties that rules read, or that are set aside. */
  readonly claims: Claims;
}

const EVERY_TYPE = '*';

/** The rules of channels by the types of resource that they read. */
export class RuleBook {
  readonly #byType = new Map<string, ChannelRule[]>();
  readonly #known = new Map<string, RulesOfType>();

  constructor(channels: readonly Channel[]) {
    for (const channel of channels) {
      if (!isCovered(channel.proactive)) continue;
      for (const rule of channel.proactive.rules) {
        for (const type of rule.types) {
          const rules = this.#byType.get(type);
          const needs = neededBy(rule);
          if (rules === undefined) this.#byType.set(type, [{ channel, rule, needs }]);
          else rules.push({ channel, rule, needs });
        }
      }
    }
  }

  of(type: string): RulesOfType {
    let known = this.#known.get(type);
    if (known === undefined) {
      known = this.#gathered(type);
      this.#known.set(type, known);
    }
    return known;
  }

  #gathered(type: string): RulesOfType {
    const aside = SET_ASIDE.filter(({ types }) => types.some((one) => isOf(type, one)));
    const own = this.#byType.get(type) ?? [];
    const rest = aside.some(({ paths }) => paths === undefined) ? [] : (this.#byType.get(EVERY_TYPE) ?? []);
    const claimed = [...own.flatMap(({ rule }) => pathsOf(rule)), ...aside.flatMap(({ paths = [] }) => paths)];
    return { rules: [...own, ...rest], claims: Claims.of(claimed) };
  }
}

function isOf(type: string, pattern: string): boolean {
  return pattern.endsWith(EVERY_TYPE) ? type.startsWith(pattern.slice(0, -1)) : type === pattern;
}

function neededBy(rule: Rule): string | undefined {
  const countsWhenAbsent = rule.kind === 'absence' || (rule.kind === 'flag' && rule.opensWhenAbsent === true);
  return rule.kind === 'function' || countsWhenAbsent ? undefined : firstMember(rule.path);
}

function pathsOf(rule: Rule): readonly string[] {
  return rule.kind === 'function' ? rule.paths : [rule.path];
}
