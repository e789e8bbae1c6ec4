import { CHANNELS } from '../catalogue/catalogue';
import type { Channel } from '../catalogue/channel';
import type { Finding } from '../domain/finding';
import { type Report, unreadIn } from './report';

/** For programs. */
export function jsonReport(
  { findings, excepted, flows, problems, judged }: Report,
  channels: readonly Channel[] = CHANNELS,
): string {
  const unreviewed = new Map(channels.map(({ id, unreviewed: reason }) => [id, reason]));
  const report = {
    findings: findings.map((finding) => jsonFinding(finding, unreviewed)),
    excepted: excepted.map(({ exception, ...finding }) => ({ ...jsonFinding(finding, unreviewed), exception })),
    flows,
    unread: unreadIn(judged),
    problems: problems.map(({ code, message }) => ({ code, message })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function jsonFinding(finding: Finding, unreviewed: ReadonlyMap<string, string | undefined>) {
  const { channel, level, severity, reach, stack, logicalId, path, value, message, fix, ...context } = finding;
  const reason = unreviewed.get(channel);
  return {
    channel,
    ...(reason !== undefined && { unreviewed: reason }),
    level,
    severity,
    reach,
    stack,
    logicalId,
    path,
    value,
    message,
    fix,
    ...context,
  };
}
