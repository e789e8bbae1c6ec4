import { main } from '../../../lib/cli/program';
import { type Files, inFolder, within } from '../../support/folder';

/** The day on which every run of these tests takes place. */
export const TODAY = '2026-11-24';

/** Runs the command line in the working directory. */
export function run(...words: readonly string[]) {
  const results: string[] = [];
  const messages: string[] = [];
  const output = { result: (text: string) => results.push(text), message: (line: string) => messages.push(line) };
  const code = main(words, output, TODAY);
  return { code, result: results.join(''), messages };
}

/** Runs the command line in a folder with these files. */
export function runIn(files: Files, ...words: readonly string[]) {
  return inFolder(files, (folder) => within(folder, () => run(...words)));
}
