/** All but tabs and line breaks that a terminal obeys rather than shows, and what turns the direction of writing. */
const CONTROL = /(?![\n\t])[\p{Cc}\p{Bidi_Control}]/gu;
/** The same, but for the styles that a report has itself. */
const CONTROL_BUT_STYLES = new RegExp(`(?!\\u001b\\[(?:[12]|22|3[1369])m)${CONTROL.source}`, 'gu');

/** A text for a terminal, which shows what a template says and does nothing that it asks for: to clear the screen, say. */
export function printable(text: string, hasStyles = false): string {
  return text.replaceAll(hasStyles ? CONTROL_BUT_STYLES : CONTROL, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
