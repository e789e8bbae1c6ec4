/** What a run ends with. A run that could not judge is never one that found nothing. */
export const EXIT = { nothing: 0, found: 1, notJudged: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
