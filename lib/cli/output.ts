/** Where a run writes: its result, what it has to say about it, and what it is doing. */
export interface Output {
  readonly result: (text: string) => void;
  readonly message: (line: string) => void;
  /** Shows a step in place of the last one, or nothing any more. @default - nobody looks */
  readonly progress?: (step: string | undefined) => void;
  /** Whether the result goes to a terminal that shows colours. @default false */
  readonly styled?: boolean;
}
