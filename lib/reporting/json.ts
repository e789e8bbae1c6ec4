import type { Finding } from '../domain/finding';
import { type Report, unreadIn } from './report';

/** For programs. */
export function jsonReport({ findings, excepted, flows, problems, judged }: Report): string {
  const report = {
    findings: findings.map(jsonFinding),
    excepted: excepted.map(({ exception, ...finding }) => ({ ...jsonFinding(finding), exception })),
    flows,
    unread: unreadIn(judged),
    problems: problems.map(({ code, message }) => ({ code, message })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function jsonFinding(finding: Finding) {
  const { channel, level, severity, reach, stack, logicalId, path, value, message, fix, ...context } = finding;
  return { channel, level, severity, reach, stack, logicalId, path, value, message, fix, ...context };
}
