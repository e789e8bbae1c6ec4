import path from 'node:path';
import {
  type IPolicyValidationContext,
  type IPolicyValidationPlugin,
  NestedStack,
  type PolicyValidationPluginReport,
  type PolicyViolation,
  Stage,
} from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import { version } from '../../package.json';
import { checkResidency } from '../controls/residency/check-residency';
import type { JurisdictionRegions } from '../controls/residency/jurisdiction-regions';
import { ConfigurationError } from '../domain/errors';
import { EXCEPTION_FLAWS, type ExceptedFinding } from '../domain/exception';
import type { Finding } from '../domain/finding';

export interface ResidencyChecksProps {
  /** Regions among which data may move. A stack in none of them is a home of its own. @default - each stack's own region only */
  readonly allowedRegions?: readonly string[];
  /** The same for each jurisdiction, or a file of it in JSON or YAML. Not together with `allowedRegions`. @default - none */
  readonly jurisdictions?: JurisdictionRegions | string;
  /** The region of stacks that have no concrete one. @default - such a stack cannot be judged, and fails the synthesis */
  readonly homeRegion?: string;
  /** The file of what has been accepted. @default - residency-exceptions.json of the working directory, where it is there */
  readonly exceptionsFile?: string;
}

/**
 * Judges the final templates of an app at each synthesis: after property overrides, aspects, included templates and
 * transforms, nested stacks and stages included. The same engine as `cdk-domicile check`.
 *
 * Findings are `fatal`, which no acknowledgement lifts: only the file of exceptions does, and what it lifts is still reported.
 */
export class ResidencyChecks implements IPolicyValidationPlugin {
  readonly name = 'cdk-domicile';
  readonly version = version;
  readonly #props: ResidencyChecksProps;

  constructor(props: ResidencyChecksProps = {}) {
    this.#props = props;
  }

  validate({ stackTemplates, appConstruct }: IPolicyValidationContext): PolicyValidationPluginReport {
    const { findings, excepted, problems, judged } = checkResidency([assemblyOf(appConstruct)], {
      ...this.#props,
      adviceWithoutHome: "give the stack a region in its 'env', or set 'homeRegion'",
      // CDK knows of each resource where it was made, and says so.
      places: false,
    });
    const listed = stackTemplates.map(({ templatePath }) => path.resolve(templatePath));
    // A plugin of a stage answers for the stacks of that stage; nested templates lie beside their parents'.
    const folders = new Set(listed.map((template) => path.dirname(template)));
    const isMine = ({ template }: Finding) => folders.has(path.dirname(path.resolve(template)));
    const seen = new Set(judged.map(({ template }) => path.resolve(template)));
    const missed = [...listed, ...nestedTemplates(appConstruct, folders)].filter((template) => !seen.has(template));
    const violations = [
      ...findings.filter((finding) => isFlaw(finding) || isMine(finding)).map(violationOf),
      ...excepted.filter(isMine).map(exceptedViolation),
      ...problems.map(({ message }) => notJudged(message)),
      ...(problems.length > 0
        ? []
        : missed.map((template) => notJudged(`'${path.basename(template)}' was not judged`))),
    ];
    return { success: violations.every(({ severity }) => severity === 'info'), violations };
  }
}

/** The folder that the app is synthesized to, which holds the assemblies of its stages as well. */
function assemblyOf(app: IConstruct): string {
  if (!Stage.isStage(app)) {
    throw new ConfigurationError('NotAnApp', `'${app.node.path}' is no app; add ResidencyChecks to an app or a stage`);
  }
  return app.outdir;
}

/** Templates of nested stacks, which a validation plugin is not told of. */
function nestedTemplates(app: IConstruct, folders: ReadonlySet<string>): string[] {
  return app.node
    .findAll()
    .filter((construct) => NestedStack.isNestedStack(construct))
    .map((nested) => path.resolve(Stage.of(nested)?.outdir ?? '', nested.templateFile))
    .filter((template) => folders.has(path.dirname(template)));
}

/** Whether it is about an exception, which is no resource of any stack. */
function isFlaw({ channel }: Finding): boolean {
  return Object.hasOwn(EXCEPTION_FLAWS, channel);
}

function violationOf(finding: Finding): PolicyViolation {
  const { channel, severity, message, fix, reach, level, value } = finding;
  return {
    ruleName: channel,
    description: message,
    fix,
    severity: severity === 'info' ? 'info' : 'fatal',
    ruleMetadata: { level, reach, value },
    violatingResources: [isFlaw(finding) ? entryOf(finding) : resourceOf(finding)],
  };
}

/** What has been accepted stays in the report, as information. */
function exceptedViolation({ exception, ...finding }: ExceptedFinding): PolicyViolation {
  const { fix: _, ruleMetadata, description, ...violation } = violationOf(finding);
  return {
    ...violation,
    description: `${description}; accepted by '${exception.owner}' until '${exception.expires}': ${exception.reason}`,
    severity: 'info',
    ruleMetadata: { ...ruleMetadata, ...exception },
  };
}

function resourceOf({ logicalId, template, path: property }: Finding): PolicyViolation['violatingResources'][number] {
  return {
    resourceLogicalId: logicalId,
    templatePath: path.resolve(template),
    locations: [property === '' ? 'Properties' : `Properties.${property}`],
  };
}

function entryOf({ template, line, path: entry }: Finding): PolicyViolation['violatingResources'][number] {
  return { constructPath: '', locations: [`${template}:${line}`, entry] };
}

function notJudged(message: string): PolicyViolation {
  return {
    ruleName: 'not-judged',
    description: message,
    severity: 'fatal',
    violatingResources: [{ constructPath: '', locations: [] }],
  };
}
