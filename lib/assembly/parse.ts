import { InputError } from '../domain/errors';
import { repeatedKey } from './repeated-keys';
import { isMap, type JsonMap, type Template } from './template';
import { type OnRepeated, parseYaml, refuse } from './yaml';

/**
 * A JSON or YAML text as a map.
 *
 * @throws InputError naming the file, and the line where the text is broken
 */
export function parseMap(text: string, file: string, onRepeated: OnRepeated = refuse): JsonMap {
  if (text.includes('\u0000')) {
    throw new InputError('NotText', `'${file}' is a binary file; name a template in JSON or YAML`);
  }
  const clean = text.replace(/^\uFEFF/u, '');
  if (clean.trim() === '') {
    throw new InputError('EmptyFile', `'${file}' is empty; name a template in JSON or YAML`);
  }
  const value = clean.trimStart().startsWith('{')
    ? parseJson(clean, file, onRepeated)
    : parseYaml(clean, file, onRepeated);
  if (isMap(value)) return value;
  const found = Array.isArray(value) ? 'a list' : 'a single value';
  throw new InputError('NotATemplate', `'${file}' holds ${found}, but a template is a map with 'Resources'`);
}

/** @throws InputError where there is no map of resources */
export function asTemplate(map: JsonMap, file: string): Template {
  if (isMap(map['Resources'])) return map as JsonMap & Template;
  throw new InputError('NotATemplate', `'${file}' has no map of 'Resources'; name a CloudFormation template`);
}

/** @throws InputError naming the line where the text is broken */
export function parseJson(text: string, file: string, onRepeated: OnRepeated = refuse): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const { message } = cause as Error;
    const what = message.replace(/ (?:(?:in|after) JSON at position \d|of JSON input|is not valid JSON).*$/su, '');
    const at = lineAndColumn(text, positionIn(message) ?? firstWrong(text));
    throw new InputError(
      'BrokenJson',
      `'${file}' is no JSON at ${at}: ${lowerCased(what.replace(/, (?:\.{3})?".*$/su, ''))}`,
      { cause },
    );
  }
  const repeated = repeatedKey(text, value);
  if (repeated !== undefined) {
    const at = lineAndColumn(text, repeated.position);
    onRepeated(
      new InputError('BrokenJson', `'${file}' is no JSON at ${at}: '${repeated.key}' stands twice in one map`),
    );
  }
  return value;
}

function positionIn(message: string): number | undefined {
  const position = /position (\d+)/u.exec(message)?.[1];
  return position === undefined ? undefined : Number(position);
}

/**
 * Where a text stops being the beginning of JSON, which Node 20 does not say of a wrong token. Found by halving: what
 * comes before it only ends too early.
 */
function firstWrong(text: string): number {
  let [right, wrong] = [0, text.length + 1];
  while (wrong - right > 1) {
    const middle = Math.floor((right + wrong) / 2);
    if (endsTooEarly(text.slice(0, middle))) right = middle;
    else wrong = middle;
  }
  return Math.min(right, text.length);
}

function endsTooEarly(beginning: string): boolean {
  try {
    JSON.parse(beginning);
    return true;
  } catch (error) {
    const { message } = error as Error;
    return /end of JSON|^Unterminated string/u.test(message) || positionIn(message) === beginning.length;
  }
}

function lineAndColumn(text: string, position: number): string {
  const before = text.slice(0, position).split('\n');
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}

function lowerCased(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/u, '');
}
