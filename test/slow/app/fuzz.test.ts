import { PROBLEM_CODES } from '../../../lib/domain/problems';
import { ROUTE_IDS } from '../../../lib/domain/routes';
import { fuzz } from '../../app/support/fuzz';

describe('whatever is sent', () => {
  it.each(ROUTE_IDS)('to %s is answered, and neither repeated nor logged', async (id) => {
    expect(await fuzz([id], 70)).not.toContain('internal_error');
  });

  it('in any order meets every outcome but those that AWS would have to cause', async () => {
    const causedByAws = ['internal_error', 'too_many_requests'];
    const expected = ['ok', ...PROBLEM_CODES.filter((code) => !causedByAws.includes(code))];
    expect([...(await fuzz(ROUTE_IDS, 2_000, 20261124))].toSorted()).toEqual(expected.toSorted());
  });
});
