import { type Channel, isCovered, type Rule } from '../../catalogue/channel';
import { SET_ASIDE } from '../../catalogue/no-channels/no-channels';
import { Claims } from './hints/claims';
import { firstMembers } from './places';
import { isSearch } from './rules';

interface ChannelRule {
  readonly channel: Channel;
  readonly rule: Rule;
  /** The properties, one within the other, without which it finds nothing. Of the first, `among` asks. */
  readonly needs: readonly string[];
  /** Whether it finds nothing in what names no place. */
  readonly searches: boolean;
}

/** The rules that resources of a type are judged by, those for every type last. */
export class RulesOfType {
  /** What is not searched for the rest: properties that rules read, or that are set aside. */
  readonly claims: Claims;
  readonly #rules: readonly ChannelRule[];
  readonly #byMembers = new Map<string, readonly ChannelRule[]>();

  constructor(rules: readonly ChannelRule[], claims: Claims) {
    this.#rules = rules;
    this.claims = claims;
  }

  /**
   * Those that can find something in a resource with these properties: most read one that few resources have.
   *
   * @param members undefined where it is not known which properties there are
   */
  among(members: readonly string[] | undefined): readonly ChannelRule[] {
    if (members === undefined) return this.#rules;
    const key = members.join('\n');
    let rules = this.#byMembers.get(key);
    if (rules === undefined) {
      rules = this.#rules.filter(({ needs: [member] }) => member === undefined || members.includes(member));
      this.#byMembers.set(key, rules);
    }
    return rules;
  }
}

const EVERY_TYPE = '*';

const books = new WeakMap<readonly Channel[], RuleBook>();

/** The book of these channels, which is made once for whoever judges one template after another. */
export function ruleBookOf(channels: readonly Channel[]): RuleBook {
  const book = books.get(channels) ?? new RuleBook(channels);
  books.set(channels, book);
  return book;
}

/** The rules of channels by the types of resource that they read. */
export class RuleBook {
  readonly #byType = new Map<string, Pick<ChannelRule, 'channel' | 'rule'>[]>();
  readonly #known = new Map<string, RulesOfType>();

  constructor(channels: readonly Channel[]) {
    for (const channel of channels) {
      if (!isCovered(channel.proactive)) continue;
      for (const rule of channel.proactive.rules) {
        for (const type of rule.types) {
          const rules = this.#byType.get(type);
          if (rules === undefined) this.#byType.set(type, [{ channel, rule }]);
          else rules.push({ channel, rule });
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
    const rules = [...own, ...rest].map(({ channel, rule }) => {
      return { channel, rule, needs: neededBy(rule), searches: isSearch(rule) };
    });
    return new RulesOfType(rules, Claims.of(claimed));
  }
}

function isOf(type: string, pattern: string): boolean {
  return pattern.endsWith(EVERY_TYPE) ? type.startsWith(pattern.slice(0, -1)) : type === pattern;
}

function neededBy(rule: Rule): readonly string[] {
  const countsWhenAbsent = rule.kind === 'absence' || (rule.kind === 'flag' && rule.opensWhenAbsent === true);
  return rule.kind === 'function' || countsWhenAbsent ? [] : firstMembers(rule.path);
}

function pathsOf(rule: Rule): readonly string[] {
  return rule.kind === 'function' ? rule.paths : [rule.path];
}
