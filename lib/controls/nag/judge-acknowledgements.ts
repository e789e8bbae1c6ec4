import { NAG_PACK_NAMES } from '../../domain/acknowledgement';
import type {
  Acknowledged,
  AcknowledgementFlaw,
  AcknowledgementFlawKind,
  NagEvidence,
  PackEvidence,
} from '../../domain/nag';

type Evidence = Pick<NagEvidence, 'packs' | 'acknowledgements'>;

/** Where CDK puts an id without a pack, and what cdk-nag takes for its own all the same (cdk-nag 3.0.2, nag-pack.js). */
const NO_PACK = 'Annotation';

/** Prefixes of rules of every pack that cdk-nag 3.0.2 ships, whether it ran or not. */
const SHIPPED = [...NAG_PACK_NAMES, 'NIST.800.53.R4', 'PCI.DSS.321', 'Serverless'];

/**
 * What is wrong with the acknowledgements of an app. Those of packs that did not run are left for the run in which they do,
 * but for their day.
 *
 * @param today as YYYY-MM-DD
 */
export function judgeAcknowledgements(evidence: Evidence, today: string): readonly AcknowledgementFlaw[] {
  const { packs, acknowledgements } = evidence;
  const answering = new Set(
    packs.flatMap(({ pack, findings }) =>
      findings.map(({ rule, resource }) => acknowledgementOf(pack, rule, resource, acknowledgements)),
    ),
  );
  return acknowledgements
    .flatMap((one) => flawsOf(one, answering.has(one), packs, today))
    .toSorted((a, b) => compare(a.at, b.at) || compare(a.id, b.id) || compare(a.kind, b.kind));
}

function flawsOf(
  { id, at, answer, source }: Acknowledged,
  answersSomething: boolean,
  packs: readonly PackEvidence[],
  today: string,
): readonly AcknowledgementFlaw[] {
  const [namespace, rule] = splitId(id);
  const on = at === '' ? 'the app' : `'${at}'`;
  const flaw = (kind: AcknowledgementFlawKind, message: string, fix: string): AcknowledgementFlaw => ({
    kind,
    id,
    at,
    message,
    fix,
    ...(source !== undefined && { source }),
  });
  if (namespace === NO_PACK) {
    const pack = packOf(rule, packs);
    if (pack === undefined) return [];
    const message = `'${rule}' is acknowledged on ${on} without its pack, which silences it without a trace`;
    return [flaw('bare-acknowledgement', message, `acknowledge '${pack}::${rule}', with acknowledge()`)];
  }
  const flaws: AcknowledgementFlaw[] = [];
  const ran = packs.find(({ pack }) => pack === namespace);
  if (ran === undefined && !SHIPPED.includes(namespace)) {
    // What other plugins let people acknowledge is theirs to judge, but a pack's rule under another name is none.
    if (packOf(rule, packs) === undefined) return [];
    const message = `'${id}' is acknowledged on ${on}, and there is no pack '${namespace}'`;
    return [flaw('unknown-acknowledgement', message, `acknowledge '${packOf(rule, packs)}::${rule}', or nothing`)];
  }
  if (ran !== undefined && !ran.rules.includes(withoutPart(rule))) {
    flaws.push(
      flaw(
        'unknown-acknowledgement',
        `'${id}' is acknowledged on ${on}, and '${namespace}' has no such rule`,
        'correct the id, or remove the acknowledgement',
      ),
    );
  } else if (ran !== undefined && !answersSomething) {
    flaws.push(
      flaw(
        'stale-acknowledgement',
        `'${id}' is acknowledged on ${on}, where nothing is found that it answers`,
        'remove it, so that it cannot hide what is found later',
      ),
    );
  }
  if (answer.owner === undefined || answer.since === undefined) {
    flaws.push(
      flaw(
        'unowned-acknowledgement',
        `'${id}' is acknowledged on ${on}, and nobody says who answers for it since when`,
        'acknowledge it with acknowledge(), which asks for both',
      ),
    );
  }
  if (answer.until !== undefined && answer.until < today) {
    flaws.push(
      flaw(
        'expired-acknowledgement',
        `'${id}' is acknowledged on ${on} until ${answer.until}, which has passed`,
        `'${answer.owner}' mends the finding or decides again`,
      ),
    );
  }
  return flaws;
}

/** The acknowledgement that answers a finding: the nearest one on the resource or around it, as CDK chooses. */
export function acknowledgementOf(
  pack: string,
  rule: string,
  resource: string,
  acknowledgements: readonly Acknowledged[],
): Acknowledged | undefined {
  return acknowledgements
    .filter(({ id, at }) => id === `${pack}::${rule}` && isWithin(resource, at))
    .reduce<Acknowledged | undefined>((nearest, one) => {
      return nearest === undefined || one.at.length >= nearest.at.length ? one : nearest;
    }, undefined);
}

/** Whether a construct is another one or within it; everything is within the app, whose path is empty. */
function isWithin(path: string, around: string): boolean {
  return around === '' || path === around || path.startsWith(`${around}/`);
}

function splitId(id: string): readonly [namespace: string, rule: string] {
  const at = id.indexOf('::');
  return [id.slice(0, at), id.slice(at + 2)];
}

/** The pack that has a rule, or whose name the rule's begins with. */
function packOf(rule: string, packs: readonly PackEvidence[]): string | undefined {
  const known = packs.find(({ rules }) => rules.includes(withoutPart(rule)))?.pack;
  return known ?? SHIPPED.find((pack) => rule.startsWith(`${pack}-`));
}

function withoutPart(rule: string): string {
  return rule.replace(/\[.*\]$/su, '');
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
