import { leaks } from '../leaks/leaks';

const MINUTES = 60_000;

describe('every leak of the catalogue', () => {
  it(
    'is found in every spelling, and no compliant twin is reported',
    () => {
      const { scores, wrong, exclusions } = leaks();
      const whole = scores.map(({ spelling, leaks: all }) => ({
        spelling,
        leaks: all,
        found: all,
        twins: all,
        reported: 0,
      }));
      expect({ wrong, scores }).toEqual({ wrong: [], scores: whole });
      expect(exclusions.filter(({ why, carriers }) => why.length < 20 || carriers === 0)).toEqual([]);
    },
    10 * MINUTES,
  );
});
