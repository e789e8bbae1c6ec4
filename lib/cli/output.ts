/** Where a run writes: its result, and what it has to say about it. */
export interface Output {
  readonly result: (text: string) => void;
  readonly message: (line: string) => void;
}
