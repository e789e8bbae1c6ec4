import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { manifestOf } from '../support/folder';
import { type Bare, dressed } from './dress';
import type { Labelled, Verdict } from './labelled';

/** A case as it is written in `cases/<area>.yaml`; what it leaves out comes from its family. */
interface Written {
  readonly id: string;
  readonly style: string;
  readonly channel: string;
  readonly region?: string;
  readonly allow?: readonly string[];
  readonly verdict: Verdict;
  readonly where: readonly string[];
  readonly why: string;
  readonly disputed?: string;
  /** A mapping is written as JSON, a text as it stands. */
  readonly template?: unknown;
  /** A file of `long/` in place of `template`. */
  readonly file?: string;
  /** `json` reads a text and writes it as JSON, `cdk` dresses that as the CDK does. */
  readonly as?: 'json' | 'cdk';
  /** The name that the checker is given, where a name matters. */
  readonly name?: string;
  /** What stands in the template's `<<slots>>`; an unfilled slot is empty. */
  readonly fill?: Readonly<Record<string, string>>;
  /** Stacks of the same assembly. */
  readonly siblings?: Readonly<Record<string, { readonly region: string; readonly template: unknown }>>;
  /** Further files, such as nested templates. */
  readonly beside?: Readonly<Record<string, unknown>>;
}

interface Family extends Partial<Written> {
  readonly cases?: readonly Partial<Written>[];
}

const FOLDER = __dirname;

export function readCorpus(): readonly Labelled[] {
  const folder = path.join(FOLDER, 'cases');
  return readdirSync(folder)
    .toSorted()
    .flatMap((name) => casesOf(path.basename(name, '.yaml'), readFileSync(path.join(folder, name), 'utf8')));
}

/** The cases that one file of families holds. */
export function casesOf(area: string, text: string): readonly Labelled[] {
  const families = parse(text, { maxAliasCount: 1000 }) as readonly Family[];
  return families.flatMap(({ cases, ...shared }) =>
    (cases ?? [{}]).map((one) => {
      const fill = { ...shared.fill, ...one.fill };
      return labelled(area, { ...shared, ...one, fill } as Written);
    }),
  );
}

function labelled(area: string, written: Written): Labelled {
  const { id, style, channel, region = 'eu-central-1', allow, verdict, where, why, disputed } = written;
  const label = { id, area, style, channel, region, allowedRegions: allow ?? [region], verdict, where, why };
  return { ...label, ...(disputed !== undefined && { disputed }), ...filesOf(written, region) };
}

function filesOf(written: Written, region: string): Pick<Labelled, 'files' | 'input'> {
  const template = templateOf(written);
  const beside = Object.fromEntries(
    Object.entries(written.beside ?? {}).map(([name, content]) => [name, textOf(content)]),
  );
  if ('manifest.json' in beside) return { files: { ...beside, 'template.json': template } };
  if (written.siblings === undefined) {
    const name = written.name ?? (template.trimStart().startsWith('{') ? 'template.json' : 'template.yaml');
    return { files: { ...beside, [name]: template }, input: name };
  }
  const siblings = Object.entries(written.siblings);
  const manifest = manifestOf({
    Main: { region, file: 'template.json' },
    ...Object.fromEntries(siblings.map(([name, stack]) => [name, { region: stack.region }])),
  });
  const others = siblings.map(([name, stack]) => [`${name}.template.json`, textOf(stack.template)]);
  return {
    files: { ...beside, 'template.json': template, ...Object.fromEntries(others), 'manifest.json': textOf(manifest) },
  };
}

function templateOf({ template, file, as, fill = {}, id }: Written): string {
  const text = file === undefined ? textOf(template) : readFileSync(path.join(FOLDER, 'long', file), 'utf8');
  const filled = text.replace(/<<(?<slot>[a-z]+)>>/gu, (_, slot: string) => fill[slot] ?? '');
  if (as === undefined) return filled;
  const value = parse(filled, { maxAliasCount: 1000 }) as Bare;
  return JSON.stringify(as === 'cdk' ? dressed(value, id) : value, null, 1);
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value, null, 1));
