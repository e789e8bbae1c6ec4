import { CfnPolicy } from 'aws-cdk-lib/aws-organizations';
import { type App, RemovalPolicy, Stack } from 'aws-cdk-lib/core';
import { byAccount } from '../lib/controls/preventive/organization/guarded-account';
import {
  type CompiledPolicy,
  organizationPolicies,
  type PlacedCell,
} from '../lib/controls/preventive/organization/policy-set';
import { ownCells } from '../lib/controls/preventive/organization/read-cells';
import { ORGANIZATION_STACK } from '../lib/domain/cell';
import { ConfigurationError } from '../lib/domain/errors';

/** What AWS Organizations calls the kinds of policies. */
const TYPES: Partial<Record<CompiledPolicy['kind'], string>> = {
  scp: 'SERVICE_CONTROL_POLICY',
  rcp: 'RESOURCE_CONTROL_POLICY',
  declarative: 'DECLARATIVE_POLICY_EC2',
  'ai-opt-out': 'AISERVICES_OPT_OUT_POLICY',
};

interface OrganizationStackProps {
  /** The management account of the organization. */
  readonly account: string;
  readonly cells: readonly PlacedCell[];
  /** What the policies of an account are attached to: itself, or an organizational unit that holds nothing else. */
  readonly targetOf: (account: string) => string;
}

/**
 * The policies of the organization, attached for each account that holds a cell. It is no part of a cell: it goes to the management
 * account, which none of its policies binds, and to us-east-1, where AWS serves Organizations.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
 */
class OrganizationStack extends Stack {
  constructor(scope: App, { account, cells, targetOf }: OrganizationStackProps) {
    super(scope, ORGANIZATION_STACK, {
      env: { account, region: 'us-east-1' },
      description: 'policies of the organization that keep the data of each cell at home',
      terminationProtection: true,
      analyticsReporting: false,
    });
    const policies = byAccount(cells).flatMap((guarded) => organizationPolicies(guarded));
    let last: CfnPolicy | undefined;
    for (const { name, kind, policy, jurisdictions, account: guarded } of policies) {
      const resource = new CfnPolicy(this, name, {
        name,
        type: TYPES[kind] ?? kind,
        description: `keeps data of '${jurisdictions.join("', '")}' at home`,
        content: policy,
        targetIds: [targetOf(guarded)],
      });
      // A guardrail does not go with the stack that put it there.
      resource.applyRemovalPolicy(RemovalPolicy.RETAIN);
      // Organizations takes one change at a time, and refuses the others.
      if (last !== undefined) resource.addResourceDependency(last);
      last = resource;
    }
  }
}

/**
 * Adds the policies of the organization where the environment names its management account.
 *
 * @throws ConfigurationError when an account or a target is none
 */
export function addOrganization(app: App, environment: Readonly<Record<string, string | undefined>>): void {
  const account = environment['DOMICILE_MANAGEMENT_ACCOUNT'];
  if (account === undefined) return;
  if (!/^\d{12}$/u.test(account)) {
    throw new ConfigurationError(
      'MalformedAccount',
      `DOMICILE_MANAGEMENT_ACCOUNT is '${account}', but an AWS account id has twelve digits; correct or unset it`,
    );
  }
  const cells = ownCells(environment);
  if (cells.some((cell) => cell.account === account)) {
    throw new ConfigurationError(
      'CellInManagementAccount',
      `DOMICILE_MANAGEMENT_ACCOUNT is '${account}', which holds a cell; no policy of an organization binds its management account, so give the cell another`,
    );
  }
  new OrganizationStack(app, { account, cells, targetOf: (guarded) => targetFor(guarded, cells, environment) });
}

const TARGET = /^(?:\d{12}|r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[0-9a-z]{8,32})$/u;

function targetFor(
  account: string,
  cells: readonly PlacedCell[],
  environment: Readonly<Record<string, string | undefined>>,
): string {
  const variables = cells
    .filter((cell) => cell.account === account)
    .map(({ jurisdiction }) => `DOMICILE_TARGET_${jurisdiction.toUpperCase()}`);
  const variable = variables.find((name) => environment[name] !== undefined);
  const target = variable === undefined ? account : (environment[variable] ?? account);
  if (TARGET.test(target)) return target;
  throw new ConfigurationError(
    'MalformedTarget',
    `${variable} is '${target}'; name an account, an organizational unit such as 'ou-ab12-cdefgh34', or a root`,
  );
}
