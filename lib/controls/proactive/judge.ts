import { AssemblyResolver } from '../../assembly/resolve';
import type { Assembly, Stack } from '../../assembly/stack';
import { mapAt, textAt } from '../../assembly/template';
import { CHANNELS } from '../../catalogue/catalogue';
import type { Channel } from '../../catalogue/channel';
import { type Finding, SEVERITY_OF_LEVEL, type Violation } from '../../domain/finding';
import { isRegion, REGIONS } from '../../domain/regions';
import { JudgedStack } from './judged-stack';
import type { Terms } from './reach';
import { TemplateResource } from './resource';
import { RuleBook, type RulesOfType } from './rule-book';
import { violationsOf } from './rules';
import { fixFor, messageFor } from './wording';

/** Whose regions count as one home. */
export interface Settings {
  /** Regions among which data may move. A stack elsewhere is a home of its own. @default - each stack's own region only */
  readonly allowed?: readonly string[];
  /** The same for each jurisdiction by itself: data may move among the regions of a group, and from none to another. */
  readonly groups?: readonly (readonly string[])[];
}

/** Judges every resource of every stack by the rules of the channels. Keeps no state. */
export function judge(
  { stacks }: Assembly,
  { allowed = [], groups = [] }: Settings = {},
  channels: readonly Channel[] = CHANNELS,
): Finding[] {
  const rules = new RuleBook(channels);
  const together = [...groups, allowed].map(withoutMainlandChina);
  const resolver = new AssemblyResolver({ stacks });
  return stacks.flatMap((stack) => judgeStack(stack, termsOf(stack, together), rules, resolver));
}

function judgeStack(stack: Stack, terms: Terms, rules: RuleBook, resolver: AssemblyResolver): Finding[] {
  const findings: Finding[] = [];
  const judged = new JudgedStack(stack, terms, resolver);
  for (const [logicalId, declared] of resolver.resources(stack)) {
    const applicable = rules.of(textAt(declared, 'Type') ?? '');
    const resource = new TemplateResource(logicalId, declared, judged);
    if (!resource.canBeMade) continue;
    findings.push(...judgeResource(resource, applicable));
  }
  return findings;
}

/** One finding for each channel and place: where several rules speak of it, the worst. */
function judgeResource(resource: TemplateResource, { rules, claims }: RulesOfType): Iterable<Finding> {
  const findings = new Map<string, Finding>();
  for (const { channel, rule, needs } of rules) {
    if (needs !== undefined && resource.lacks(needs)) continue;
    for (const violation of violationsOf(rule, resource, claims)) {
      const key = `${channel.id} ${violation.path}`;
      if (findings.get(key)?.reach !== 'abroad') findings.set(key, findingOf(violation, channel, resource));
    }
  }
  return findings.values();
}

/** A stack outside of the allowed regions is another jurisdiction's: what leaves its own region leaves home. */
function termsOf({ region, account }: Stack, groups: readonly (readonly string[])[]): Terms {
  return { home: region, allowed: groups.find((group) => group.includes(region)) ?? [region], account };
}

/** No setting allows that partition. */
function withoutMainlandChina(regions: readonly string[]): string[] {
  return regions.filter((region) => !isRegion(region) || REGIONS[region].partition !== 'aws-cn');
}

function findingOf(violation: Violation, channel: Channel, resource: TemplateResource): Finding {
  const { stack, logicalId } = resource;
  const claimed = textAt(mapAt(resource.resource, 'Metadata'), 'aws:cdk:path');
  const { constructPath, source } = stack.originOf(logicalId, claimed);
  return {
    channel: channel.id,
    level: channel.level,
    severity: violation.severity ?? SEVERITY_OF_LEVEL[channel.level],
    reach: violation.reach,
    stack: stack.label,
    region: stack.region,
    logicalId,
    resourceType: resource.type,
    path: violation.path,
    value: violation.value,
    message: messageFor(violation, constructPath ?? claimed ?? logicalId, resource.allowed),
    fix: fixFor(violation, channel),
    template: stack.file,
    ...(constructPath !== undefined && { constructPath }),
    ...(source !== undefined && { source }),
  };
}
