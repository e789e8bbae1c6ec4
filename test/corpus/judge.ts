import path from 'node:path';
import { check } from '../../lib/controls/proactive/check';
import { counting } from '../../lib/reporting/report';
import { eachInFolder } from '../support/folder';
import type { Labelled } from './labelled';

/** Right, missed (no finding names the right resource), silent as it should be, or a false alarm. */
export type Result = 'right' | 'missed' | 'silent' | 'alarm';

export interface Judged {
  readonly labelled: Labelled;
  readonly result: Result;
  /** What the checker said, for whoever mends it. */
  readonly said: readonly string[];
}

export function judgeAll(cases: readonly Labelled[]): Judged[] {
  return eachInFolder(cases, ({ files }) => files, judge);
}

function judge(folder: string, labelled: Labelled): Judged {
  const { input, region, allowedRegions, where, verdict } = labelled;
  const given = input === undefined ? folder : path.join(folder, input);
  const { findings, problems } = check([given], { home: region, allowed: allowedRegions });
  const counted = counting(findings);
  const named = counted.some(({ logicalId }) => logicalId !== undefined && where.includes(logicalId));
  const right = verdict === 'violation' ? named : counted.length === 0 && problems.length === 0;
  const result = verdict === 'violation' ? (right ? 'right' : 'missed') : right ? 'silent' : 'alarm';
  const said = [
    ...counted.map(({ channel, logicalId, path: at, message }) => `${channel} ${logicalId} ${at}: ${message}`),
    ...problems.map(({ message }) => message),
  ].map((text) => text.replaceAll(`${folder}${path.sep}`, ''));
  return { labelled, result, said };
}
