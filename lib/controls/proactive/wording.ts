import type { Channel } from '../../catalogue/channel';
import type { Violation } from '../../domain/finding';

/** What, where and why: lower case, no full stop, the wrong value quoted. */
export function messageFor(violation: Violation, subject: string, allowed: readonly string[]): string {
  const { path, value, reach, because, via = [] } = violation;
  const what = path === '' ? `'${subject}' is there` : `'${path}' of '${subject}' is '${value}'`;
  const why = because === undefined ? '' : `, ${because}`;
  const home = allowed.map((region) => `'${region}'`).join(', ');
  const verdict = reach === 'abroad' ? `, outside of ${home}` : `; whether it stays in ${home} cannot be told`;
  const how = via.length > 0 ? ` (${via.join('; ')})` : '';
  return `${what}${why}${verdict}${how}`;
}

/** The smallest change; for an unknown, what would turn it into an answer comes first. */
export function fixFor({ reach, settle }: Violation, { remediation }: Channel): string {
  if (reach === 'abroad' || settle === undefined) return remediation;
  return `${settle.charAt(0).toUpperCase()}${settle.slice(1)}. If it is abroad: ${remediation.charAt(0).toLowerCase()}${remediation.slice(1)}`;
}
