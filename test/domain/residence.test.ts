import {
  COUNTRIES,
  ELSEWHERE,
  EUROPEAN_ECONOMIC_AREA,
  EUROPEAN_UNION,
  EUROPEAN_UNION_TERRITORIES,
} from '../../lib/domain/countries';
import { assignmentOf } from '../../lib/domain/residence';

describe('the assignment of a country of residence', () => {
  it('puts the Union, its territories and the EEA into eu, mainland China nowhere, and the rest into international', () => {
    const assigned = (kind: string) =>
      COUNTRIES.filter((country) => {
        const assignment = assignmentOf(country);
        return (assignment.kind === 'jurisdiction' ? assignment.jurisdiction : assignment.kind) === kind;
      });
    expect(assigned('eu')).toEqual([...EUROPEAN_UNION, ...EUROPEAN_UNION_TERRITORIES, ...EUROPEAN_ECONOMIC_AREA]);
    expect(assigned('served-elsewhere')).toEqual(['CN']);
    expect(assigned('international')).toEqual(ELSEWHERE);
  });

  it.each(['HK', 'MO', 'TW', 'GB', 'CH', 'SG', 'US', 'XK'])('puts %s into international', (country) => {
    expect(assignmentOf(country)).toEqual({ kind: 'jurisdiction', jurisdiction: 'international' });
  });

  it('refuses mainland China with its reason', () => {
    expect(assignmentOf('CN')).toEqual({
      kind: 'served-elsewhere',
      reason: 'people who live in mainland China are served by another service, operated there under its own terms',
    });
  });

  it.each(['', 'nl', 'EU', 'ZZ', 'constructor', '__proto__'])("knows no country '%s'", (country) => {
    expect(assignmentOf(country)).toEqual({ kind: 'unknown-country' });
  });
});
