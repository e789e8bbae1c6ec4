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

    // Asked for each rule of each resource, tens of thousands of times: what is in order is settled here, and what is not is
    // asked once more by the pack itself.
    protected override applyRule(params: IApplyRule): void {
      const { node } = params;
      const suffix = params.ruleSuffixOverride ?? params.rule.name;
      rules.add(suffix);
      const answer = this.ask(`${this.packName}-${suffix}`, params);
      const isSeen = answer !== undefined && answer !== NagRuleCompliance.NOT_APPLICABLE;
      if (isSeen || !seen.has(node)) seen.set(node, isSeen);
      if (answer !== NagRuleCompliance.NOT_APPLICABLE && answer !== NagRuleCompliance.COMPLIANT) {
        super.applyRule(params);
      }
    }

    /** The rule's answer; nothing, where it could not give one. */
    private ask(rule: string, params: IApplyRule): NagRuleResult | undefined {
      try {
        const answer = params.rule(params.node);
        if (Array.isArray(answer)) for (const part of answer) found(`${rule}[${part}]`, params);
        else if (answer === NagRuleCompliance.NON_COMPLIANT) found(rule, params);
        return answer;
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        failures.push({ rule, resource: params.node.node.path, message });
        // As cdk-nag does it, a rule that could not judge counts as one that found something.
        found(rule, { ...params, info: `the rule could not run: ${params.info}` });
        return undefined;
      }
    }
  }

  function found(rule: string, { info: description, level, node }: IApplyRule): void {
    const severity = level === NagMessageLevel.ERROR ? 'error' : 'warning';
    findings.push({ rule, severity, description, resource: node.node.path });
  }

  const plugin = new Watched();
  return {
    plugin,
    evidence: () => ({
      pack: plugin.readPackName,
      rules: [...rules].map((suffix) => `${plugin.readPackName}-${suffix}`).toSorted(),
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
