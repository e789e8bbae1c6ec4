import { closest, didYouMean } from '../../lib/domain/closest';

const REGIONS = ['eu-central-1', 'eu-central-2', 'eu-north-1', 'us-east-1'];

describe('what somebody may have meant', () => {
  it.each([
    ['a letter left out', 'eu-centrl-1', ['eu-central-1', 'eu-central-2']],
    ['a letter changed', 'eu-nortj-1', ['eu-north-1']],
    ['letters put in', 'eu--north--1', ['eu-north-1']],
    ['something else', 'frankfurt', []],
    ['nothing', '', []],
  ])('is told for %s', (_, name, names) => {
    expect(closest(name, REGIONS)).toEqual(names);
  });

  it('may be further off where that is asked for', () => {
    expect(closest('eu-1', ['eu-north-1'], 6)).toEqual(['eu-north-1']);
  });

  it('is said only where there is something', () => {
    expect([didYouMean([]), didYouMean(['a', 'b'])]).toEqual(['', "; did you mean 'a'"]);
  });
});
