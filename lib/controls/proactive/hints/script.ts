import { isImpersonal } from '../../../domain/impersonal-services';
import { arnHint, arnsIn } from './arns';
import { hostHint, hostsIn } from './hosts';
import { canNameAPlace, type Hint } from './reading';
import type { Surroundings } from './surroundings';
import { assignmentHint, poolHint, profileHint } from './words';

const COMMENT = /(?:^|\s)(?:#|::|REM\s|<#).*$/u;
/** What a shell compares: `[ "$REGION" = us-east-1 ]`, `[[ $REGION == us-east-1 ]]`, `test "$REGION" != us-east-1`. */
const COMPARES =
  /\[\[?\s[^\][]{0,200}(?:[=!]=|=~|\s=\s)[^\][]{0,200}\]\]?|\btest\s[^;&|]{0,200}(?:[=!]=|\s=\s)[^;&|]{0,200}/gu;
/** What only brings code here, or tells CloudFormation how it went. */
const BRINGS =
  /(?:^|[\s;&|(`])(?:curl|wget|yum|dnf|apt|apt-get|rpm|dpkg|pip3?|npm|git|docker|cfn-init|cfn-signal|cfn-hup|Invoke-WebRequest|iwr|Read-S3Object|Copy-S3Object|msiexec)\b/iu;
const UPLOADS = /(?:-T|--upload-file|-d|--data(?:-\w+)?|-X\s*(?:POST|PUT)|--post-\w+|push)(?=[\s=])/u;

/** What a script, line by line, names abroad. Lines that bring code from elsewhere carry nothing there. */
export function scriptHint(script: string, surroundings: Surroundings): Hint | undefined {
  for (const line of script.replaceAll(/\\\r?\n/gu, ' ').split(/\r?\n/u)) {
    const hint = canNameAPlace(line)
      ? lineHint(line.replace(COMMENT, '').replaceAll(COMPARES, ''), surroundings)
      : undefined;
    if (hint !== undefined) return hint;
  }
  return undefined;
}

function lineHint(line: string, surroundings: Surroundings): Hint | undefined {
  const [service = '', command, ...rest] = awsCommand(line);
  if (service === 's3' && ['cp', 'mv', 'sync'].includes(command ?? '')) {
    const [from, to] = rest.filter((word) => word === '-' || !word.startsWith('-'));
    if (isBucket(from) !== isBucket(to)) return isBucket(to) ? placeHint(line, surroundings) : undefined;
  }
  if (BRINGS.test(line) && !UPLOADS.test(line)) return undefined;
  return isImpersonal(service) ? undefined : placeHint(line, surroundings);
}

/** The words of a call of the AWS command line, from the service on; empty where a line makes none. */
function awsCommand(line: string): readonly string[] {
  const words = line.split(/[\s"'`();|&]+/u).filter((word) => word !== '');
  const at = words.indexOf('aws');
  if (at === -1) return [];
  const rest = words.slice(at + 1);
  // Options may come first, each with a value of its own: `aws --region us-east-1 s3 cp`.
  const service = rest.findIndex((word, index) => !word.startsWith('-') && !takesValue(rest[index - 1]));
  return service === -1 ? [] : rest.slice(service);
}

function takesValue(option: string | undefined): boolean {
  return option?.startsWith('--') === true && !option.includes('=') && !FLAGS.has(option);
}

/** Global options of the AWS command line that take no value: https://docs.aws.amazon.com/cli/latest/reference/ */
const FLAGS = new Set(['--debug', '--no-verify-ssl', '--no-paginate', '--no-sign-request', '--no-cli-pager']);

function isBucket(argument: string | undefined): boolean {
  return argument?.startsWith('s3://') ?? false;
}

/** A link for operators, which names the region that it shows. */
const CONSOLE_LINK = /https?:\/\/[\w.-]*console\.aws\.amazon\.com[^\s"'<>]*/gu;

/** A query looks for what has a region, and assigns none: `WHERE region = 'us-east-1'`. */
const IS_QUERY = /\bselect\b[\s\S]+?\bfrom\b|^\s*(?:where|and|or|filter)\b|\|\s*filter\b/iu;

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
  return (
    (IS_QUERY.test(text) ? undefined : assignmentHint(text.replaceAll(CONSOLE_LINK, ''), surroundings)) ??
    poolHint(text, surroundings) ??
    profileHint(text, surroundings)
  );
}
