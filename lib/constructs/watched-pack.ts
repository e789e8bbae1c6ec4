import type { CfnResource } from 'aws-cdk-lib/core';
import {
  type IApplyRule,
  NagMessageLevel,
  NagPack,
  type NagPackProps,
  NagRuleCompliance,
  type NagRuleResult,
} from 'cdk-nag';
import type { IConstruct } from 'constructs';
import type { PackEvidence, RuleFailure, RuleFinding } from '../domain/nag';

type PackClass = new (scope?: IConstruct, props?: NagPackProps) => NagPack;

/** What every pack is: the class that they share is abstract, and cannot be extended as a value. */
declare class AnyPack extends NagPack {
  readonly name: string;
  protected checkResource(node: CfnResource): void;
}

/** A pack of cdk-nag that remembers what its rules answered, before any of it is acknowledged. */
export interface WatchedPack {
  readonly plugin: NagPack;
  /** Of the last validation. */
  readonly evidence: () => PackEvidence;
}

/**
 * Watches a pack: cdk-nag reports what is left when acknowledgements are taken away, and neither which rules it has nor to
 * which resources none of them had anything to say (cdk-nag 3.0.2).
 */
export function watched(Pack: PackClass): WatchedPack {
  const rules = new Set<string>();
  const seen = new Map<CfnResource, boolean>();
  const findings: RuleFinding[] = [];
  const failures: RuleFailure[] = [];

  class Watched extends (Pack as typeof AnyPack) {
    override validateScope(scope: IConstruct): ReturnType<NagPack['validateScope']> {
      rules.clear();
      seen.clear();
      findings.length = 0;
      failures.length = 0;
      return super.validateScope(scope);
    }

    protected override applyRule(params: IApplyRule): void {
      const ruleSuffixOverride = params.ruleSuffixOverride ?? params.rule.name;
      const id = `${this.packName}-${ruleSuffixOverride}`;
      rules.add(id);
      super.applyRule({ ...params, ruleSuffixOverride, rule: (node) => answerOf(id, params, node) });
    }
  }

  /** Asks a rule on behalf of its pack. */
  function answerOf(rule: string, params: IApplyRule, node: CfnResource): NagRuleResult {
    const resource = node.node.path;
    const severity = params.level === NagMessageLevel.ERROR ? 'error' : 'warning';
    const found = (id: string, description: string) => findings.push({ rule: id, severity, description, resource });
    try {
      const answer = params.rule(node);
      if (Array.isArray(answer)) for (const part of answer) found(`${rule}[${part}]`, params.info);
      else if (answer === NagRuleCompliance.NON_COMPLIANT) found(rule, params.info);
      seen.set(node, seen.get(node) === true || answer !== NagRuleCompliance.NOT_APPLICABLE);
      return answer;
    } catch (error) {
      seen.set(node, seen.get(node) === true);
      failures.push({ rule, resource, message: error instanceof Error ? error.message : String(error) });
      // As cdk-nag does it, a rule that could not judge counts as one that found something.
      found(rule, `the rule could not run: ${params.info}`);
      throw error;
    }
  }

  const plugin = new Watched();
  return {
    plugin,
    evidence: () => ({
      pack: plugin.readPackName,
      rules: [...rules].toSorted(),
      findings: [...findings],
      failures: [...failures],
      types: typesOf(seen),
    }),
  };
}

function typesOf(seen: ReadonlyMap<CfnResource, boolean>): PackEvidence['types'] {
  const types: Record<string, { resources: number; unseen: number }> = {};
  for (const [{ cfnResourceType }, isSeen] of seen) {
    const { resources, unseen } = types[cfnResourceType] ?? { resources: 0, unseen: 0 };
    types[cfnResourceType] = { resources: resources + 1, unseen: isSeen ? unseen : unseen + 1 };
  }
  return Object.fromEntries(Object.entries(types).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
