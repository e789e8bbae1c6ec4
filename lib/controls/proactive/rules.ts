import type {
  AbsenceSelector,
  Destination,
  DestinationSelector,
  FlagSelector,
  FunctionRule,
  Place,
  PresenceSelector,
  RestSelector,
  Rule,
  Selector,
} from '../../catalogue/channel';
import type { Violation } from '../../domain/finding';
import type { Claims } from './hints/claims';
import type { Sighting } from './hints/search';
import type { TemplateResource } from './resource';

/** What a rule finds wrong with a resource. */
export function violationsOf(rule: Rule, resource: TemplateResource, claims: Claims): readonly Violation[] {
  if (rule.kind === 'function') return isFunctionAtHome(rule, resource) ? NONE : rule.violations(resource);
  const violations = rule.kind === 'rest' ? resource.searchRest(claims).map(sighted) : selected(rule, resource);
  const { severity } = rule;
  return severity === undefined ? violations : violations.map((found) => ({ ...found, severity }));
}

const NONE: readonly Violation[] = [];

function isFunctionAtHome({ paths, destinations: kind }: FunctionRule, resource: TemplateResource): boolean {
  return kind !== undefined && paths.every((path) => resource.isAtHome({ path, kind }));
}

const SEARCHES: ReadonlySet<Rule['kind']> = new Set(['rest', 'policy', 'text']);

/** Whether a rule looks for what names a place, and finds nothing where nothing does. */
export function isSearch({ kind }: Rule): boolean {
  return SEARCHES.has(kind);
}

function selected(selector: Exclude<Selector, RestSelector>, resource: TemplateResource): readonly Violation[] {
  switch (selector.kind) {
    case 'policy':
      return resource.findRaw(selector).places.flatMap((place) => resource.search(place).map(sighted));
    case 'flag':
      return flagViolations(selector, resource);
    case 'presence':
      return presenceViolations(selector, resource);
    case 'absence':
      return absenceViolations(selector, resource);
    case 'region':
    case 'arn':
    case 'bucket':
    case 'endpoint':
    case 'zone':
    case 'key':
    case 'model':
    case 'account':
    case 'text':
    case 'code':
    case 'script':
      return destinationViolations(selector, resource);
    default:
      return selector satisfies never;
  }
}

function destinationViolations(selector: DestinationSelector, resource: TemplateResource): readonly Violation[] {
  if (resource.isAtHome(selector)) return NONE;
  return resource.find(selector).places.flatMap((place) => {
    const { reach, ...destination } = place.destination(selector.kind);
    if (reach === 'home' || (reach === 'unknown' && passesUnknown(selector, destination))) return [];
    return [violation(place, { ...destination, reach })];
  });
}

function passesUnknown({ onlyAbroad, passesUnnamed }: DestinationSelector, { isUnnamed }: Omit<Destination, 'reach'>) {
  return onlyAbroad === true || (passesUnnamed === true && isUnnamed === true);
}

function flagViolations(selector: FlagSelector, resource: TemplateResource): readonly Violation[] {
  if (resource.isClosed(selector)) return NONE;
  const { places, missing } = resource.find(selector);
  const { reach, because } = selector;
  const found = places.flatMap((place): Violation[] => {
    const answer = selector.opens === undefined ? place.canBeOther(selector.closes) : place.canBe(selector.opens);
    if (answer === 'no') return [];
    const { value, ...destination } = place.destination('region');
    if (answer === 'yes') return [violation(place, { reach, value, because })];
    return [violation(place, { ...destination, reach: 'unknown', value })];
  });
  if (selector.opensWhenAbsent !== true) return found;
  return [...found.filter(({ path }) => !missing.includes(path)), ...missing.map((path) => absent(path, selector))];
}

function presenceViolations(selector: PresenceSelector, resource: TemplateResource): Violation[] {
  const { path, reach, because } = selector;
  if (path === '') return [{ path, destination: undefined, reach, value: resource.type, because }];
  return resource
    .find(selector)
    .places.map((place) => violation(place, { reach, value: place.destination('region').value, because }));
}

function absenceViolations(selector: AbsenceSelector, resource: TemplateResource): Violation[] {
  return resource.find(selector).missing.map((path) => absent(path, selector));
}

function sighted({ node, via, ...sighting }: Sighting): Violation {
  return { destination: node, reach: 'abroad', ...sighting, ...(via.length > 0 && { via }) };
}

function absent(path: string, { reach, because }: Pick<AbsenceSelector, 'reach' | 'because'>): Violation {
  return { path, destination: undefined, reach, value: 'nothing', because };
}

function violation({ path, value }: Place, destination: Destination & Pick<Violation, 'reach'>): Violation {
  const { isUnnamed: _, ...rest } = destination;
  return { path, destination: value, ...rest };
}
