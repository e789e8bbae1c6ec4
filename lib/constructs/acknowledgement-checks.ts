import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  CfnResource,
  type IPolicyValidationContext,
  type IPolicyValidationPlugin,
  type PolicyValidationPluginReport,
  type PolicyViolation,
  Stack,
  Stage,
  Validations,
} from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import { version } from '../../package.json';
import { NAG_EVIDENCE_FILE } from '../controls/nag/evidence-file';
import { judgeAcknowledgements } from '../controls/nag/judge-acknowledgements';
import { readAnswer } from '../domain/acknowledgement';
import { ConfigurationError } from '../domain/errors';
import type { SourceLocation } from '../domain/finding';
import type { Acknowledged, AcknowledgementFlaw, NagEvidence, NagResource, RuleFailure } from '../domain/nag';
import type { WatchedPack } from './watched-pack';

/**
 * Fails the synthesis on acknowledgements that hide something: those without a pack, of rules that are not there, of nothing
 * that is found, without an owner, and debts whose day has passed. Add it behind the packs.
 *
 * It writes beside the templates what the packs asked and were answered, for `cdk-domicile nag`.
 */
export class AcknowledgementChecks implements IPolicyValidationPlugin {
  readonly name = 'cdk-domicile acknowledgements';
  readonly version = version;
  readonly #packs: readonly WatchedPack[];
  readonly #today: () => Date;

  constructor(packs: readonly WatchedPack[], today: () => Date = () => new Date()) {
    this.#packs = packs;
    this.#today = today;
  }

  validate({ stackTemplates, appConstruct }: IPolicyValidationContext): PolicyValidationPluginReport {
    if (!Stage.isStage(appConstruct)) {
      throw new ConfigurationError(
        'NotAnApp',
        `'${appConstruct.node.path}' is no app; add AcknowledgementChecks to an app or a stage`,
      );
    }
    const evidence = gather(appConstruct, this.#packs);
    const templates = stackTemplates
      .map(({ templatePath }) => [path.relative(appConstruct.outdir, templatePath), hashOf(templatePath)] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1));
    const whole: NagEvidence = { ...evidence, templates: Object.fromEntries(templates) };
    writeFileSync(path.join(appConstruct.outdir, NAG_EVIDENCE_FILE), `${JSON.stringify(whole, null, 1)}\n`);
    const flaws = judgeAcknowledgements(evidence, this.#today().toISOString().slice(0, 10));
    return {
      success: flaws.length === 0,
      violations: [...flaws.map(flawViolation), ...evidence.packs.flatMap(({ failures }) => failures.map(notRun))],
    };
  }
}

function flawViolation({ kind, message, fix, at }: AcknowledgementFlaw): PolicyViolation {
  return {
    ruleName: kind,
    description: message,
    fix,
    severity: 'fatal',
    violatingResources: [{ constructPath: at, locations: [] }],
  };
}

/** cdk-nag reports such a rule under its own name, and not at all where that is acknowledged. */
function notRun({ rule, resource, message }: RuleFailure): PolicyViolation {
  return {
    ruleName: 'rule-not-run',
    description: `'${rule}' could not run: ${message}`,
    severity: 'info',
    violatingResources: [{ constructPath: resource, locations: [] }],
  };
}

function gather(app: Stage, packs: readonly WatchedPack[]): Omit<NagEvidence, 'templates'> {
  const resources: Record<string, NagResource> = {};
  const overrides: Record<string, readonly string[]> = {};
  const acknowledgements: Acknowledged[] = [];
  const evidence = packs.map((pack) => pack.evidence());
  const told = new Set(evidence.flatMap(({ findings }) => findings.map(({ resource }) => resource)));
  for (const construct of app.node.findAll()) {
    acknowledgements.push(...acknowledgedOn(construct));
    if (!CfnResource.isCfnResource(construct)) continue;
    const overridden = overriddenIn(construct);
    if (overridden.length > 0) overrides[construct.node.path] = overridden;
    if (told.has(construct.node.path)) resources[construct.node.path] = resourceOf(construct);
  }
  return { version: 1, packs: evidence, acknowledgements, resources, overrides };
}

function acknowledgedOn({ node }: IConstruct): Acknowledged[] {
  return node.metadata
    .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
    .flatMap(({ data, trace }) => {
      const source = sourceIn(trace);
      return Object.entries(data as Readonly<Record<string, string>>).map(([id, reason]) => ({
        id,
        at: node.path,
        answer: readAnswer(reason),
        ...(source !== undefined && { source }),
      }));
    });
}

function resourceOf(resource: CfnResource): NagResource {
  const stack = Stack.of(resource);
  const source = sourceIn(resource.creationStack);
  return {
    stack: stack.node.path,
    logicalId: stack.resolve(resource.logicalId) as string,
    type: resource.cfnResourceType,
    template: stack.templateFile,
    ...(source !== undefined && { source }),
  };
}

/** The properties that stand in the template and not in the construct, which is all that a rule reads. */
function overriddenIn(resource: CfnResource): string[] {
  const { Properties: properties } = resource['rawOverrides'] as { readonly Properties?: object };
  return Object.keys(properties ?? {}).toSorted();
}

/** The first frame of the app's own code, but for that of `acknowledge()` itself; relative to the working directory. */
function sourceIn(trace: readonly string[] | undefined): SourceLocation | undefined {
  for (const frame of trace ?? []) {
    const [, name, file, line] =
      /^\s*(?:at )?(.*?) ?\((?:file:\/\/)?((?:\/|[A-Z]:\\)[^()]*):(\d+):\d+\)$/u.exec(frame) ?? [];
    if (file === undefined || name === 'acknowledge') continue;
    const relative = path.relative(process.cwd(), file);
    return {
      file: relative.startsWith('..') || path.isAbsolute(relative) ? path.basename(file) : relative,
      line: Number(line),
    };
  }
  return undefined;
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
