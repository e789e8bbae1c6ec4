import { known } from '../../assembly/text';
import type { Names } from './names';
import type { Resource } from './resource';
import type { TextSpot, View } from './view';

/** Who may connect to what is in security groups: members of other groups, or whoever is in the network. */
export interface Admitted {
  readonly groups: readonly Resource[];
  readonly everybody: boolean;
}

/** What security groups let in and out, as far as templates make them. */
export class SecurityGroups {
  readonly #view: View;
  readonly #names: Names;
  readonly #rules = new Map<string, Resource[]>();

  constructor(view: View, names: Names) {
    this.#view = view;
    this.#names = names;
    for (const type of ['AWS::EC2::SecurityGroupIngress', 'AWS::EC2::SecurityGroupEgress']) {
      for (const rule of view.ofType(type)) {
        for (const group of this.made(view.texts(rule, 'GroupId'))) {
          const key = `${type} ${group.stack.id} ${group.logicalId}`;
          this.#rules.set(key, [...(this.#rules.get(key) ?? []), rule]);
        }
      }
    }
  }

  /** The groups that are made here. */
  made(spots: readonly TextSpot[]): Resource[] {
    return this.#names.pointed(spots).filter(({ type }) => type === 'AWS::EC2::SecurityGroup');
  }

  /** Whether all of these groups are known, and none of them lets anything out to public addresses. */
  letNothingOut(spots: readonly TextSpot[]): boolean {
    const groups = this.made(spots);
    return groups.length > 0 && groups.length === spots.length && groups.every((group) => this.#letsNothingOut(group));
  }

  #letsNothingOut(group: Resource): boolean {
    // Without a rule of its own it has the one that lets everything out.
    if (this.#view.canBeMissing(group, 'SecurityGroupEgress[]')) return false;
    const inline = OUTWARD.flatMap((property) => this.#view.texts(group, `SecurityGroupEgress[].${property}`));
    const separate = this.#rulesOf('AWS::EC2::SecurityGroupEgress', group).flatMap((rule) =>
      OUTWARD.flatMap((property) => this.#view.texts(rule, property)),
    );
    return [...inline, ...separate].every(({ text }) => isPrivate(known(text)));
  }

  /** Whom these groups let in. */
  admittedBy(spots: readonly TextSpot[]): Admitted {
    const groups = this.made(spots);
    const sources = groups.flatMap((group) => this.#sourcesOf(group, 'SourceSecurityGroupId'));
    const members = this.made(sources);
    const addresses = groups.flatMap((group) => ADDRESSES.flatMap((property) => this.#sourcesOf(group, property)));
    const isUnknown = groups.length < spots.length || spots.length === 0 || members.length < sources.length;
    return { groups: members, everybody: isUnknown || addresses.length > 0 };
  }

  #sourcesOf(group: Resource, property: string): readonly TextSpot[] {
    return [
      ...this.#view.texts(group, `SecurityGroupIngress[].${property}`),
      ...this.#rulesOf('AWS::EC2::SecurityGroupIngress', group).flatMap((rule) => this.#view.texts(rule, property)),
    ];
  }

  #rulesOf(type: string, { stack, logicalId }: Resource): readonly Resource[] {
    return this.#rules.get(`${type} ${stack.id} ${logicalId}`) ?? [];
  }
}

const OUTWARD = ['CidrIp', 'CidrIpv6', 'DestinationPrefixListId'] as const;
const ADDRESSES = ['CidrIp', 'CidrIpv6', 'SourcePrefixListId'] as const;

/** Addresses that no route leads out to: how they begin, and how long a prefix is at least that holds nothing else. */
const PRIVATE: readonly (readonly [start: RegExp, length: number])[] = [
  // RFC 1918.
  [/^10\./u, 8],
  [/^172\.(?:1[6-9]|2\d|3[01])\./u, 12],
  [/^192\.168\./u, 16],
  // RFC 6598.
  [/^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./u, 10],
  // Loopback, link-local, and the one that is none.
  [/^127\./u, 8],
  [/^169\.254\./u, 16],
  [/^255\.255\.255\.255(?:\/|$)/u, 32],
  // RFC 4193, link-local and loopback of IPv6.
  [/^f[cd][\da-f]{2}:/iu, 7],
  [/^fe80:/iu, 10],
  [/^::1(?:\/|$)/u, 128],
];

function isPrivate(address: string | undefined): boolean {
  if (address === undefined) return false;
  const [, length] = address.split('/');
  return PRIVATE.some(([start, least]) => start.test(address) && (length === undefined || Number(length) >= least));
}
