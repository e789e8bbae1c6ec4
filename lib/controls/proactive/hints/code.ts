import { UNKNOWN_STRETCH } from '../../../assembly/text';
import { isImpersonal } from '../../../domain/impersonal-services';
import { arnHint, arnsIn } from './arns';
import { hostHint, hostsIn } from './hosts';
import { canNameAPlace, type Hint } from './reading';
import type { Surroundings } from './surroundings';
import { poolHint, profileHint, regionsHint } from './words';

/** A text that code has between quotes, with the code before and behind it. */
interface Quoted {
  readonly text: string;
  readonly before: string;
  readonly after: string;
}

/** Whether a variable of the environment has a value when the code runs. */
export type IsSet = (variable: string) => boolean;

/**
 * What a piece of code names abroad: in texts that it passes on, not in comments, comparisons, tables' keys, or fall-backs of
 * variables that are set.
 */
export function codeHint(code: string, surroundings: Surroundings, isSet: IsSet): Hint | undefined {
  for (const quoted of quotedIn(code)) {
    if (!canNameAPlace(quoted.text) || isMention(quoted, isSet) || isForImpersonal(quoted, code)) continue;
    const hint = quotedHint(quoted.text, surroundings);
    if (hint !== undefined) return hint;
  }
  return undefined;
}

/** What an expression of JSONata names abroad, as state machines have them; there one equals sign compares. */
export function expressionHint(expression: string, surroundings: Surroundings): Hint | undefined {
  return codeHint(expression.replaceAll(/(?<![:<>!=~])=(?!=)/gu, '=='), surroundings, () => true);
}

function quotedHint(text: string, surroundings: Surroundings): Hint | undefined {
  for (const arn of arnsIn(text)) {
    const hint = arnHint(arn, surroundings);
    if (hint !== undefined) return hint;
  }
  for (const host of hostsIn(text)) {
    const hint = hostHint(host, surroundings);
    if (hint !== undefined) return hint;
  }
  const hint = poolHint(text, surroundings) ?? profileHint(text, surroundings);
  if (hint !== undefined || /\s/u.test(text)) return hint;
  return regionsHint(text, surroundings) ?? nameHint(text, surroundings);
}

function nameHint(text: string, { bucketHint }: Surroundings): Hint | undefined {
  const name = text.replace(/^s3:\/\//u, '').split('/')[0] ?? '';
  return /^[\w.${}-]+$/u.test(name.replaceAll(UNKNOWN_STRETCH, '')) && !/^[\w.]+$/u.test(name)
    ? bucketHint(name)
    : undefined;
}

const COMPARED =
  /(?:[=!]==?|\bin\s*(?:[[({]\s*(?:(?:'[^']*'|"[^"]*")\s*,\s*)*)?|\bcase|\bnot in|(?:starts|ends)_?with\(|includes\(|indexOf\(|\.test\()\s*$/iu;
/** What follows a text that something is compared with: `'us-east-1' == region`, `['us-east-1'].includes(region)`. */
const COMPARED_AFTER =
  /^\s*(?:[=!]==?|(?:not\s+)?in\b|(?:,\s*(?:'[^']*'|"[^"]*")\s*)*,?\s*\]\s*\)?\s*\.\s*(?:includes|indexOf|has)\()/u;
/** What stands for a variable of the environment that is not set. */
const FALL_BACK =
  /(?:env(?:iron)?(?:\.get)?[.([]{1,2}['"]?|getenv\(\s*['"])(\w*region\w*)['"]?[\])]*\s*(?:,|\|\||\?\?|or)\s*$/iu;
/** Set wherever Lambda runs code: https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html */
const ALWAYS_SET = /^AWS_(?:DEFAULT_)?REGION$/u;
const CLIENT = /(?:client|resource)\(\s*['"]([\w-]+)['"][^()]*$|new\s+(?:[\w.]+\.)?(\w+?)(?:Client)?\(\s*\{?[^()]*$/u;

/** Whether code only speaks of a place: compares with it, looks something up by it, or asks there for nothing personal. */
function isMention({ before, after }: Quoted, isSet: IsSet): boolean {
  const [, variable] = FALL_BACK.exec(before) ?? [];
  if (variable !== undefined) return ALWAYS_SET.test(variable) || isSet(variable);
  if (COMPARED.test(before) || COMPARED_AFTER.test(after)) return true;
  if (/[{,]\s*$/u.test(before) && /^\s*:/u.test(after)) return true;
  const [, python, javascript] = CLIENT.exec(before) ?? [];
  return isImpersonal(python ?? javascript ?? '') || servicesBeside(before, after).some(isImpersonal);
}

/** What the call around a text names as a service, first or after a comma: `client_of(account, "budgets", "us-east-1")`. */
function servicesBeside(before: string, after: string): string[] {
  const call = `${/\([^()]*$/u.exec(before)?.[0] ?? ''}''${/^[^()]*\)/u.exec(after)?.[0] ?? ''}`;
  return [...call.matchAll(/[(,]\s*(?:service\w*\s*=\s*)?['"]([\w-]+)['"](?=\s*[,)])/gu)].map(([, name = '']) => name);
}

const ASSIGNED = /(?:^|[\s;])(\w+)\s*=\s*\[?\s*$/u;

/** Whether a text is a constant with which only services are called that carry nothing of a person: `REGION = 'us-east-1'`. */
function isForImpersonal({ before }: Quoted, code: string): boolean {
  const [, name] = ASSIGNED.exec(before) ?? [];
  if (name === undefined) return false;
  const calls = [...code.matchAll(new RegExp(`\\b${name}\\b(?!\\s*=[^=])`, 'gu'))].map(({ index }) => {
    const [start, end] = [Math.max(0, index - 200), index + name.length];
    return servicesBeside(code.slice(start, index), code.slice(end, end + 80));
  });
  return calls.length > 0 && calls.every((services) => services.some(isImpersonal));
}

/** The texts between quotes, comments left aside. */
function* quotedIn(code: string): Generator<Quoted> {
  const hasHashComments = !/\b(?:const|let|var)\s|=>|require\(/u.test(code);
  let start = 0;
  for (let at = 0; at < code.length; ) {
    const rest = code.slice(at, at + 3);
    const comment = commentAt(code, at, hasHashComments);
    if (comment !== undefined) {
      at = comment;
      start = at;
    } else if (/^["'`]/u.test(rest)) {
      const quote = rest === '"""' || rest === "'''" ? rest : rest.charAt(0);
      const end = endOfQuoted(code, at + quote.length, quote);
      const text = code.slice(at + quote.length, end);
      const before = code.slice(Math.max(start, at - 200), at);
      // A text that is a statement of its own documents what follows.
      const isDocumentation = quote.length === 3 && /(?:^|\n|:)\s*$/u.test(before);
      if (!isDocumentation) yield { text, before, after: code.slice(end + quote.length, end + quote.length + 80) };
      at = end + quote.length;
    } else at += 1;
  }
}

/** Where a comment that begins here ends. */
function commentAt(code: string, at: number, hasHashComments: boolean): number | undefined {
  const [first, second] = [code[at], code[at + 1]];
  const endOf = (text: string) => {
    const end = code.indexOf(text, at);
    return end === -1 ? code.length : end + text.length;
  };
  if (hasHashComments) return first === '#' ? endOf('\n') : undefined;
  if (first !== '/') return undefined;
  if (second === '/') return endOf('\n');
  return second === '*' ? endOf('*/') : undefined;
}

function endOfQuoted(code: string, from: number, quote: string): number {
  for (let at = from; at < code.length; at += 1) {
    if (code[at] === '\\') at += 1;
    else if (code.startsWith(quote, at)) return at;
    // A quote that is not closed on its line is an apostrophe.
    else if (code[at] === '\n' && quote.length === 1 && quote !== '`') return at;
  }
  return code.length;
}
