import type { GuardedAccount } from '../../lib/controls/preventive/organization/guarded-account';
import { pack } from '../../lib/controls/preventive/organization/pack';
import { resourceControls } from '../../lib/controls/preventive/organization/resource-control';
import { serviceControls } from '../../lib/controls/preventive/organization/service-control';
import { type Policy, policyOf } from '../../lib/controls/preventive/policy';
import { cellName } from '../../lib/domain/cell';
import { isLike } from '../../lib/domain/like';
import { codeOfRegion } from '../../lib/domain/zones';
import { type Verdict, verdict } from './simulate';

/** A request in `test/policies/organization`, with `{home}` and the like for what differs from cell to cell. */
export interface OrganizationCase {
  readonly name: string;
  /** The name of a role of the account, the ARN of a principal of another one, a service, or 'anonymous'. */
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  /** @default - home */
  readonly region?: string;
  /** Keys of the request; a key that is null is in no such request. */
  readonly context?: Readonly<Record<string, string | string[] | null>>;
}

/** What a case is asked of: an account of one cell, and where the other cell is. */
export interface AskedCell {
  readonly jurisdiction: string;
  readonly home: string;
  readonly account: string;
  readonly abroad: string;
  readonly other: string;
  /** A region whose name begins like that of home. */
  readonly neighbour: string;
}

export const CELLS: readonly AskedCell[] = [
  {
    jurisdiction: 'eu',
    home: 'eu-central-1',
    account: '111111111111',
    abroad: 'ap-southeast-1',
    other: '222222222222',
    neighbour: 'eu-central-2',
  },
  {
    jurisdiction: 'international',
    home: 'ap-southeast-1',
    account: '222222222222',
    abroad: 'eu-central-1',
    other: '111111111111',
    neighbour: 'ap-southeast-3',
  },
];

export function accountOfCell({ jurisdiction, home, account }: AskedCell): GuardedAccount {
  return { account, cells: [{ jurisdiction, regions: [home] }] };
}

/** The documents that an account gets. */
export interface Controls {
  readonly serviceControls: readonly Policy[];
  readonly resourceControls: readonly Policy[];
}

export function controlsOf(account: GuardedAccount): Controls {
  return {
    serviceControls: pack('scp', serviceControls(account)).map(({ policy }) => policy),
    resourceControls: pack('rcp', resourceControls(account)).map(({ policy }) => policy),
  };
}

const ANYBODY = policyOf({ Sid: 'Anybody', Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' });

/** What the policies of the organization answer, where the policies of principal and resource allow everything. */
export async function ask(one: OrganizationCase, cell: AskedCell, controls: Controls): Promise<Verdict> {
  const { account, home } = cell;
  const text = (value: string) => filled(value, cell);
  const principal = text(isRoleName(one.principal) ? `arn:aws:iam::{account}:role/${one.principal}` : one.principal);
  const isOwn = principal.split(':')[4] === account;
  const keys = Object.entries({
    'aws:RequestedRegion': text(one.region ?? home),
    'aws:ResourceAccount': account,
    'aws:ResourceOrgID': 'o-own',
    ...(isOwn ? { 'aws:PrincipalOrgID': 'o-own' } : {}),
    ...(JSON.parse(text(JSON.stringify(one.context ?? {}))) as NonNullable<OrganizationCase['context']>),
  });
  const context = Object.fromEntries(
    keys.flatMap(([key, value]): [string, string | string[]][] => (value === null ? [] : [[key, value]])),
  );
  return verdict({
    principal,
    action: one.action,
    resource: text(one.resource),
    context,
    owner: account,
    resourceControls: aboutAction(controls.resourceControls, one.action),
    // No service control policy binds a principal of another account, whom a policy of the resource has to admit.
    ...(isOwn ? { serviceControls: aboutAction(controls.serviceControls, one.action) } : { resourcePolicy: ANYBODY }),
  });
}

/**
 * What of policies can matter for an action. The evaluator compares each of several hundred actions anew with each request; a test
 * asks it the same of whole policies.
 */
function aboutAction(policies: readonly Policy[], action: string): Policy[] {
  return policies.flatMap(({ Statement }) => {
    const statements = Statement.flatMap((statement) => {
      if (statement.Action === undefined) return [statement];
      const matching = [statement.Action].flat().filter((pattern) => isLike(action, pattern));
      return matching.length === 0 ? [] : [{ ...statement, Action: matching }];
    });
    return statements.length === 0 ? [] : [policyOf(...statements)];
  });
}

function isRoleName(principal: string): boolean {
  return !principal.startsWith('arn:') && principal !== 'anonymous' && !principal.endsWith('.amazonaws.com');
}

function filled(text: string, { jurisdiction, home, account, abroad, other, neighbour }: AskedCell): string {
  const values = { home, account, abroad, other, neighbour, cell: cellName(jurisdiction), zone: codeOfRegion(home) };
  return text.replaceAll(/\{(\w+)\}/gu, (whole, key: string) =>
    Object.hasOwn(values, key) ? values[key as keyof typeof values] : whole,
  );
}
