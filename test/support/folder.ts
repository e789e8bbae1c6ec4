import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Contents of files by their path; a value is written as JSON, a function is told the folder first. */
export type Files = Readonly<Record<string, unknown>>;

/** A folder with these files, for as long as `use` runs. */
export function inFolder<Result>(files: Files, use: (folder: string) => Result): Result {
  const folder = mkdtempSync(path.join(tmpdir(), 'domicile-'));
  try {
    writeFiles(folder, files);
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same for many, one after another in one folder: to take away a folder takes longer than most of what is done in it. */
export function eachInFolder<Item, Result>(
  items: readonly Item[],
  filesOf: (item: Item) => Files,
  use: (folder: string, item: Item) => Result,
): Result[] {
  return inFolder({}, (folder) =>
    items.map((item) => {
      writeFiles(folder, filesOf(item));
      const result = use(folder, item);
      for (const name of readdirSync(folder)) rmSync(path.join(folder, name), { recursive: true });
      return result;
    }),
  );
}

function writeFiles(folder: string, files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    const value: unknown = typeof content === 'function' ? content(folder) : content;
    writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value));
  }
}

/** A cloud assembly's manifest. */
export function manifestOf(
  stacks: Readonly<
    Record<
      string,
      { readonly region: string; readonly file?: string; readonly parameters?: Readonly<Record<string, string>> }
    >
  >,
  more: Readonly<Record<string, unknown>> = {},
) {
  const artifacts = Object.entries(stacks).map(([id, { region, file, parameters }]) => [
    id,
    {
      type: 'aws:cloudformation:stack',
      environment: `aws://111122223333/${region}`,
      properties: { templateFile: file ?? `${id}.template.json`, stackName: id, ...(parameters && { parameters }) },
      displayName: id,
    },
  ]);
  return { version: '55.0.0', artifacts: { ...Object.fromEntries(artifacts), ...more } };
}

/** Runs in a folder, so that messages name files as they were given. */
export function within<Result>(folder: string, use: () => Result): Result {
  const before = process.cwd();
  process.chdir(folder);
  try {
    return use();
  } finally {
    process.chdir(before);
  }
}
