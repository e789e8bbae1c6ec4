import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Folder, readText } from '../../assembly/files';
import { isManifest, MANIFEST } from '../../assembly/read-cloud-assembly';
import { isMap, type JsonMap, mapAt, textAt } from '../../assembly/template';
import { NAG_PACK_NAMES } from '../../domain/acknowledgement';
import { InputError } from '../../domain/errors';
import type { NagEvidence } from '../../domain/nag';
import { NAG_EVIDENCE_FILE } from './evidence-file';
import { Evidence } from './evidence-schema';
import { acknowledgementOf } from './judge-acknowledgements';

/** What CDK itself says of the plugins that ran. */
const VALIDATION_REPORT = 'validation-report.json';
const AGAIN = "synthesize again, with 'npm run synth:strict'";

/** An assembly whose evidence can be believed. */
export interface ReviewedAssembly {
  readonly evidence: NagEvidence;
  readonly stacks: readonly ReviewedStack[];
}

export interface ReviewedStack {
  readonly name: string;
  readonly region: string;
  readonly account: string;
  /** The template, as it is deployed. */
  readonly text: string;
}

/**
 * Reads what a synthesis left for reviewers, and believes it only if all packs ran, if it is about these templates, and if
 * CDK's own report says the same.
 *
 * @param packs those that must have run
 * @throws InputError when it is not there or not to be believed
 */
export function readEvidence(input: string, packs: readonly string[] = NAG_PACK_NAMES): ReviewedAssembly {
  if (!existsSync(path.join(input, MANIFEST))) {
    throw new InputError(
      'NoAssembly',
      `'${input}' is no cloud assembly; name the folder that 'cdk synth' writes, such as 'cdk.out'`,
    );
  }
  const folder = new Folder(input);
  const manifest = folder.map(folder.file(MANIFEST, input));
  if (!isManifest(manifest))
    throw new InputError('NotAManifest', `'${path.join(input, MANIFEST)}' has no artifacts; ${AGAIN}`);
  const file = path.join(folder.root, NAG_EVIDENCE_FILE);
  if (!folder.has(file)) {
    throw new InputError(
      'NoEvidence',
      `'${input}' has no ${NAG_EVIDENCE_FILE}, which AcknowledgementChecks of 'cdk-domicile/nag' writes; ${AGAIN}`,
    );
  }
  const parsed = Evidence.safeParse(folder.map(file));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue === undefined ? '' : ` at '${issue.path.join('.')}'`;
    throw new InputError(
      'MalformedEvidence',
      `'${folder.shown(file)}' is not what a synthesis writes${where}; ${AGAIN}`,
    );
  }
  const evidence: NagEvidence = parsed.data;
  const missing = packs.filter((name) => !evidence.packs.some(({ pack, rules }) => pack === name && rules.length > 0));
  if (missing.length > 0) {
    throw new InputError(
      'PackDidNotRun',
      `'${input}' was not judged by '${missing.join("' and '")}'; ${AGAIN}, or name with --pack those that run`,
    );
  }
  const stacks = stacksOf(manifest, folder, evidence);
  compareWithReport(folder, evidence);
  return { evidence, stacks };
}

function stacksOf(manifest: JsonMap, folder: Folder, { templates }: NagEvidence): ReviewedStack[] {
  const seen = new Set<string>();
  const stacks = Object.entries(mapAt(manifest, 'artifacts'))
    .filter(([, artifact]) => textAt(artifact, 'type') === 'aws:cloudformation:stack')
    .map(([id, artifact]) => {
      const properties = mapAt(artifact, 'properties');
      const template = textAt(properties, 'templateFile') ?? `${id}.template.json`;
      const file = folder.file(template, folder.shown(path.join(folder.root, MANIFEST)));
      const text = readText(file, folder.shown(file));
      if (templates[template] !== createHash('sha256').update(text).digest('hex')) throw aboutOthers(folder, template);
      seen.add(template);
      const [, account = '', region = ''] =
        /^aws:\/\/([^/]*)\/(.*)$/u.exec(textAt(artifact, 'environment') ?? '') ?? [];
      return { name: textAt(properties, 'stackName') ?? id, region, account, text };
    });
  const [gone] = Object.keys(templates).filter((template) => !seen.has(template) && !template.includes('/'));
  if (gone !== undefined) throw aboutOthers(folder, gone);
  return stacks.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function aboutOthers(folder: Folder, template: string): InputError {
  const shown = folder.shown(path.join(folder.root, template));
  return new InputError('StaleEvidence', `'${shown}' is not the template that the packs have judged; ${AGAIN}`);
}

/** Two witnesses of one synthesis: what is open by the one is open by the other, or neither is believed. */
function compareWithReport(folder: Folder, { packs, acknowledgements }: NagEvidence): void {
  const file = path.join(folder.root, VALIDATION_REPORT);
  const reports = folder.has(file) ? folder.map(file)['pluginReports'] : [];
  for (const { pack, findings } of packs) {
    const open = findings
      .filter(({ rule, resource }) => {
        const bare = acknowledgementOf('Annotation', rule, resource, acknowledgements);
        return bare === undefined && acknowledgementOf(pack, rule, resource, acknowledgements) === undefined;
      })
      .map(({ rule, resource }) => `${rule} ${resource}`);
    const reported = (Array.isArray(reports) ? reports : [])
      .filter((report) => textAt(report, 'pluginName') === pack)
      .flatMap((report) => listAt(report, 'violations'))
      .flatMap((violation) =>
        listAt(violation, 'violatingConstructs').map(
          (construct) => `${textAt(violation, 'ruleName')} ${textAt(construct, 'constructPath')}`,
        ),
      );
    if (open.toSorted().join('\n') !== reported.toSorted().join('\n')) {
      const shown = folder.shown(file);
      throw new InputError('Contradiction', `'${shown}' and ${NAG_EVIDENCE_FILE} differ on '${pack}'; ${AGAIN}`);
    }
  }
}

function listAt(value: unknown, key: string): readonly unknown[] {
  const list = isMap(value) ? value[key] : undefined;
  return Array.isArray(list) ? list : [];
}
