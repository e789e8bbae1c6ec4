// What a run shows while it works: one line for each step, with the time it took. On a terminal the line of the step
// under way is rewritten in place; elsewhere a line is written when a step ends, and a sign of life every 15 seconds.

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const TITLE_WIDTH = 11;
/** Where a line ends that is no wider than it should be, and what the time and the mark take of it. */
const TIME_COLUMN = 92;
const TIME_WIDTH = 12;
/** Where the lines below a step are broken. */
const DETAIL_COLUMN = 104;
const SIGN_OF_LIFE_MS = 15_000;

/** @param {NodeJS.WriteStream} out */
export function createSteps(out) {
  const colours = out.isTTY && !process.env.NO_COLOR;
  const paint = (code, text) => (colours ? `\u001b[${code}m${text}\u001b[0m` : text);
  let repaint;

  const line = (text = '') => out.write(`${text}\n`);

  /**
   * Runs one step. `work` gets the step, and returns the words of its finished line.
   *
   * @param {string} title
   * @param {(step: { note(text: string): void, detail(text: string): void }) => Promise<string>} work
   */
  async function run(title, work) {
    const started = Date.now();
    const details = [];
    let note = '';
    const show = (mark, width) => row(mark, title, note, Date.now() - started, width);
    const beat = out.isTTY ? animate(show) : setInterval(() => line(show('…')), SIGN_OF_LIFE_MS);
    const end = () => {
      clearInterval(beat);
      if (out.isTTY) out.write('\r\u001b[2K');
      repaint = undefined;
    };
    try {
      note = await work({
        note(text) {
          note = text;
        },
        detail(text) {
          details.push(text);
        },
      });
      end();
      line(show(paint(32, '✓')));
      for (const detail of details.flatMap(wrapped)) line(paint(2, detail));
    } catch (error) {
      end();
      line(show(paint(31, '✗')));
      for (const detail of details.flatMap(wrapped)) line(detail);
      throw error;
    }
  }

  function animate(show) {
    let frame = 0;
    repaint = () => {
      frame += 1;
      out.write(`\r\u001b[2K${show(paint(36, FRAMES[frame % FRAMES.length]), out.columns || TIME_COLUMN)}`);
    };
    repaint();
    return setInterval(repaint, 100);
  }

  /** @param width what fits into a line that is rewritten: one that wraps could not be */
  function row(mark, title, words, elapsed, width = Number.POSITIVE_INFINITY) {
    const text = `${title.padEnd(TITLE_WIDTH)} ${words}`.padEnd(TIME_COLUMN - TIME_WIDTH);
    return `  ${mark} ${text.slice(0, Math.max(0, width - TIME_WIDTH))} ${paint(2, `${(elapsed / 1000).toFixed(1).padStart(5)} s`)}`;
  }

  return {
    run,
    line,
    /** Leaves the line of a step that was cut short. */
    interrupt: () => repaint && out.write('\r\u001b[2K'),
    strong: (text) => paint(1, text),
    faint: (text) => paint(2, text),
  };
}

/** A detail in lines below the finished one, broken at spaces. */
function wrapped(text) {
  const indent = ' '.repeat(TITLE_WIDTH + 5);
  const lines = [indent];
  for (const word of text.split(' ')) {
    const last = lines.length - 1;
    const joined = lines[last] === indent ? `${indent}${word}` : `${lines[last]} ${word}`;
    if (joined.length > DETAIL_COLUMN && lines[last] !== indent) lines.push(`${indent}  ${word}`);
    else lines[last] = joined;
  }
  return lines;
}
