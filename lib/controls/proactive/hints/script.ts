import { isImpersonal } from '../../../domain/impersonal-services';
import { arnHint, arnsIn } from './arns';
import { hostHint, hostsIn } from './hosts';
import type { Hint } from './reading';
import type { Surroundings } from './surroundings';
import { assignmentHint, poolHint, profileHint } from './words';

const COMMENT = /(?:^|\s)(?:#|::|REM\s|<#).*$/u;
/** What only brings code here, or tells CloudFormation how it went. */
const BRINGS =
  /(?:^|[\s;&|(`])(?:curl|wget|yum|dnf|apt|apt-get|rpm|dpkg|pip3?|npm|git|docker|cfn-init|cfn-signal|cfn-hup|Invoke-WebRequest|iwr|Read-S3Object|Copy-S3Object|msiexec)\b/iu;
const UPLOADS = /(?:-T|--upload-file|-d|--data(?:-\w+)?|-X\s*(?:POST|PUT)|--post-\w+|push)(?=[\s=])/u;
const COPY = /\baws\s+(?:--\S+\s+\S+\s+)*s3\s+(?:cp|mv|sync)\s+(?:--\S+\s+)*(\S+)\s+(?:--\S+\s+)*(\S+)/u;
const COMMAND = /\baws\s+(?:--\S+(?:[ =]\S+)?\s+)*([a-z][\w-]+)/u;

/** What a script, line by line, names abroad. Lines that bring code from elsewhere carry nothing there. */
export function scriptHint(script: string, surroundings: Surroundings): Hint | undefined {
  for (const line of script.replaceAll(/\\\r?\n/gu, ' ').split(/\r?\n/u)) {
    const hint = lineHint(line.replace(COMMENT, ''), surroundings);
    if (hint !== undefined) return hint;
  }
  return undefined;
}

function lineHint(line: string, surroundings: Surroundings): Hint | undefined {
  const [, from, to] = COPY.exec(line) ?? [];
  if (to !== undefined && isBucket(from) !== isBucket(to))
    return isBucket(to) ? placeHint(line, surroundings) : undefined;
  if (BRINGS.test(line) && !UPLOADS.test(line)) return undefined;
  return isImpersonal(COMMAND.exec(line)?.[1] ?? '') ? undefined : placeHint(line, surroundings);
}

function isBucket(argument: string | undefined): boolean {
  return argument?.replace(/^["']/u, '').startsWith('s3://') ?? false;
}

/** What a text in no language of its own names abroad: places that it spells out, and regions that it assigns. */
export function placeHint(text: string, surroundings: Surroundings): Hint | undefined {
  for (const arn of arnsIn(text)) {
    const hint = arnHint(arn, surroundings);
    if (hint !== undefined) return hint;
  }
  for (const host of hostsIn(text)) {
    const hint = hostHint(host, surroundings);
    if (hint !== undefined) return hint;
  }
  for (const [, bucket = ''] of text.matchAll(/s3[an]?:\/\/([^\s/"'`]+)/gu)) {
    const hint = surroundings.bucketHint(bucket);
    if (hint !== undefined) return hint;
  }
  return assignmentHint(text, surroundings) ?? poolHint(text, surroundings) ?? profileHint(text, surroundings);
}
