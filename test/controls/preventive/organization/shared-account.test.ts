import cases from '../../../policies/organization/shared-account.json';
import { ask, CELLS, controlsOf, type OrganizationCase } from '../../../support/organization';

const controls = controlsOf({
  account: '111111111111',
  cells: [
    { jurisdiction: 'eu', regions: ['eu-central-1'] },
    { jurisdiction: 'international', regions: ['ap-southeast-1'] },
  ],
});

describe('an account that both cells share', () => {
  it.each(cases as unknown as readonly (OrganizationCase & { readonly verdict: string })[])(
    '$principal $name: $verdict',
    async ({ verdict, ...one }) => {
      const [cell] = CELLS;
      expect(await ask(one, cell as NonNullable<typeof cell>, controls)).toBe(verdict);
    },
  );
});
