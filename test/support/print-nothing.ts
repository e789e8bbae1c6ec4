/**
 * A unit test prints nothing. What the application prints is a log in a cell, and a log names nobody: a line that somebody
 * left in, with what a person sent, fails the test that ran into it.
 */
const printed: unknown[][] = [];
// Not by spies: a test that restores its own would restore these as well.
for (const method of ['debug', 'dir', 'error', 'info', 'log', 'table', 'trace', 'warn'] as const) {
  console[method] = (...words: unknown[]) => {
    printed.push([method, ...words]);
  };
}
afterEach(() => {
  const [first] = printed.splice(0);
  if (first !== undefined) throw new Error(`a test printed: ${first.map(String).join(' ')}`);
});
