/** A stack that was judged, with the file of its template. */
export interface StackSummary {
  readonly stack: string;
  readonly template: string;
  readonly region: string;
  /** Logical ids of nested stacks whose templates lie elsewhere: nothing is known of what they make. */
  readonly unread: readonly string[];
}
