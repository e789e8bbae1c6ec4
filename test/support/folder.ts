import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
