/** Breaks a sentence into lines that are no longer than a width, where its words allow that. */
export function wrap(text: string, width: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join('\n');
}

/** What a report for a person is wide. */
export const WIDTH = 110;

/** A sentence in lines of that width, all of them indented. */
export function indented(text: string, indent: number): string {
  const space = ' '.repeat(indent);
  return space + wrap(text, WIDTH - indent).replaceAll('\n', `\n${space}`);
}
