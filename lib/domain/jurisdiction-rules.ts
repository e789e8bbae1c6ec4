import { COUNTRIES, SERVED_ELSEWHERE } from './countries';
import { ConfigurationError } from './errors';
import { FEATURE_IDS, type Feature, flowsLeaving } from './features';
import { isRegion, REGIONS } from './regions';

/** A jurisdictions table as it may come from a file or a test: nothing about its values is certain yet. */
export type UncheckedTable = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const ACCOUNT = /^\d{12}$/;
const VARIABLE = /^[A-Z][A-Z0-9_]*$/;
const LANGUAGE = /^[a-z]{2}$/;
const SHA256 = /^[0-9a-f]{64}$/;
const ID = /^[a-z][a-zA-Z]*$/;

/**
 * Checks a whole table and says all that is wrong with it at once.
 *
 * @throws ConfigurationError `InvalidJurisdictions`, one line for each problem, each naming entry and field
 */
export function assertJurisdictions(table: UncheckedTable): void {
  const problems = jurisdictionProblems(table);
  if (problems.length > 0) {
    throw new ConfigurationError(
      'InvalidJurisdictions',
      `the jurisdictions table is wrong:\n  ${problems.join('\n  ')}`,
    );
  }
}

/** Each problem of a table, in the order of its entries. An empty list means that cells can be derived from it. */
export function jurisdictionProblems(table: UncheckedTable): string[] {
  const entries = Object.entries(table);
  if (entries.length === 0) return ['the table is empty; add at least one jurisdiction'];
  return [
    ...entries.flatMap(([id, entry]) => entryProblems(id, entry)),
    ...regionsUsedTwice(entries),
    ...countriesNotInOnePlace(entries),
  ];
}

/**
 * The AWS account of a cell: what the environment names, or the documentation account so that a clean clone synthesizes.
 *
 * @throws ConfigurationError `MalformedAccount` when the variable is set to anything but twelve digits
 */
export function accountOf(
  entry: { readonly account: { readonly variable: string; readonly whenUnset: string } },
  environment: Readonly<Record<string, string | undefined>>,
): string {
  const account = environment[entry.account.variable] ?? entry.account.whenUnset;
  if (!ACCOUNT.test(account)) {
    throw new ConfigurationError(
      'MalformedAccount',
      `${entry.account.variable} is '${account}', but an AWS account id has twelve digits; correct or unset it`,
    );
  }
  return account;
}

function entryProblems(id: string, entry: Readonly<Record<string, unknown>>): string[] {
  const problems: string[] = [];
  const report = (field: string, problem: string) => problems.push(`'${id}.${field}' ${problem}`);

  if (!ID.test(id))
    problems.push(`'${id}' is no usable id; use letters only, the first one small: it becomes part of stack names`);
  for (const field of ['name', 'law', 'location'])
    if (!isText(entry[field])) report(field, `is ${show(entry[field])}; write a sentence that a person understands`);
  for (const field of ['name', 'address', 'contact']) {
    if (!isText(member(entry.controller, field)))
      report(
        `controller.${field}`,
        `is ${show(member(entry.controller, field))}; a person must know who is responsible`,
      );
  }
  const region = entry.homeRegion;
  if (typeof region !== 'string' || !isRegion(region)) {
    report(
      'homeRegion',
      `is ${show(region)}, which is no AWS region; there is no default, name one such as 'eu-central-1'`,
    );
  } else if (REGIONS[region].partition !== 'aws') {
    report(
      'homeRegion',
      `is '${region}' in the partition '${REGIONS[region].partition}'; cells run in the partition 'aws' only`,
    );
  }
  const variable = member(entry.account, 'variable');
  if (typeof variable !== 'string' || !VARIABLE.test(variable))
    report('account.variable', `is ${show(variable)}; name an environment variable such as 'DOMICILE_ACCOUNT_EU'`);
  const account = member(entry.account, 'whenUnset');
  if (typeof account !== 'string' || !ACCOUNT.test(account))
    report('account.whenUnset', `is ${show(account)}, but an AWS account id has twelve digits`);
  if (!isText(member(entry.terms, 'version')))
    report('terms.version', `is ${show(member(entry.terms, 'version'))}; nobody can be registered without terms`);
  if (!LANGUAGE.test(String(member(entry.terms, 'language'))))
    report('terms.language', `is ${show(member(entry.terms, 'language'))}; name it by ISO 639-1, such as 'en'`);
  if (!SHA256.test(String(member(entry.terms, 'sha256'))))
    report('terms.sha256', `is ${show(member(entry.terms, 'sha256'))}; write what 'sha256sum' says of the text`);
  for (const feature of FEATURE_IDS)
    for (const problem of featureProblems(feature, member(entry.features, feature), region))
      report(`features.${feature}`, problem);
  const days = member(entry.retention, 'erasureMarkDays');
  if (typeof days !== 'number' || !Number.isInteger(days) || days < 1)
    report('retention.erasureMarkDays', `is ${show(days)}; access tokens outlive anything shorter than one whole day`);
  if (!Array.isArray(entry.countries))
    report('countries', `is ${show(entry.countries)}; list ISO 3166-1 alpha-2 codes`);
  return problems;
}

function regionsUsedTwice(entries: readonly (readonly [string, Readonly<Record<string, unknown>>])[]): string[] {
  const first = new Map<unknown, string>();
  return entries.flatMap(([id, { homeRegion }]) => {
    const other = first.get(homeRegion);
    if (other === undefined) {
      first.set(homeRegion, id);
      return [];
    }
    return [
      `'${id}.homeRegion' is ${show(homeRegion)}, which is the home of '${other}' already; two jurisdictions cannot share a region`,
    ];
  });
}

function countriesNotInOnePlace(entries: readonly (readonly [string, Readonly<Record<string, unknown>>])[]): string[] {
  const problems: string[] = [];
  const place = new Map<string, string>(Object.keys(SERVED_ELSEWHERE).map((country) => [country, 'SERVED_ELSEWHERE']));
  const known = new Set<unknown>(COUNTRIES);
  for (const [id, { countries }] of entries) {
    for (const country of Array.isArray(countries) ? (countries as unknown[]) : []) {
      const other = place.get(String(country));
      if (!known.has(country))
        problems.push(`'${id}.countries' has ${show(country)}, which is no country of ISO 3166-1`);
      else if (other !== undefined)
        problems.push(
          `'${id}.countries' has '${String(country)}', which is in '${other}' already; a person has one home`,
        );
      else place.set(String(country), id);
    }
  }
  const nowhere = COUNTRIES.filter((country) => !place.has(country));
  if (nowhere.length > 0)
    problems.push(
      `no entry's 'countries' has ${nowhere.map(show).join(', ')}; put each into one entry, or into SERVED_ELSEWHERE with a reason`,
    );
  return problems;
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

/** What is limited still flows: only a feature that is off sends nothing. */
function featureProblems(feature: Feature, value: unknown, home: unknown): string[] {
  if (!isFeatureState(value)) return ["needs a state of 'on', 'limited' or 'off', the last two with a reason"];
  const state = member(value, 'state');
  if (state === 'off') return [];
  return flowsLeaving(feature, String(home)).map(
    ({ what, to, rests }) =>
      `is ${show(state)}, and sends ${what} to ${to}: that rests in '${rests}' and not in ${show(home)}; switch it off`,
  );
}

function isFeatureState(value: unknown): boolean {
  const state = member(value, 'state');
  return state === 'on' || ((state === 'off' || state === 'limited') && isText(member(value, 'reason')));
}

function show(value: unknown): string {
  return value === undefined ? 'missing' : `'${typeof value === 'string' ? value : JSON.stringify(value)}'`;
}
