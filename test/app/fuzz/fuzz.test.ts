import { ROUTE_IDS } from '../../../lib/domain/routes';
import { fuzz } from '../support/fuzz';

// A taste on every run; the slow tier has the meal.
it('answers whatever is sent, and neither repeats nor logs it', async () => {
  expect(await fuzz(ROUTE_IDS, 60)).not.toContain('internal_error');
});
