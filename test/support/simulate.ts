import { anonymousPrincipal, runSimulation, type Simulation } from '@cloud-copilot/iam-simulate';
import { accountPrincipal, type Policy, policyOf } from '../../lib/controls/preventive/policy';
import { collateOnce } from './collate-once';

collateOnce();

/** A request to AWS, and the policies that it meets. */
export interface SimulatedRequest {
  /** ARN of the role that asks, the name of a service, or 'anonymous'. @default - a role of the account 111111111111 */
  readonly principal?: string;
  readonly action: string;
  readonly resource: string;
  readonly context: Readonly<Record<string, string | string[]>>;
  /** What the role's own policies allow. @default - everything */
  readonly identity?: Policy;
  readonly boundary?: Policy;
  /** @default - for a key, one that leaves everything to the account's own policies */
  readonly resourcePolicy?: Policy;
  readonly endpoint?: Policy;
  /** Policies of the organization, beside those that AWS attaches by itself. */
  readonly serviceControls?: readonly Policy[];
  readonly resourceControls?: readonly Policy[];
  /** Whose resource it is. @default - the account 111111111111 */
  readonly owner?: string;
}

export type Verdict = 'Allowed' | 'ExplicitlyDenied' | 'ImplicitlyDenied';

const ACCOUNT = '111111111111';
const EVERYTHING = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };

function openKey(account: string): Policy {
  return policyOf({
    Sid: 'Account',
    Effect: 'Allow',
    Principal: accountPrincipal({ account }),
    Action: 'kms:*',
    Resource: '*',
  });
}

/**
 * What IAM answers to a request.
 *
 * @throws Error when the evaluator refused the input, or ignored a context key: it drops keys that do not belong to the
 * action's resource, and a verdict without them would mean nothing
 */
export async function verdict(request: SimulatedRequest): Promise<Verdict> {
  // A key answers to nobody whom its policy does not know, whatever their own policies say.
  const { owner = ACCOUNT } = request;
  const resourcePolicy = request.resourcePolicy ?? (request.action.startsWith('kms:') ? openKey(owner) : undefined);
  const principal = request.principal ?? `arn:aws:iam::${ACCOUNT}:role/Eu-anything`;
  const isRole = principal.startsWith('arn:');
  const simulation: Simulation = {
    request: {
      principal: principal === 'anonymous' ? anonymousPrincipal : principal,
      action: request.action,
      resource: { resource: request.resource, accountId: owner },
      // AWS puts the caller into every signed request; the evaluator leaves it to us.
      contextVariables: isRole
        ? { 'aws:PrincipalArn': principal, 'aws:PrincipalAccount': principal.split(':')[4] ?? '', ...request.context }
        : request.context,
    },
    identityPolicies: isRole ? [{ name: 'identity', policy: request.identity ?? EVERYTHING }] : [],
    serviceControlPolicies: isRole ? attached([EVERYTHING, ...(request.serviceControls ?? [])]) : [],
    // The evaluator adds AWS's own to these.
    resourceControlPolicies: attached(request.resourceControls ?? []),
    ...(request.boundary === undefined
      ? {}
      : { permissionBoundaryPolicies: [{ name: 'boundary', policy: request.boundary }] }),
    ...(resourcePolicy === undefined ? {} : { resourcePolicy }),
    ...(request.endpoint === undefined
      ? {}
      : { vpcEndpointPolicies: [{ name: 'endpoint', policy: request.endpoint }] }),
  };
  const outcome = await runSimulation(knownToTheEvaluator(simulation), {});
  if (outcome.resultType === 'error')
    throw new Error(`the evaluator refused the input: ${JSON.stringify(outcome.errors)}`);
  const results = outcome.resultType === 'single' ? [outcome.result] : outcome.results;
  const ignored = results.flatMap(({ ignoredContextKeys }) => ignoredContextKeys ?? []);
  if (ignored.length > 0) throw new Error(`the evaluator ignored ${ignored.join(', ')} for ${request.action}`);
  return outcome.overallResult;
}

function attached(policies: readonly object[]): Simulation['serviceControlPolicies'] {
  const named = policies.map((policy, index) => ({ name: `${index}`, policy }));
  return named.length === 0 ? [] : [{ orgIdentifier: 'account', policies: named }];
}

/**
 * The evaluator knows keys of any name only where a slash begins the name, as in `aws:PrincipalTag/team`, and would drop each
 * pair of an encryption context. Policies and request are given such a name for it; the operators work on it alike.
 */
function knownToTheEvaluator(simulation: Simulation): Simulation {
  const text = JSON.stringify(simulation);
  return text.includes('kms:EncryptionContext:')
    ? (JSON.parse(text.replaceAll(/kms:EncryptionContext:([\w:-]+)/g, 'aws:PrincipalTag/context-$1')) as Simulation)
    : simulation;
}
