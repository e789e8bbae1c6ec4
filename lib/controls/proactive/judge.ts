import { AssemblyResolver } from '../../assembly/resolve';
import type { Assembly, Stack } from '../../assembly/stack';
import { mapAt, textAt } from '../../assembly/template';
import { CHANNELS } from '../../catalogue/catalogue';
import type { Channel } from '../../catalogue/channel';
import { InputError } from '../../domain/errors';
import { type Finding, SEVERITY_OF_LEVEL, type Violation } from '../../domain/finding';
import { type Homes, termsOf } from './homes';
import { JudgedStack } from './judged-stack';
import { macrosOf } from './macros';
import type { Terms } from './reach';
import { TemplateResource } from './resource';
import { type RuleBook, type RulesOfType, ruleBookOf } from './rule-book';
import { violationsOf } from './rules';
import { reasonNotPersonal } from './store-class';
import { fixFor, messageFor } from './wording';

/**
 * Judges every resource of every stack by the rules of the channels. Keeps no state.
 *
 * @throws InputError naming the template that cannot be judged
 */
export function judge({ stacks }: Assembly, homes: Homes = {}, channels: readonly Channel[] = CHANNELS): Finding[] {
  const rules = ruleBookOf(channels);
  const terms = termsOf(homes);
  const resolver = new AssemblyResolver({ stacks });
  return stacks.flatMap((stack) => {
    try {
      return judgeStack(stack, terms(stack), rules, resolver);
    } catch (cause) {
      if (!(cause instanceof RangeError)) throw cause;
      throw new InputError('TooDeep', `'${stack.file}' is nested too deeply to be judged; no template is`, { cause });
    }
  });
}

function judgeStack(stack: Stack, terms: Terms, rules: RuleBook, resolver: AssemblyResolver): Finding[] {
  const findings: Finding[] = [];
  const judged = new JudgedStack(stack, terms, resolver);
  for (const [logicalId, declared] of [...resolver.resources(stack), ...macrosOf(stack)]) {
    const resource = new TemplateResource(logicalId, declared, judged);
    if (resource.canBeMade) findings.push(...judgeResource(resource, rules.of(resource.type)));
  }
  return findings;
}

/** One finding for each channel and place: where several rules speak of it, the worst. */
function judgeResource(resource: TemplateResource, rules: RulesOfType): Iterable<Finding> {
  let findings: Map<string, Finding> | undefined;
  for (const { channel, rule, needs, searches } of rules.among(resource.members)) {
    if (searches && resource.isHarmless) continue;
    if (needs.length > 1 && resource.lacks(needs)) continue;
    for (const violation of violationsOf(rule, resource, rules.claims)) {
      const key = `${channel.id} ${violation.path}`;
      findings ??= new Map();
      if (findings.get(key)?.reach !== 'abroad') findings.set(key, findingOf(violation, channel, resource));
    }
  }
  return findings?.values() ?? [];
}

function findingOf(violation: Violation, channel: Channel, resource: TemplateResource): Finding {
  const { stack, logicalId } = resource;
  const claimed = textAt(mapAt(resource.resource, 'Metadata'), 'aws:cdk:path');
  const origin = stack.originOf(logicalId, claimed);
  const { constructPath } = origin;
  const reason = channel.level === 'keys' ? undefined : reasonNotPersonal(resource.resource, origin);
  return {
    channel: channel.id,
    level: reason === undefined ? channel.level : 'metadata',
    severity: reason === undefined ? (violation.severity ?? SEVERITY_OF_LEVEL[channel.level]) : 'info',
    reach: violation.reach,
    stack: stack.label,
    region: stack.region,
    logicalId,
    resourceType: resource.type,
    path: violation.path,
    value: violation.value,
    message: messageFor(violation, {
      subject: constructPath ?? claimed ?? logicalId,
      allowed: resource.allowed,
      reason,
    }),
    fix: fixFor(violation, channel),
    template: stack.file,
    ...(constructPath !== undefined && { constructPath }),
    // Asked for where it is shown: a map takes a while to read.
    get source() {
      return origin.source;
    },
  };
}
