import type { Severity } from './finding';

/** Whether what rests in one store of personal data can reach anything abroad. */
export interface Flow {
  readonly store: FlowPoint & Required<Pick<FlowPoint, 'stack' | 'logicalId' | 'type'>>;
  readonly verdict: 'proved' | 'path';
  /** `info` for what is proved, and where the path begins in or leads through what is declared to hold nothing personal. */
  readonly severity: Severity;
  /** What a proof rests on, and why a path is reported at a lower severity. */
  readonly assumptions: readonly string[];
  /** The shortest way abroad, hop by hop. */
  readonly path?: readonly Hop[];
}

/** Something that data can be in or come to: a resource of the templates, or a place outside of them. */
export interface FlowPoint {
  /** As a person reads it: `Eu-Data/Profiles/Table`, `the internet`. */
  readonly name: string;
  readonly stack?: string;
  readonly logicalId?: string;
  readonly type?: string;
  readonly constructPath?: string;
}

/** One step of data. */
export interface Hop {
  readonly from: FlowPoint;
  readonly to: FlowPoint;
  readonly by: Carrier;
  /** What exactly: `dynamodb:GetItem`, `no VPC`. */
  readonly what: string;
  /** Whether the templates say so. What only can be so counts as well: unknown is not in favour. */
  readonly certain: boolean;
  /** Where it is said. */
  readonly at: { readonly stack: string; readonly logicalId: string; readonly path: string };
}

/** What carries data on. */
export type Carrier =
  /** A role's own policy lets it read, or write. */
  | 'grant'
  /** A store's own policy, or its access settings, let somebody read. */
  | 'policy'
  /** Somebody may take on a role. */
  | 'trust'
  /** A service calls, copies or delivers, because a property says so. */
  | 'delivery'
  /** A network leads somewhere. */
  | 'network'
  /** Whoever asks is answered. */
  | 'answer'
  /** A channel of the catalogue is open. */
  | 'channel';

/** What a proof takes for granted, each said only where a proof rests on it. */
export const ASSUMPTIONS = {
  templates: 'these templates are what is deployed, and nothing else has rights to it',
  administrators: 'administrators of the account and whoever deploys carry nothing away',
  aws: 'AWS itself, its control plane and its support, moves nothing that these templates do not ask for',
  answers: 'answers go to the person who is signed in, wherever that person is',
  mail: 'mail and messages of the user pool go to the person whose account it is',
  nested: 'nested templates that lie elsewhere, and were not read, take nothing abroad',
  elsewhere: 'resources of the home region that are not in these templates pass nothing on',
  endpoints:
    'what passes an endpoint whose policy does not ask for the owner of what is reached goes to own resources only',
  names: 'no code carries data in the names that it looks up, where no firewall of names is',
  neighbours: 'what listens in the same network passes nothing on',
} as const;

export type Assumption = keyof typeof ASSUMPTIONS;

/** A path on one line: `Eu-Data/Profiles → (grant: dynamodb:GetItem) Eu-Api/read-profile → (network: no VPC) the internet`. */
export function pathText(path: readonly Hop[]): string {
  const [first] = path;
  if (first === undefined) return '';
  const steps = path.map(({ to, by, what, certain }) => `(${by}: ${what}${certain ? '' : ', possibly'}) ${to.name}`);
  return [first.from.name, ...steps].join(' → ');
}
