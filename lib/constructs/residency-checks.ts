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
import { check } from '../controls/proactive/check';
import { ConfigurationError } from '../domain/errors';
import type { Finding } from '../domain/finding';

export interface ResidencyChecksProps {
  /** Regions among which data may move. A stack in none of them is a home of its own. @default - each stack's own region only */
  readonly allowedRegions?: readonly string[];
  /** The region of stacks that have no concrete one. @default - such a stack cannot be judged, and fails the synthesis */
  readonly homeRegion?: string;
}

/**
 * Judges the final templates of an app at each synthesis: after property overrides, aspects, included templates and
 * transforms, nested stacks and stages included. The same engine as `cdk-domicile check`.
 *
 * Findings are `fatal`, which no acknowledgement lifts.
 */
export class ResidencyChecks implements IPolicyValidationPlugin {
  readonly name = 'cdk-domicile';
  readonly #props: ResidencyChecksProps;

  constructor(props: ResidencyChecksProps = {}) {
    this.#props = props;
  }

  validate({ stackTemplates, appConstruct }: IPolicyValidationContext): PolicyValidationPluginReport {
    const { homeRegion, allowedRegions } = this.#props;
    const { findings, problems, judged } = check([assemblyOf(appConstruct)], {
      home: homeRegion,
      adviceWithoutHome: "give the stack a region in its 'env', or set 'homeRegion'",
      allowed: allowedRegions,
    });
    const listed = stackTemplates.map(({ templatePath }) => path.resolve(templatePath));
    // A plugin of a stage answers for the stacks of that stage; nested templates lie beside their parents'.
    const folders = new Set(listed.map((template) => path.dirname(template)));
    const mine = findings.filter(({ template }) => folders.has(path.dirname(path.resolve(template))));
    const seen = new Set(judged.map(({ template }) => path.resolve(template)));
    const missed = [...listed, ...nestedTemplates(appConstruct, folders)].filter((template) => !seen.has(template));
    const violations = [
      ...mine.map(violationOf),
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

function violationOf({ channel, severity, message, fix, reach, level, value, ...where }: Finding): PolicyViolation {
  return {
    ruleName: channel,
    description: message,
    fix,
    severity: severity === 'info' ? 'info' : 'fatal',
    ruleMetadata: { level, reach, value },
    violatingResources: [
      {
        resourceLogicalId: where.logicalId,
        templatePath: path.resolve(where.template),
        locations: [where.path === '' ? 'Properties' : `Properties.${where.path}`],
      },
    ],
  };
}

function notJudged(message: string): PolicyViolation {
  return {
    ruleName: 'not-judged',
    description: message,
    severity: 'fatal',
    violatingResources: [{ constructPath: '', locations: [] }],
  };
}
