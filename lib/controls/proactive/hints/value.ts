import { hostsIn } from './hosts';
import { canNameAPlace, type Hint } from './reading';
import { placeHint, scriptHint } from './script';
import type { Surroundings } from './surroundings';
import { regionsHint } from './words';

/** Keys under which stands what is said of something, or what is looked for or refused, and not where anything goes. */
const SAID = [
  /^(?:\$schema|enum|pattern|(?:x-)?examples?|allowed_?values|projection\..*)$/iu,
  /(?:denied|deny|blocked|block|banned|forbidden|disallowed|excluded?|ignored?|not_?allowed)_?(?:aws_?)?regions?$/iu,
  /^(?:[Nn]ot_?(?:[Rr]esources?|[Aa]ctions?|[Pp]rincipals?)|[Ee]xclu(?:de|ded|des|sions?)(?:[_A-Z]\w*)?)$/u,
  /(?:comment|description|documentation|note|title|summary|label|tag|markdown|metadata)s?$/iu,
  /^(?:string(?:not)?(?:equals|like|matches|lessthan|greaterthan).*|event_?pattern|filter_?(?:pattern|policy|criteria))$/iu,
];

/** Keys of code, and of where it is kept: that may be anywhere. `QS…` are those of AWS's Quick Starts. */
const OF_CODE =
  /^(?:QS\w+|image|image_?uri|--(?:extra|additional)-\w+|\w*(?:code|artifact|asset|template|package|layer|script)s?_?(?:s3_?)?(?:bucket|location|uri|url|prefix|key|region|path)\w*)$/iu;

/** Keys of where a service is asked that carries nothing of a person: `ACM_REGION`, `pricingRegion`. */
const OF_IMPERSONAL =
  /^(?:aws_?)?(?:acm|cert(?:ificate)?s?|ce|cost_?explorer|cur|pricing|cloud_?front|waf(?:v2)?|route_?53|iam|organizations?|global_?accelerator|ecr(?:_?public)?)_?region$/iu;

/** Whether what stands under a key only speaks of things, is code, or is where nothing of a person goes. */
export function isOnlySaid(key: string): boolean {
  return SAID.some((pattern) => pattern.test(key)) || OF_CODE.test(key) || OF_IMPERSONAL.test(key);
}

/** Keys of what something calls itself, or is told apart by. */
const CALLS_ITSELF =
  /(?:name|prefix|suffix|alias|template|id|identifier|namespace|stage|version|release|tenant|project|app|application|service|environment)$|(?:^|_)(?:env|log_\w+|stack)$/iu;

/**
 * Where a name that carries a region gives it away: only names of buckets, for others are looked up in the region of the
 * call; names of whatever is copied to or kept, where code decides what becomes of them; or any, as code is given them.
 */
export type NamesCount = 'of buckets' | 'of what is kept' | 'of anything';

const COUNTS = {
  'of buckets': /bucket|s3|uri$|url$/iu,
  'of what is kept':
    /bucket|s3|destination|replica|mirror|backup|archive|cop(?:y|ies)|target|location|uri$|url$|endpoint|host/iu,
  'of anything': /^/u,
} as const satisfies Readonly<Record<NamesCount, RegExp>>;

/** A text of several lines is read like a script: what brings code from elsewhere carries nothing there. */
function written(text: string, surroundings: Surroundings): Hint | undefined {
  return text.includes('\n') ? scriptHint(text, surroundings) : placeHint(text, surroundings);
}

const IS_CONSOLE = /\bconsole\.aws\.amazon\.com\b/u;

/** What a value names abroad. */
export function valueHint(
  value: string,
  { key, namesCount }: { readonly key: string; readonly namesCount: NamesCount },
  surroundings: Surroundings,
): Hint | undefined {
  if (isOnlySaid(key)) return undefined;
  const text = value.trim();
  if (namesCount === 'of anything' && surroundings.bucketsAbroad.has(text)) return surroundings.bucketHint(text);
  if (!canNameAPlace(value)) return undefined;
  const isOwnName = CALLS_ITSELF.test(key) && !/region|bucket_?name|domain_?name/iu.test(key);
  const hint = (isOwnName ? undefined : regionsHint(text, surroundings)) ?? written(text, surroundings);
  if (hint !== undefined || isOwnName || /[\s"'<>,;|]|^arn:/u.test(text)) return hint;
  if (!COUNTS[namesCount].test(key) || hostsIn(text).length > 0 || IS_CONSOLE.test(text)) return undefined;
  return surroundings.bucketHint(text.replace(/^\w+:\/\//u, '').split('/')[0] ?? '');
}
