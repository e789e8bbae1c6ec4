import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { Log } from 'sarif';
import type { AcknowledgedRow, AcknowledgementFlaw, NagReport, NagRow } from '../../lib/domain/nag';
import { nagCsv } from '../../lib/reporting/nag/csv';
import { nagPage } from '../../lib/reporting/nag/page';
import { nagSarif } from '../../lib/reporting/nag/sarif';

const isSarif = addFormats(new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })).compile(schema);

const place = (cell: string) => ({
  resource: `${cell}-Data/Media/Resource`,
  stack: `${cell}-Data`,
  logicalId: 'Media',
  template: `${cell}-Data.template.json`,
});
const OPEN: NagRow = {
  rule: 'AwsSolutions-S1',
  severity: 'error',
  description: 'The bucket has <b>no</b> logs.',
  place: '<cell>-Data/Media/Resource',
  type: 'AWS::S3::Bucket',
  source: { file: 'stacks/data stack.ts', line: 12 },
  in: { Eu: place('Eu'), International: place('International') },
};
const ACKNOWLEDGED: AcknowledgedRow = {
  ...OPEN,
  rule: 'AwsSolutions-S2',
  in: { Eu: place('Eu') },
  at: '<cell>-Data/Media',
  age: 1,
  answered: { file: 'stacks/data-stack.ts', line: 30 },
  answer: {
    reason: '=HYPERLINK("x"), "so it is"',
    substitute: { control: 'a firewall', test: 'test/stacks/data.test.ts' },
    owner: 'platform',
    since: '2026-11-23',
    until: '2027-03-31',
  },
};
const FLAW: AcknowledgementFlaw = {
  kind: 'stale-acknowledgement',
  id: 'AwsSolutions::AwsSolutions-S3',
  at: 'Eu-Data/Media',
  message: 'nothing is found',
  fix: 'remove it',
  source: { file: 'stacks/data-stack.ts', line: 40 },
};
const NOTHING: NagReport = { day: '2026-11-24', cells: [], templates: [], packs: [], flaws: [], overrides: [] };
const EVERYTHING: NagReport = {
  ...NOTHING,
  cells: [
    { name: 'Eu', region: 'eu-central-1', account: '111111111111' },
    { name: 'International', region: 'ap-southeast-1', account: '222222222222' },
  ],
  templates: [{ stack: 'Data', hashes: { Eu: 'a'.repeat(64), International: 'b'.repeat(64) }, same: false }],
  packs: [
    {
      pack: 'AwsSolutions',
      title: 'AWS Solutions',
      rules: 2,
      resources: 4,
      open: [OPEN],
      acknowledged: [ACKNOWLEDGED],
      failures: [{ rule: 'AwsSolutions-S9', resource: 'Eu-Data/Media/Resource', message: 'no such thing' }],
      unseen: [{ type: 'AWS::EC2::FlowLog', resources: 2, unseen: 1 }],
    },
  ],
  flaws: [FLAW],
  overrides: [{ place: '<cell>-Data/Media/Resource', properties: ['Tags'], cells: ['Eu'] }],
};

describe('the report of cdk-nag for code scanning', () => {
  it.each([
    { name: 'with nothing', report: NOTHING },
    { name: 'with everything', report: EVERYTHING },
  ])('is valid $name', ({ report }) => {
    isSarif(JSON.parse(nagSarif(report, '1.2.3')));
    expect(isSarif.errors ?? []).toEqual([]);
  });

  it('has each finding once, at its line of the source, and what is acknowledged as suppressed', () => {
    const { runs } = JSON.parse(nagSarif(EVERYTHING, '1.2.3')) as Log;
    const results = runs.flatMap(({ results: all = [] }) => all);
    expect(
      results.map(({ ruleId, level, locations, suppressions }) => ({
        ruleId,
        level,
        at: locations?.map(({ physicalLocation }) => [
          physicalLocation?.artifactLocation?.uri,
          physicalLocation?.region?.startLine,
        ]),
        suppressions: suppressions?.map(({ justification }) => justification),
      })),
    ).toEqual([
      { ruleId: 'AwsSolutions-S1', level: 'error', at: [['stacks/data%20stack.ts', 12]] },
      {
        ruleId: 'AwsSolutions-S2',
        level: 'error',
        at: [['stacks/data%20stack.ts', 12]],
        suppressions: [
          '=HYPERLINK("x"), "so it is"; instead: a firewall (test/stacks/data.test.ts) (accepted by platform on 2026-11-23 until 2027-03-31)',
        ],
      },
      { ruleId: 'stale-acknowledgement', level: 'error', at: [['stacks/data-stack.ts', 40]] },
    ]);
    expect(runs[0]?.invocations?.[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [{ associatedRule: { id: 'AwsSolutions-S9' } }],
    });
  });

  it('tells a finding by what it is and where, and not by lines', () => {
    const moved = { ...OPEN, source: { file: 'stacks/data-stack.ts', line: 99 } };
    const [pack] = EVERYTHING.packs;
    const later = { ...EVERYTHING, packs: pack === undefined ? [] : [{ ...pack, open: [moved] }] };
    const prints = (report: NagReport) =>
      (JSON.parse(nagSarif(report, '1.2.3')) as Log).runs[0]?.results?.map(
        ({ partialFingerprints }) => partialFingerprints,
      );
    expect(prints(later)).toEqual(prints(EVERYTHING));
  });
});

describe('the report of cdk-nag for spreadsheets', () => {
  it('has a line for each finding in each cell, and no text that runs as a formula', () => {
    const [head, ...lines] = nagCsv(EVERYTHING).trimEnd().split('\r\n');
    expect(head).toBe(
      'pack,rule,severity,state,cell,stack,resource,type,logicalId,file,line,description,reason,substitute,test,owner,since,ageInDays,until',
    );
    const media = (cell: string) =>
      `${cell},${cell}-Data,${cell}-Data/Media/Resource,AWS::S3::Bucket,Media,stacks/data stack.ts,12`;
    const said = 'The bucket has <b>no</b> logs.';
    expect(lines).toEqual([
      `AwsSolutions,AwsSolutions-S1,error,open,${media('Eu')},${said},,,,,,,`,
      `AwsSolutions,AwsSolutions-S1,error,open,${media('International')},${said},,,,,,,`,
      `AwsSolutions,AwsSolutions-S2,error,acknowledged,${media('Eu')},${said},"'=HYPERLINK(""x""), ""so it is""",a firewall,test/stacks/data.test.ts,platform,2026-11-23,1,2027-03-31`,
    ]);
  });
});

describe('the page of cdk-nag', () => {
  const page = nagPage(EVERYTHING);

  it('loads nothing from anywhere', () => {
    expect(page).not.toMatch(/\b(?:src|href)="(?!#)|url\(|@import|https?:/u);
    expect(page).toContain('default-src &#39;none&#39;');
  });

  it('has what was found as text, and never as markup', () => {
    expect(page).toContain('The bucket has &lt;b&gt;no&lt;/b&gt; logs.');
    expect(page).not.toContain('<b>');
  });

  it.each([
    'stacks/data stack.ts:12',
    'a firewall',
    'test/stacks/data.test.ts',
    '2026-11-23',
    '1 day',
    '2027-03-31',
    'different',
    'stale-acknowledgement',
    'AwsSolutions-S9',
    '1 of 2 unseen',
    'Tags',
  ])('says %s', (text) => {
    expect(page).toContain(text);
  });

  it('says so where there is nothing', () => {
    const empty = nagPage(NOTHING);
    expect(empty).toContain('There are no two cells in this assembly.');
    expect(empty).toContain('None: each names its pack');
  });
});
