import { CHANNELS } from '../catalogue/catalogue';
import type { Finding } from '../domain/finding';
import { counting, type Report } from './report';

/** For a person: what would move, from where to where, and the smallest fix. */
export function textReport(report: Report): string {
  const { findings, problems } = report;
  const blocks = [
    ...findings.map(findingBlock),
    ...problems.map(({ message }) => `could not judge\n  ${message}`),
    summary(report),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function findingBlock(finding: Finding): string {
  const { severity, channel, stack, region, logicalId, source, template, message, fix } = finding;
  const risk = CHANNELS.find(({ id }) => id === channel)?.risk;
  const where = source === undefined ? template : `${source.file}:${source.line}`;
  return [
    `${severity}  ${channel}`,
    `  ${message}`,
    `  in    ${stack} (${region}), resource ${logicalId}`,
    `  at    ${where}`,
    ...(risk === undefined ? [] : [`  risk  ${risk}`]),
    `  fix   ${fix}`,
  ].join('\n');
}

function summary({ findings, problems, judged }: Report): string {
  const count = counting(findings).length;
  const noted = findings.length - count;
  const parts = [
    judged.length === 0 ? 'nothing was judged' : `${plural(count, 'finding')} in ${plural(judged.length, 'stack')}`,
    ...(noted > 0 ? [`${noted} for information`] : []),
    ...(problems.length > 0 && judged.length > 0 ? [`${problems.length} not judged`] : []),
  ];
  return parts.join(', ');
}

function plural(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count === 0 ? 'no' : count} ${noun}s`;
}
