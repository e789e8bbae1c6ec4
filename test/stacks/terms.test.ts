import { readFileSync } from 'node:fs';
import path from 'node:path';
import { cellOf } from '../../lib/app/cell';
import { locateData } from '../../lib/app/use-cases/locate-data';
import { STACK_KINDS, stackName } from '../../lib/domain/cell';
import { JURISDICTION_IDS, JURISDICTIONS, type JurisdictionId } from '../../lib/domain/jurisdictions';
import type { DeclaredStore } from '../../lib/domain/personal-stores';
import { STORE_METADATA } from '../../lib/domain/store-class';
import { assemblyText } from '../support/assembly';

type Metadata = Readonly<Record<string, readonly { readonly type: string; readonly data: unknown }[]>>;

/** The classes of a cell's stores of personal data, as `GET /me/location` puts them into words. */
function personalStoresOf(jurisdiction: JurisdictionId) {
  const declared = STACK_KINDS.flatMap((kind) =>
    Object.values(JSON.parse(assemblyText(`${stackName(jurisdiction, kind)}.metadata.json`)) as Metadata)
      .flat()
      .flatMap(({ type, data }) => (type === STORE_METADATA ? [data as DeclaredStore] : [])),
  );
  return locateData(cellOf(jurisdiction), declared).stores.filter(({ personal }) => personal === true);
}

function textOf(jurisdiction: JurisdictionId): string {
  const { version } = JURISDICTIONS[jurisdiction].terms;
  return readFileSync(path.join('lib', 'app', 'terms', jurisdiction, `${version}.md`), 'utf8');
}

/** First and last column of the table of what is kept. */
function rowsOf(jurisdiction: JurisdictionId): (readonly [string, string])[] {
  const rows = textOf(jurisdiction).matchAll(/^\| (.+?) \|.*\| (.+?) \|$/gm);
  return [...rows].map(([, what = '', howLong = '']) => [what, howLong] as const).slice(1);
}

describe.each(JURISDICTION_IDS)('the terms of %s', (jurisdiction) => {
  it('list every store of personal data that the stacks have, with its retention, and no other', () => {
    const stores = personalStoresOf(jurisdiction).map(({ holds, howLong }) => [holds, howLong]);
    const rows = rowsOf(jurisdiction).filter(([what]) => what !== '---');
    expect(rows.toSorted()).toEqual(stores.toSorted());
  });
});

it('the terms of eu name the basis that the class of each store names', () => {
  const lines = textOf('eu').split('\n');
  const named = personalStoresOf('eu').map(({ holds, legalBasis }) => {
    const line = lines.find((one) => one.startsWith(`| ${holds} |`)) ?? '';
    return { holds, legalBasis: line.includes(`: ${legalBasis} (`) ? legalBasis : line };
  });
  expect(named).toEqual(personalStoresOf('eu').map(({ holds, legalBasis }) => ({ holds, legalBasis })));
});
