import type { Channel } from '../../catalogue/channel';
import type { Violation } from '../../domain/finding';

interface Context {
  /** What has the value: a construct's path or a logical id. */
  readonly subject: string;
  readonly allowed: readonly string[];
  /** Why it is said to hold nothing of a person. */
  readonly reason?: string | undefined;
}

/** What, where and why: lower case, no full stop, the wrong value quoted. */
export function messageFor(violation: Violation, { subject, allowed, reason }: Context): string {
  const { path, value, reach, because, via = [] } = violation;
  const what = path === '' ? `'${subject}' is there` : `'${path}' of '${subject}' is '${value}'`;
  const why = because === undefined ? '' : `, ${because}`;
  const home = allowed.map((region) => `'${region}'`).join(', ');
  const verdict = reach === 'abroad' ? `, outside of ${home}` : `; whether it stays in ${home} cannot be told`;
  const how = via.length > 0 ? ` (${via.join('; ')})` : '';
  const said = reason === undefined ? '' : `; it is said to hold nothing of a person: '${reason}'`;
  return `${what}${why}${verdict}${how}${said}`;
}

/** The smallest change; for an unknown, what would turn it into an answer comes first. */
export function fixFor({ reach, settle }: Violation, { remediation }: Channel): string {
  if (reach === 'abroad' || settle === undefined) return remediation;
  return `${settle.charAt(0).toUpperCase()}${settle.slice(1)}. If it is abroad: ${remediation.charAt(0).toLowerCase()}${remediation.slice(1)}`;
}
