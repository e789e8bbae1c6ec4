import type { DomicileError } from '../domain/errors';
import type { Finding } from '../domain/finding';

/** All that one run has to say, whatever form it takes. */
export interface Report {
  readonly findings: readonly Finding[];
  /** What could not be judged, and why. */
  readonly problems: readonly DomicileError[];
  readonly judged: readonly JudgedStack[];
}

export interface JudgedStack {
  readonly stack: string;
  readonly template: string;
  readonly region: string;
}

export const FORMATS = ['text', 'json'] as const;
export type Format = (typeof FORMATS)[number];

/** Findings that count: those for information do not. */
export function counting(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ severity }) => severity !== 'info');
}
