import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Contract } from '../../lib/domain/contract';
import { CONTRACT_IDS, CONTRACTS } from '../../lib/domain/contracts';

const ROUTES = path.resolve(__dirname, '../../lib/app/routes');
const sourceOf = (name: string) => readFileSync(path.join(ROUTES, `${name}.ts`), 'utf8');

/** The code of each function that several routes refuse by. */
const SHARED = new Map(
  [...sourceOf('problems').matchAll(/export function (\w+)\([\s\S]*?\): Problem<'(\w+)'>/g)].map(([, name, code]) => [
    name,
    code,
  ]),
);
const CALLS = new RegExp(`problem\\(\\s*'(\\w+)'|\\b(${[...SHARED.keys()].join('|')})\\(`, 'g');

/** What a route's own code calls to refuse with, and to read what it takes. */
function writtenOf(name: string) {
  const source = sourceOf(name);
  const codes = [...source.matchAll(CALLS)].map(([, code, shared]) => code ?? SHARED.get(shared));
  const takes = Object.entries({
    body: /\bbodyOf\(/,
    query: /\b(?:queryOf|pageOf)\(/,
    'idempotency-key': /\bidempotencyKeyOf\(/,
    'if-match': /\bseenVersionOf\(/,
  }).flatMap(([what, call]) => (call.test(source) ? [what] : []));
  return { codes: [...new Set(codes)].toSorted(), takes: takes.toSorted() };
}

describe('a contract lists what the code of its route can refuse with and takes, and nothing that it never does', () => {
  it.each(CONTRACT_IDS)('%s', (id) => {
    const { problems, headers = {}, body, query }: Contract = CONTRACTS[id];
    const takes = [...(body ? ['body'] : []), ...(query ? ['query'] : []), ...Object.keys(headers)];
    expect(writtenOf(id)).toEqual({ codes: problems.toSorted(), takes: takes.toSorted() });
  });
});
