import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { NagEvidence, NagReport } from '../../lib/domain/nag';
import { type Files, inFolder, within } from '../support/folder';
import {
  acknowledgedInBoth,
  dataTemplate,
  evidenceOf,
  inBothCells,
  nagAssembly,
  templateFiles,
} from '../support/nag-assembly';
import { run } from './support/run';

/** Runs the verb, and reads what it has written. */
function nag(files: Files, ...words: readonly string[]) {
  return inFolder(files, (folder) =>
    within(folder, () => {
      const said = run('nag', 'cdk.out', '--out', 'report/nag', ...words);
      const written = existsSync('report')
        ? readdirSync('report/nag').map((name) => [name, readFileSync(path.join('report/nag', name), 'utf8')] as const)
        : [];
      return { ...said, written: Object.fromEntries(written) };
    }),
  );
}

const [aws, ...auditors] = evidenceOf().packs;
const withPacks = (change: Partial<NonNullable<typeof aws>>): NagEvidence['packs'] =>
  aws === undefined ? [] : [{ ...aws, ...change }, ...auditors];

describe('cdk-domicile nag', () => {
  it('writes a page, CSV, JSON and SARIF, and ends with 0 where nothing is open', () => {
    const { code, result, messages, written } = nag(nagAssembly());
    expect({ code, result, messages, names: Object.keys(written).toSorted() }).toEqual({
      code: 0,
      result: [
        'AwsSolutions: 0 open, 2 acknowledged, 0 not run, 1 types with unseen resources',
        'NIST.800.53.R5: 0 open, 0 acknowledged, 0 not run, 1 types with unseen resources',
        'HIPAA.Security: 0 open, 0 acknowledged, 0 not run, 1 types with unseen resources',
        '',
      ].join('\n'),
      messages: [],
      names: ['nag.csv', 'nag.html', 'nag.json', 'nag.sarif'],
    });
  });

  it('tells what both cells have once, with its answer, and the proof that they are the same', () => {
    const { packs, cells, templates, overrides, day } = JSON.parse(
      nag(nagAssembly()).written['nag.json'] ?? '',
    ) as NagReport;
    const media = (cell: string) => ({
      resource: `${cell}-Data/Media/Resource`,
      stack: `${cell}-Data`,
      logicalId: 'Media',
      template: `${cell}-Data.template.json`,
    });
    expect({ day, cells, overrides, acknowledged: packs[0]?.acknowledged }).toEqual({
      day: '2026-11-24',
      cells: [
        { name: 'Eu', region: 'eu-central-1', account: '111111111111' },
        { name: 'International', region: 'ap-southeast-1', account: '222222222222' },
      ],
      overrides: [{ place: '<cell>-Data/Media/Resource', properties: ['Tags'], cells: ['Eu', 'International'] }],
      acknowledged: [
        {
          rule: 'AwsSolutions-S1',
          severity: 'error',
          description: expect.any(String),
          place: '<cell>-Data/Media/Resource',
          type: 'AWS::S3::Bucket',
          source: { file: 'lib/constructs/regional-bucket.ts', line: 40 },
          in: { Eu: media('Eu'), International: media('International') },
          answer: { reason: 'nobody asks for its objects', owner: 'platform', since: '2026-11-01' },
          at: '<cell>-Data/Media',
          age: 23,
          answered: { file: 'stacks/data-stack.ts', line: 12 },
        },
      ],
    });
    expect(templates).toEqual([{ stack: 'Data', hashes: expect.any(Object), same: true }]);
    expect(new Set(Object.values(templates[0]?.hashes ?? {})).size).toBe(1);
  });

  it('writes the same bytes again, whatever the day of the run, for the same day of the report', () => {
    const words = ['--day', '2026-12-01'];
    expect(nag(nagAssembly(), ...words).written).toEqual(nag(nagAssembly(), ...words).written);
    expect(nag(nagAssembly(), ...words).written['nag.html']).toContain('30 days');
  });

  it('names nothing by its place on this machine', () => {
    const { written } = nag(nagAssembly());
    for (const text of Object.values(written)) expect(text).not.toMatch(/"\/|\/tmp\/|\/home\//u);
  });

  it('tells rules that could not run, though what they report is acknowledged', () => {
    const failures = [{ rule: 'AwsSolutions-S1', resource: 'Eu-Data/Media/Resource', message: 'it cannot be told' }];
    const { code, result } = nag(nagAssembly(evidenceOf({ packs: withPacks({ failures }) })));
    expect({ code, told: result.split('\n').filter((line) => line.startsWith('not run')) }).toEqual({
      code: 0,
      told: ["not run: 'AwsSolutions-S1' on 'Eu-Data/Media/Resource': it cannot be told"],
    });
  });

  it('judges any assembly by the packs that are named, though it has no cells', () => {
    const templates = { 'Shop.template.json': '{"Resources":{}}' };
    const evidence = {
      ...evidenceOf({ packs: withPacks({ findings: [] }).slice(0, 1), acknowledgements: [] }, templates),
      resources: {},
      overrides: {},
    };
    const files = nagAssembly(evidence, [], templates, { Shop: 'aws://111111111111/eu-west-1' });
    const { code, result, messages, written } = nag(files, '--pack', 'AwsSolutions');
    expect({ code, result, messages, files: Object.keys(written).length }).toEqual({
      code: 0,
      result: 'AwsSolutions: 0 open, 0 acknowledged, 0 not run, 1 types with unseen resources\n',
      messages: [],
      files: 4,
    });
    expect((JSON.parse(written['nag.json'] ?? '') as NagReport).cells).toEqual([]);
    expect(nag(files, '--pack', 'AwsSolutions', '--pack', 'Serverless').messages).toEqual([
      "'cdk.out' was not judged by 'Serverless'; synthesize again, with 'npm run synth:strict', or name with --pack those that run",
    ]);
  });

  it.each([
    {
      name: 'something is open',
      files: nagAssembly(evidenceOf({ acknowledgements: [] }), [
        ['AwsSolutions', 'AwsSolutions-S1', 'Eu-Data/Media/Resource'],
        ['AwsSolutions', 'AwsSolutions-S1', 'International-Data/Media/Resource'],
      ]),
      says: "open: 'AwsSolutions-S1' on '<cell>-Data/Media/Resource' (lib/constructs/regional-bucket.ts:40)",
    },
    {
      name: 'something is silenced without a trace, which is open all the same',
      files: nagAssembly(evidenceOf({ acknowledgements: acknowledgedInBoth('Annotation::AwsSolutions-S1') })),
      says: "open: 'AwsSolutions-S1' on '<cell>-Data/Media/Resource' (lib/constructs/regional-bucket.ts:40)",
    },
    {
      name: 'a debt is overdue',
      files: nagAssembly(
        evidenceOf({ acknowledgements: acknowledgedInBoth('AwsSolutions::AwsSolutions-S1', { until: '2026-11-23' }) }),
      ),
      says: "expired-acknowledgement: 'AwsSolutions::AwsSolutions-S1' is acknowledged on 'Eu-Data/Media' until 2026-11-23, which has passed; 'platform' mends the finding or decides again",
    },
    {
      name: 'the cells differ',
      files: (() => {
        const templates = templateFiles({ 'Eu-Data.template.json': dataTemplate('Eu', 'more') });
        return nagAssembly(evidenceOf({}, templates), [], templates);
      })(),
      says: "the cells differ in 'Data'",
    },
  ])('ends with 1 where $name', ({ files, says }) => {
    const { code, result, written } = nag(files);
    expect({ code, says: result.split('\n').includes(says), files: Object.keys(written).length }).toEqual({
      code: 1,
      says: true,
      files: 4,
    });
  });

  it.each([
    {
      name: 'there is no assembly',
      files: { 'readme.txt': '' },
      message: "'cdk.out' is no cloud assembly; name the folder that 'cdk synth' writes, such as 'cdk.out'",
    },
    {
      name: 'the evidence is not what a synthesis writes',
      files: nagAssembly({ ...evidenceOf(), packs: [{ pack: 'AwsSolutions' }] }),
      message:
        "'cdk.out/nag-evidence.json' is not what a synthesis writes at 'packs.0.rules'; synthesize again, with 'npm run synth:strict'",
    },
    {
      name: 'a pack did not run',
      files: nagAssembly(evidenceOf({ packs: aws === undefined ? [] : [aws] })),
      message:
        "'cdk.out' was not judged by 'NIST.800.53.R5' and 'HIPAA.Security'; synthesize again, with 'npm run synth:strict', or name with --pack those that run",
    },
    {
      name: 'a template is not the one that was judged',
      files: nagAssembly(evidenceOf(), [], templateFiles({ 'Eu-Data.template.json': dataTemplate('Eu', 'later') })),
      message:
        "'cdk.out/Eu-Data.template.json' is not the template that the packs have judged; synthesize again, with 'npm run synth:strict'",
    },
    {
      name: 'a template that was judged is gone',
      files: nagAssembly(evidenceOf({}, templateFiles({ 'Eu-Api.template.json': '{}' }))),
      message:
        "'cdk.out/Eu-Api.template.json' is not the template that the packs have judged; synthesize again, with 'npm run synth:strict'",
    },
    {
      name: "CDK's own report has something open that the evidence has not",
      files: nagAssembly(evidenceOf(), [['HIPAA.Security', 'HIPAA.Security-S1', 'Eu-Data/Media/Resource']]),
      message:
        "'cdk.out/validation-report.json' and nag-evidence.json differ on 'HIPAA.Security'; synthesize again, with 'npm run synth:strict'",
    },
    {
      name: "the evidence has something open that CDK's own report has not",
      files: nagAssembly(evidenceOf({ packs: withPacks({ findings: inBothCells('AwsSolutions-IAM5') }) })),
      message:
        "'cdk.out/validation-report.json' and nag-evidence.json differ on 'AwsSolutions'; synthesize again, with 'npm run synth:strict'",
    },
    {
      name: 'the day is none',
      files: nagAssembly(),
      words: ['--day', 'yesterday'],
      message: "the day is 'yesterday'; write one such as '2026-11-24'",
    },
  ])('ends with 2 where $name, and writes nothing', ({ files, words = [], message }) => {
    const { messages, ...rest } = nag(files, ...words);
    expect(rest).toEqual({ code: 2, result: '', written: {} });
    expect(messages).toEqual([message]);
  });

  it('asks for the evidence where a synthesis left none', () => {
    const files = Object.fromEntries(Object.entries(nagAssembly()).filter(([name]) => !name.endsWith('evidence.json')));
    expect(nag(files).messages).toEqual([
      "'cdk.out' has no nag-evidence.json, which AcknowledgementChecks of 'cdk-domicile/nag' writes; synthesize again, with 'npm run synth:strict'",
    ]);
  });

  it('writes nothing where one file cannot be written, and leaves what was there', () => {
    inFolder({ ...nagAssembly(), 'out/nag.csv': 'old', 'out/nag.html/in-the-way': '' }, (folder) =>
      within(folder, () => {
        const { code, messages } = run('nag', 'cdk.out', '--out', 'out');
        expect({
          code,
          messages,
          csv: readFileSync('out/nag.csv', 'utf8'),
          left: readdirSync('out').toSorted(),
        }).toEqual({
          code: 2,
          messages: ["'out' cannot be written; name a folder with --out that can be"],
          csv: 'old',
          left: ['nag.csv', 'nag.html'],
        });
      }),
    );
  });

  it('ends with 2 where the folder is a file', () => {
    inFolder(nagAssembly(), (folder) =>
      within(folder, () => {
        writeFileSync('out', 'a file');
        expect(run('nag', 'cdk.out', '--out', 'out')).toEqual({
          code: 2,
          result: '',
          messages: ["'out' cannot be written; name a folder with --out that can be"],
        });
      }),
    );
  });
});
