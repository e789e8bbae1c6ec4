import type { ChannelId } from '../../../catalogue/catalogue';
import { cellName } from '../../../domain/cell';
import { cellPolicies } from '../cell-policies';
import { channelsClosedBy } from '../closed-channels';
import type { Policy } from '../policy';
import { reasonFor } from '../reasons';
import type { Exemption, GuardStatement } from './guard-statement';
import { byAccount, type GuardedAccount, type GuardedCell, regionsOf } from './guarded-account';
import { LIMITS, type PolicyKind } from './limits';
import { AI_OPT_OUT_POLICY, EC2_POLICY, type ManagementPolicy } from './management-policies';
import { pack } from './pack';
import { resourceControls } from './resource-control';
import { serviceControls } from './service-control';

/** A policy as it is written to a file, and all that the manifest says of it. */
export interface CompiledPolicy {
  readonly kind: PolicyKind;
  readonly name: string;
  /** The jurisdictions that it is for: several where their cells share an account. */
  readonly jurisdictions: readonly string[];
  readonly account: string;
  /** The regions that it leaves. */
  readonly regions: readonly string[];
  /** What it is attached to. */
  readonly target: string;
  readonly policy: Policy | ManagementPolicy;
  /** Characters as AWS counts them, and how many it takes. */
  readonly size: number;
  readonly limit: number;
  /** How many policies of this kind the target has of ours, and how many it takes of all. */
  readonly place: { readonly number: number; readonly of: number };
  readonly channels: readonly ChannelId[];
  readonly statements: readonly ExplainedStatement[];
}

export interface ExplainedStatement {
  readonly sid: string;
  readonly because: string;
  readonly channels: readonly ChannelId[];
  readonly exempt: readonly Exemption[];
}

/** A cell, and the account that it is in. */
export type PlacedCell = GuardedCell & { readonly account: string };

/**
 * Every policy that keeps data at home, from the catalogue: those of the organization for each account, and those of each cell.
 *
 * @throws InputError when something does not fit into what AWS takes
 */
export function policySet(cells: readonly PlacedCell[]): CompiledPolicy[] {
  return [...byAccount(cells).flatMap(organizationPolicies), ...cells.flatMap(policiesOfCell)];
}

/** The policies of the organization for one account. */
export function organizationPolicies(account: GuardedAccount): CompiledPolicy[] {
  return [
    ...authorizationPolicies(account, 'scp', 'ServiceControl', serviceControls(account)),
    ...authorizationPolicies(account, 'rcp', 'ResourceControl', resourceControls(account)),
    managementPolicy(account, 'declarative', 'Ec2', EC2_POLICY, {
      sid: 'ec2_attributes',
      because: 'images and snapshots are shared with nobody, and networks have no way to the internet, whoever asks',
      channels: ['ec2-snapshot-image-share', 'vpc-internet-egress'],
      exempt: [],
    }),
    managementPolicy(account, 'ai-opt-out', 'AiOptOut', AI_OPT_OUT_POLICY, {
      sid: 'services',
      because: 'AI services of AWS may keep content, in other regions too, unless the organization says no',
      channels: ['organizations-ai-services-opt-out'],
      exempt: [],
    }),
  ];
}

function authorizationPolicies(
  account: GuardedAccount,
  kind: 'scp' | 'rcp',
  title: string,
  guards: readonly GuardStatement[],
): CompiledPolicy[] {
  return pack(kind, guards).map(({ policy, size, statements }, index) => ({
    ...commonOf(account, kind, `${title}-${index + 1}`),
    policy,
    size,
    place: { number: index + 1, of: LIMITS[kind].ofOneTarget },
    channels: [...new Set(statements.flatMap(({ channels }) => channels))].toSorted(),
    statements: statements.map(({ statement, because, channels, exempt = [] }) => ({
      sid: statement.Sid,
      because,
      channels,
      exempt,
    })),
  }));
}

function managementPolicy(
  account: GuardedAccount,
  kind: 'declarative' | 'ai-opt-out',
  title: string,
  policy: ManagementPolicy,
  explained: ExplainedStatement,
): CompiledPolicy {
  return {
    ...commonOf(account, kind, title),
    policy,
    size: JSON.stringify(policy).length,
    place: { number: 1, of: LIMITS[kind].ofOneTarget },
    channels: explained.channels,
    statements: [explained],
  };
}

function commonOf(account: GuardedAccount, kind: PolicyKind, title: string) {
  const jurisdictions = account.cells.map(({ jurisdiction }) => jurisdiction);
  return {
    kind,
    name: `${jurisdictions.map(cellName).join('-')}-${title}`,
    jurisdictions,
    account: account.account,
    regions: regionsOf(account),
    target: `account ${account.account}`,
    limit: LIMITS[kind].characters,
  };
}

function policiesOfCell({ jurisdiction, regions, account }: PlacedCell): CompiledPolicy[] {
  const [region] = regions;
  return cellPolicies(jurisdiction, { region, account }).map(({ kind, name, target, policy }) => ({
    kind,
    name,
    jurisdictions: [jurisdiction],
    account,
    regions: [region],
    target,
    policy,
    size: JSON.stringify(policy).length,
    limit: LIMITS[kind].characters,
    place: { number: 1, of: LIMITS[kind].ofOneTarget },
    channels: [
      ...new Set([...(WHOLE.has(kind) ? channelsClosedBy(policy) : []), ...(CHANNELS_OF_CELLS[kind] ?? [])]),
    ].toSorted(),
    statements: policy.Statement.map(({ Sid }) => ({ sid: Sid, because: reasonFor(Sid), channels: [], exempt: [] })),
  }));
}

/** Policies that say all that a role may, so that their silence closes channels as well. */
const WHOLE: ReadonlySet<PolicyKind> = new Set(['boundary', 'deployment', 'deployment-boundary']);

/** What the policies of a cell close beside that, whether the organization does or not. */
const CHANNELS_OF_CELLS: Partial<Readonly<Record<PolicyKind, readonly ChannelId[]>>> = {
  boundary: ['application-sdk-cross-region-client', 'iam-cross-region-grant', 's3-copy-object-by-principal'],
  bucket: ['s3-bucket-replication', 's3-public-or-external-access'],
  'deployment-boundary': ['cdk-cross-region-references', 'cfn-get-stack-output'],
  endpoint: ['vpc-endpoint-policy-open'],
  key: ['kms-cross-region-decrypt-grant'],
  vault: ['backup-copy-action', 'backup-ondemand-copy-job', 'backup-vault-policy-share'],
};
