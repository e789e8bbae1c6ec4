import type { Violation } from '../domain/finding';
import type { FunctionRule } from './channel';

/**
 * A rule for what names no destination itself, and from then on lets data be copied to any region: a global cluster, a
 * multi-region key. With one region allowed there is no use for it. With more there is, and each copy is judged where it is
 * made: then it is only pointed out.
 *
 * @param path the property that opens the channel by being there, or empty where the resource itself does
 * @param because as the middle of a sentence
 */
export function openToAnyRegion(types: FunctionRule['types'], path: string, because: string): FunctionRule {
  return {
    kind: 'function',
    types,
    paths: [path],
    violations: ({ places, allowed, type }) =>
      places(path).flatMap((place): Violation[] => {
        // CloudFormation takes an empty identifier for none.
        if (path !== '' && place.canBeOther(['']) === 'no') return [];
        const value = path === '' ? type : place.destination('region').value;
        return [
          {
            path: place.path,
            destination: place.value,
            reach: 'unknown',
            value,
            because,
            ...(allowed.length > 1 && { severity: 'info' }),
          },
        ];
      }),
  };
}
