import { cellName, STACK_KINDS, type StackKind } from '../../lib/domain/cell';
import { HOME_REGION, JURISDICTION_IDS, JURISDICTIONS, type JurisdictionId } from '../../lib/domain/jurisdictions';
import { assemblyText, templateText } from '../support/assembly';

/** A template's text with region, account, zone names and the cell's own id put aside, and nothing else. */
function putAside(text: string, jurisdiction: JurisdictionId): string {
  return text
    .replaceAll(HOME_REGION[jurisdiction], '<region>')
    .replaceAll(JURISDICTIONS[jurisdiction].account.whenUnset, '<account>')
    .replaceAll(new RegExp(`\\b${cellName(jurisdiction)}\\b`, 'g'), '<cell>');
}

describe.each(STACK_KINDS)('the %s stacks of the cells', (kind: StackKind) => {
  it.each(JURISDICTION_IDS)('of %s are equal to the last byte to those of every other', (jurisdiction) => {
    const own = putAside(templateText(kind, jurisdiction), jurisdiction);
    for (const other of JURISDICTION_IDS) expect(putAside(templateText(kind, other), other)).toBe(own);
  });

  it.each(JURISDICTION_IDS)('of %s name nothing of another cell', (jurisdiction) => {
    const text = templateText(kind, jurisdiction);
    const foreign = JURISDICTION_IDS.filter((other) => other !== jurisdiction).flatMap((other) => [
      HOME_REGION[other],
      JURISDICTIONS[other].account.whenUnset,
      `${cellName(other)}-`,
      JURISDICTIONS[other].controller.contact,
    ]);
    expect(foreign.filter((name) => text.includes(name))).toEqual([]);
  });

  it.each(JURISDICTION_IDS)('of %s are coupled to no other region', (jurisdiction) => {
    expect(templateText(kind, jurisdiction)).not.toMatch(/Custom::CrossRegionExport|Fn::GetStackOutput|Custom::/);
  });

  it.each(JURISDICTION_IDS)('of %s name no partition that cells do not run in', (jurisdiction) => {
    expect(templateText(kind, jurisdiction)).not.toMatch(/aws-cn|amazonaws\.com\.cn|aws-us-gov/);
  });
});

describe('the files beside the templates', () => {
  it.each(JURISDICTION_IDS)('of %s publish assets to the home region only', (jurisdiction) => {
    for (const kind of STACK_KINDS) {
      const { files } = JSON.parse(assemblyText(`${cellName(jurisdiction)}-${kind}.assets.json`)) as {
        files: Record<string, { destinations: Record<string, { region?: string }> }>;
      };
      const regions = Object.values(files).flatMap(({ destinations }) =>
        Object.values(destinations).map(({ region }) => region),
      );
      expect(new Set(regions)).toEqual(new Set([HOME_REGION[jurisdiction]]));
    }
  });
});
