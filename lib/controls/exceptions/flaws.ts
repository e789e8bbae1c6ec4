import { EXCEPTION_FLAWS, type ExceptionFlaw } from '../../domain/exception';
import type { Finding } from '../../domain/finding';

/** Where an exception stands. */
export interface EntryPlace {
  /** As it was named on input. */
  readonly file: string;
  /** Of the entry, from one. */
  readonly number: number;
  readonly line: number;
}

export interface FlawDetails {
  readonly field: string;
  readonly value: unknown;
  /** What is wrong, as a clause. */
  readonly problem: string;
  readonly resource?: string;
}

/** A finding about an exception itself. What it was to lift is taken for content: nobody can say that it is less. */
export function flawOf(flaw: ExceptionFlaw, place: EntryPlace, details: FlawDetails): Finding {
  const { file, number, line } = place;
  const { field, value, problem, resource = '' } = details;
  return {
    channel: flaw,
    level: 'content',
    severity: 'error',
    reach: 'unknown',
    stack: file,
    region: '',
    logicalId: resource,
    resourceType: '',
    path: field === '' ? `[${number - 1}]` : `[${number - 1}].${field}`,
    value: typeof value === 'string' ? value : (JSON.stringify(value) ?? ''),
    message: `exception ${number} of '${file}': ${problem}`,
    fix: EXCEPTION_FLAWS[flaw].remediation,
    template: file,
    line,
  };
}
