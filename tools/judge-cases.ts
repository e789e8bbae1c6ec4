// Judges folders of labelled templates, and says how often the engine is right. For development only:
//   npx tsx tools/judge-cases.ts <folder of cases> [part of a channel's name]...
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { check } from '../lib/controls/proactive/check';
import { counting } from '../lib/reporting/report';

interface LabelledCase {
  readonly id: string;
  readonly region: string;
  readonly allowedRegions: readonly string[];
  readonly verdict: 'violation' | 'clean';
  readonly channel: string;
  readonly where: readonly { readonly logicalId: string }[];
  readonly why: string;
}

/** Right, missed (no finding names the right resource), or a false alarm; the latter two with what was found. */
function judged(folder: string, label: LabelledCase) {
  const input = existsSync(path.join(folder, 'manifest.json')) ? folder : path.join(folder, 'template.json');
  const { findings, problems } = check([input], { home: label.region, allowed: label.allowedRegions });
  const counted = counting(findings);
  const said = [...counted.map(({ message }) => message), ...problems.map(({ message }) => message)];
  const named = counted.some(({ logicalId }) => label.where.some((place) => place.logicalId === logicalId));
  if (label.verdict === 'violation') return { result: named ? 'right' : 'missed', said } as const;
  return { result: counted.length === 0 ? 'silent' : 'alarm', said } as const;
}

const [root, ...channels] = process.argv.slice(2);
if (root === undefined) {
  console.error('name the folder of cases: npx tsx tools/judge-cases.ts <folder> [channel]...');
  process.exit(2);
}

const counts = { right: 0, missed: 0, silent: 0, alarm: 0 };
for (const name of readdirSync(root).toSorted()) {
  const file = path.join(root, name, 'case.json');
  if (!existsSync(file)) continue;
  const label = JSON.parse(readFileSync(file, 'utf8')) as LabelledCase;
  if (channels.length > 0 && !channels.some((channel) => label.channel.includes(channel))) continue;
  const { result, said } = judged(path.join(root, name), label);
  counts[result] += 1;
  if (result === 'missed' || result === 'alarm') {
    console.log(`${result.padEnd(7)} ${label.id}: ${label.why}`);
    for (const line of said) console.log(`          ${line}`);
  }
}

const { right, missed, silent, alarm } = counts;
const share = (part: number, whole: number) => (whole === 0 ? 'none' : (part / whole).toFixed(3));
console.log(
  `recall ${share(right, right + missed)} (${right} of ${right + missed}), precision ${share(right, right + alarm)} (${alarm} false alarms in ${silent + alarm} clean cases)`,
);
