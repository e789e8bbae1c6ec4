import { daysBetween, NAG_PACKS } from '../../domain/acknowledgement';
import type {
  Acknowledged,
  AcknowledgedRow,
  NagEvidence,
  NagReport,
  NagRow,
  Overridden,
  PackEvidence,
  PackReport,
  RowPlace,
  RuleFinding,
  UnseenType,
} from '../../domain/nag';
import { acknowledgementOf, judgeAcknowledgements } from './judge-acknowledgements';
import type { ReviewedAssembly } from './read-evidence';
import { cellsIn, compareTemplates, placeIn } from './side-by-side';

/**
 * Puts together what reviewers read. A finding that all cells have is one row.
 *
 * @param day as YYYY-MM-DD, of which ages and expiries are
 */
export function nagReport({ evidence, stacks }: ReviewedAssembly, day: string): NagReport {
  const cells = cellsIn(stacks);
  return {
    day,
    cells,
    templates: compareTemplates(stacks, cells),
    packs: evidence.packs.map((pack) => packReport(pack, evidence, day)),
    flaws: judgeAcknowledgements(evidence, day),
    overrides: overriddenIn(evidence),
  };
}

function packReport(evidence: PackEvidence, all: NagEvidence, day: string): PackReport {
  const { pack, rules, findings, failures, types } = evidence;
  const open = new Map<string, NagRow>();
  const acknowledged = new Map<string, AcknowledgedRow>();
  for (const finding of findings) {
    const by = acknowledgementOf(pack, finding.rule, finding.resource, all.acknowledgements);
    const row = rowOf(finding, all);
    if (by === undefined) merge(open, row);
    else merge(acknowledged, { ...row, ...answerOf(by, day) });
  }
  const inOrder = <Row extends NagRow>(rows: ReadonlyMap<string, Row>) =>
    [...rows.values()].toSorted((a, b) => compare(`${a.rule} ${a.place}`, `${b.rule} ${b.place}`));
  return {
    pack,
    title: Object.entries(NAG_PACKS).find(([name]) => name === pack)?.[1].title ?? pack,
    rules: rules.length,
    resources: Object.values(types).reduce((sum, { resources }) => sum + resources, 0),
    open: inOrder(open),
    acknowledged: inOrder(acknowledged),
    failures,
    unseen: Object.entries(types).flatMap(([type, { resources, unseen }]): UnseenType[] =>
      unseen === 0 ? [] : [{ type, resources, unseen }],
    ),
  };
}

function rowOf({ rule, severity, description, resource }: RuleFinding, { resources }: NagEvidence): NagRow {
  const known = resources[resource];
  const place = placeIn(resource);
  const stack = known?.stack ?? resource.split('/')[0] ?? '';
  const here: RowPlace = { resource, stack, logicalId: known?.logicalId ?? '', template: known?.template ?? '' };
  return {
    // A rule may name a part of the resource in which the cell's name stands.
    rule: place === undefined ? rule : rule.replaceAll(new RegExp(`\\b${place.cell}\\b`, 'gu'), '<cell>'),
    severity,
    description,
    place: place?.rest ?? resource,
    type: known?.type ?? '',
    ...(known?.source !== undefined && { source: known.source }),
    in: { [place?.cell ?? stack]: here },
  };
}

function answerOf({ answer, at, source }: Acknowledged, day: string) {
  return {
    answer,
    at: placeIn(at)?.rest ?? at,
    ...(answer.since !== undefined && { age: daysBetween(answer.since, day) }),
    ...(source !== undefined && { answered: source }),
  };
}

/** Rows that say the same of several cells become one. */
function merge<Row extends NagRow>(rows: Map<string, Row>, row: Row): void {
  const { in: places, ...said } = row;
  const key = JSON.stringify(said);
  const known = rows.get(key);
  rows.set(key, known === undefined ? row : { ...known, in: { ...known.in, ...places } });
}

function overriddenIn({ overrides }: NagEvidence): readonly Overridden[] {
  const rows = new Map<string, Overridden>();
  for (const [resource, properties] of Object.entries(overrides)) {
    const place = placeIn(resource);
    const rest = place?.rest ?? resource;
    const cell = place?.cell ?? resource.split('/')[0] ?? '';
    const key = `${rest} ${properties.join(' ')}`;
    rows.set(key, { place: rest, properties, cells: [...(rows.get(key)?.cells ?? []), cell] });
  }
  return [...rows.values()].toSorted((a, b) => compare(a.place, b.place));
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
