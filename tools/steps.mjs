// What a run shows while it works: one line for each step, with the time it took. On a terminal the line of the step
// under way is rewritten in place; elsewhere a line is written when a step ends, and a sign of life every 15 seconds.

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const TITLE_WIDTH = 11;
const TIME_COLUMN = 92;
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
    const show = (mark) => row(mark, title, note, Date.now() - started);
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
      for (const detail of details) line(`${' '.repeat(TITLE_WIDTH + 5)}${paint(2, detail)}`);
    } catch (error) {
      end();
      line(show(paint(31, '✗')));
      for (const detail of details) line(`${' '.repeat(TITLE_WIDTH + 5)}${detail}`);
      throw error;
    }
  }

  function animate(show) {
    let frame = 0;
    repaint = () => {
      frame += 1;
      out.write(`\r\u001b[2K${show(paint(36, FRAMES[frame % FRAMES.length])).slice(0, (out.columns ?? 100) + 9)}`);
    };
    repaint();
    return setInterval(repaint, 100);
  }

  function row(mark, title, words, elapsed) {
    const text = `${title.padEnd(TITLE_WIDTH)} ${words}`;
    return `  ${mark} ${text.padEnd(TIME_COLUMN - 12)} ${paint(2, `${(elapsed / 1000).toFixed(1).padStart(5)} s`)}`;
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
