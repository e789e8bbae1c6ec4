import { boundaryPolicy, MANAGED_POLICY_LIMIT } from '../../../lib/controls/preventive/boundary';
import { ALL_CELL_ACTIONS } from '../../../lib/controls/preventive/cell-actions';
import cases from '../../policies/boundary.json';
import { verdict } from '../../support/simulate';

const home = { region: 'eu-central-1' };
const boundary = boundaryPolicy(home, ALL_CELL_ACTIONS);

describe('a role that may do anything, with the boundary of a cell', () => {
  it.each(cases)('$name: $verdict', async ({ action, resource, region, verdict: expected }) => {
    expect(await verdict({ action, resource, boundary, context: { 'aws:RequestedRegion': region } })).toBe(expected);
  });

  it.each(cases.filter(({ verdict: expected }) => expected !== 'Allowed'))(
    'would be allowed without it: $name',
    async ({ action, resource, region }) => {
      expect(await verdict({ action, resource, context: { 'aws:RequestedRegion': region } })).toBe('Allowed');
    },
  );
});

describe('each statement of the boundary', () => {
  it.each(boundary.Statement)('matters: $Sid', async (statement) => {
    const without = { ...boundary, Statement: boundary.Statement.filter((other) => other !== statement) };
    const verdicts = await Promise.all(
      cases.map(({ action, resource, region }) =>
        verdict({ action, resource, boundary: without, context: { 'aws:RequestedRegion': region } }),
      ),
    );
    expect(verdicts).not.toEqual(cases.map(({ verdict: expected }) => expected));
  });
});

describe('a boundary', () => {
  it('takes no action with a wildcard', () => {
    expect(() => boundaryPolicy(home, ['s3:GetObject', 's3:Put*', 'kms:?'])).toThrow(
      expect.objectContaining({
        code: 'BoundaryTooWide',
        message: "the boundary would allow 's3:Put*', 'kms:?'; name each action",
      }),
    );
  });

  it('is refused when IAM would refuse it', () => {
    const many = Array.from({ length: 400 }, (_, index) => `service:Action${index}`);
    expect(() => boundaryPolicy(home, many)).toThrow(
      expect.objectContaining({
        code: 'PolicyTooLarge',
        message: expect.stringMatching(
          /^the policy that begins with 'WhatTheCellDoesAtHome' has \d{4} characters and IAM takes 6144; take actions out that no role needs$/,
        ),
      }),
    );
    expect(MANAGED_POLICY_LIMIT).toBe(6144);
  });
});
