import type {
  Destination,
  DestinationSelector,
  FlagSelector,
  Place,
  PresenceSelector,
  Rule,
} from '../../catalogue/channel';
import type { Violation } from '../../domain/finding';
import type { TemplateResource } from './resource';

/** What a rule finds wrong with a resource. */
export function violationsOf(rule: Rule, resource: TemplateResource): readonly Violation[] {
  switch (rule.kind) {
    case 'function':
      return rule.violations(resource);
    case 'flag':
      return flagViolations(rule, resource);
    case 'presence':
      return presenceViolations(rule, resource);
    case 'region':
    case 'arn':
    case 'bucket':
    case 'endpoint':
      return destinationViolations(rule, resource);
    default:
      return rule satisfies never;
  }
}

function destinationViolations(selector: DestinationSelector, resource: TemplateResource): Violation[] {
  return resource.find(selector.path, selector.unless).places.flatMap((place) => {
    const { reach, ...destination } = place.destination(selector.kind);
    if (reach === 'home' || (reach === 'unknown' && selector.onlyAbroad === true)) return [];
    return [violation(place, { ...destination, reach })];
  });
}

function flagViolations(selector: FlagSelector, resource: TemplateResource): Violation[] {
  const { places, canBeAbsent } = resource.find(selector.path, selector.unless);
  const { reach, because } = selector;
  const found = places.flatMap((place): Violation[] => {
    const answer = place.canBe(selector.opens);
    if (answer === 'no') return [];
    const { value, ...destination } = place.destination('region');
    if (answer === 'yes') return [violation(place, { reach, value, because })];
    return [violation(place, { ...destination, reach: 'unknown', value })];
  });
  if (selector.opensWhenAbsent !== true || (places.length > 0 && !canBeAbsent)) return found;
  const absent = { path: selector.path, destination: undefined, reach, value: 'nothing', because };
  return [...found.filter(({ path }) => path !== selector.path), absent];
}

function presenceViolations(
  { path, unless, reach, because }: PresenceSelector,
  resource: TemplateResource,
): Violation[] {
  if (path === '') return [{ path, destination: undefined, reach, value: resource.type, because }];
  return resource
    .find(path, unless)
    .places.map((place) => violation(place, { reach, value: place.destination('region').value, because }));
}

function violation({ path, value }: Place, destination: Destination & Pick<Violation, 'reach'>): Violation {
  return { path, destination: value, ...destination };
}
