import path from 'node:path';
import { groupsOf, readJurisdictions } from '../../../lib/controls/residency/jurisdiction-regions';
import { JURISDICTIONS } from '../../../lib/domain/jurisdictions';
import { inFolder, within } from '../../support/folder';

const FORMS: readonly (readonly [string, unknown, readonly (readonly string[])[]])[] = [
  [
    'a table of jurisdictions',
    { eu: { homeRegion: 'eu-central-1', allowedRegions: ['eu-north-1'] }, us: { homeRegion: 'us-east-1' } },
    [['eu-central-1', 'eu-north-1'], ['us-east-1']],
  ],
  [
    'the allowed regions of each home',
    { 'eu-central-1': ['eu-north-1', 'eu-central-1'], 'us-east-1': [] },
    [['eu-central-1', 'eu-north-1'], ['us-east-1']],
  ],
  [
    'a table in YAML',
    'eu:\n  homeRegion: eu-central-1\n  allowedRegions: [eu-north-1]\n  law: GDPR\n',
    [['eu-central-1', 'eu-north-1']],
  ],
  ['the table of our own cells', JURISDICTIONS, [['eu-central-1'], ['ap-southeast-1']]],
];

const WRONG: readonly (readonly [string, unknown, readonly string[]])[] = [
  ['an empty table', {}, ['there is none; name each with its home region']],
  ['no home region', { eu: { law: 'GDPR' } }, ["'eu.homeRegion' is missing; name a region such as 'eu-central-1'"]],
  [
    'a region that AWS does not have',
    { eu: { homeRegion: 'eu-centrl-1' }, 'us-west-9': [] },
    [
      "'eu.homeRegion' is 'eu-centrl-1', which is no region of AWS; did you mean 'eu-central-1'",
      "a home is 'us-west-9', which is no region of AWS; did you mean 'us-west-1'",
    ],
  ],
  [
    'a region that no setting allows',
    { cn: { homeRegion: 'cn-north-1' } },
    ["'cn.homeRegion' is 'cn-north-1' in the partition 'aws-cn', which no setting allows"],
  ],
  [
    'regions that are no list',
    { eu: { homeRegion: 'eu-central-1', allowedRegions: 'eu-north-1' } },
    ["'eu.allowedRegions' is 'eu-north-1'; list the names of regions"],
  ],
  [
    'a region that is no text',
    { 'eu-central-1': [7] },
    ["'eu-central-1'[0] is '7'; name a region such as 'eu-central-1'"],
  ],
  [
    'an entry that is neither',
    { eu: 'eu-central-1' },
    ["'eu' is 'eu-central-1'; give it a 'homeRegion', or name a home region with the list of the others"],
  ],
  [
    'a misspelt field',
    { eu: { homeRegion: 'eu-central-1', allowedRegion: [] } },
    ["'eu.allowedRegion' is no field of a jurisdiction; did you mean 'allowedRegions'"],
  ],
  [
    'a region of two jurisdictions',
    { eu: { homeRegion: 'eu-central-1', allowedRegions: ['eu-west-2'] }, uk: { homeRegion: 'eu-west-2' } },
    ["'eu-west-2' is a region of 'eu' and of 'uk'; two jurisdictions cannot share one"],
  ],
];

describe('the regions of jurisdictions', () => {
  it.each(FORMS)('are read from %s', (_, content, groups) => {
    expect(inFolder({ table: content }, (folder) => readJurisdictions(path.join(folder, 'table')))).toEqual(groups);
  });

  it.each(WRONG)('are not read from %s', (_, content, problems) => {
    inFolder({ table: content }, (folder) =>
      within(folder, () => {
        expect(() => readJurisdictions('table')).toThrow(
          expect.objectContaining({ message: `'table' cannot be used:\n  ${problems.join('\n  ')}` }),
        );
      }),
    );
  });

  it('are not read from a list', () => {
    inFolder({ table: '- eu' }, (folder) =>
      within(folder, () =>
        expect(() => readJurisdictions('table')).toThrow(
          "'table' holds no map; name each jurisdiction in it with its home region",
        ),
      ),
    );
  });

  it('are taken as they are given', () => {
    expect(groupsOf({ 'eu-central-1': ['eu-north-1'] })).toEqual([['eu-central-1', 'eu-north-1']]);
    expect(() => groupsOf({})).toThrow('the jurisdictions cannot be used:');
  });
});
