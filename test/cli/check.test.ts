import { execFileSync } from 'node:child_process';
import {
  closeSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { XMLValidator } from 'fast-xml-parser';
import { main } from '../../lib/cli/program';
import { inFolder, manifestOf, within } from '../support/folder';
import { run, runIn, TODAY } from './support/run';

const CLEAN = { Resources: { K: { Type: 'AWS::KMS::Key' } } };
const LEAKING = { Resources: { K: { Type: 'AWS::KMS::Key', Properties: { MultiRegion: true } } } };
const HOME = ['--home', 'eu-central-1'];

const EXCEPTION = {
  channel: 'kms-multi-region-key',
  resource: 'K',
  stack: 't.json',
  reason: 'signatures are verified elsewhere',
  legalBasis: 'no personal data',
  owner: 'team-identity',
  expires: TODAY,
};

describe('cdk-domicile check', () => {
  it('ends with 0 when it finds nothing', () => {
    expect(runIn({ 't.json': CLEAN }, 'check', 't.json', ...HOME)).toEqual({
      code: 0,
      result: 'no findings in 1 stack\n',
      messages: [],
    });
  });

  it('ends with 1 when it finds something', () => {
    const { code, result, messages } = runIn({ 't.json': LEAKING }, 'check', 't.json', ...HOME, '--format', 'json');
    expect({ code, messages }).toEqual({ code: 1, messages: [] });
    expect(JSON.parse(result)).toMatchObject({
      findings: [{ channel: 'kms-multi-region-key', logicalId: 'K', severity: 'error', line: 1 }],
      excepted: [],
      flows: [],
    });
  });

  it('ends with 0 when what it finds is for information, unless that is asked for', () => {
    const words = ['check', 't.json', ...HOME, '--allow', 'eu-central-1, eu-north-1'];
    expect(runIn({ 't.json': LEAKING }, ...words)).toMatchObject({ code: 0, messages: [] });
    expect(runIn({ 't.json': LEAKING }, ...words, '--strict')).toMatchObject({ code: 1, messages: [] });
  });

  it('ends with 2 where nothing is written into the pipe that it is given, and does not wait', () => {
    inFolder({}, (folder) =>
      within(folder, () => {
        execFileSync('mkfifo', ['t.json']);
        expect(run('check', 't.json', ...HOME)).toMatchObject({
          code: 2,
          result: expect.stringContaining("'t.json' is a pipe or a device; name a file in JSON or YAML"),
        });
      }),
    );
  });

  it('ends with 1 when it finds something beside what it could not judge, and says both', () => {
    const files = { 't.json': LEAKING, 'u.json': '{' };
    const { code, result, messages } = runIn(files, 'check', 't.json', 'u.json', ...HOME, '--format', 'json');
    expect({ code, messages }).toEqual({ code: 1, messages: [expect.stringContaining("'u.json' is no JSON")] });
    expect(JSON.parse(result)).toMatchObject({ problems: [{ code: 'BrokenJson' }] });
  });

  it.each([
    [
      'a file that is not there',
      ['none.json', ...HOME],
      "could not judge\n  'none.json' is not there; name a template, a folder or a cloud assembly\n\nnothing was judged\n",
      [],
    ],
    [
      'a template without a home',
      ['t.json'],
      "could not judge\n  nothing says where 't.json' is deployed to; name its region with --home\n\nnothing was judged\n",
      [],
    ],
    [
      'a region that AWS does not have',
      ['t.json', '--home', 'eu-centrl-1'],
      '',
      ["the home region is 'eu-centrl-1', which is no region of AWS; did you mean 'eu-central-1'"],
    ],
    [
      'a region that no setting allows',
      ['t.json', ...HOME, '--allow', 'cn-north-1'],
      '',
      [
        "an allowed region is 'cn-north-1' in the partition 'aws-cn', which no setting allows; check it where it is operated",
      ],
    ],
    [
      'regions allowed in two ways',
      ['t.json', '--allow', 'eu-north-1', '--jurisdictions', 't.json'],
      '',
      ['both allowed regions and jurisdictions are given; name the regions of each jurisdiction among the latter'],
    ],
    [
      'jurisdictions that are none',
      ['t.json', ...HOME, '--jurisdictions', 't.json'],
      '',
      ["'t.json' cannot be used:\n  'Resources.homeRegion' is missing; name a region such as 'eu-central-1'"],
    ],
    [
      'jurisdictions that are not there',
      ['t.json', ...HOME, '--jurisdictions', 'none.yaml'],
      '',
      ["'none.yaml' cannot be read; name a file that can be"],
    ],
    [
      'exceptions that are none',
      ['t.json', ...HOME, '--exceptions', 't.json'],
      '',
      ["'t.json' holds no list; exceptions are a list, in which [] means none"],
    ],
    [
      'exceptions that are not there',
      ['t.json', ...HOME, '--exceptions', 'none.json'],
      '',
      ["'none.json' is not there; name a file of exceptions, in which [] means none"],
    ],
    [
      'a format that nobody knows',
      ['t.json', ...HOME, '--format', 'xml'],
      '',
      ["the format is 'xml'; use one of 'text', 'json', 'sarif', 'junit'"],
    ],
    [
      'an output that cannot be written',
      ['t.json', ...HOME, '--output', 'none/report'],
      '',
      ["'none/report' cannot be written; name a file in a folder that is there"],
    ],
    ['nothing to check', [], '', ["missing required argument 'inputs'"]],
    ['an option that nobody knows', ['t.json', '--pardon'], '', ["unknown option '--pardon'"]],
  ])('ends with 2 for %s', (_, words, result, messages) => {
    expect(runIn({ 't.json': CLEAN }, 'check', ...words)).toEqual({ code: 2, result, messages });
  });
});

describe('what check takes for accepted', () => {
  const check = ['check', 't.json', ...HOME];

  it('stands in residency-exceptions.json of the working directory', () => {
    const files = { 't.json': LEAKING, 'residency-exceptions.json': [EXCEPTION] };
    expect(runIn(files, ...check)).toEqual({
      code: 0,
      result: `accepted, until a day
  t.json/K  kms-multi-region-key
    until 2026-11-24, by team-identity: signatures are verified elsewhere

no findings in 1 stack, 1 accepted
`,
      messages: [],
    });
  });

  it('stands in the file that is named', () => {
    const files = { 't.json': LEAKING, 'accepted.json': [EXCEPTION] };
    expect(runIn(files, ...check)).toMatchObject({ code: 1 });
    expect(runIn(files, ...check, '--exceptions', 'accepted.json')).toMatchObject({ code: 0 });
  });

  it.each([
    ['is over', { ...EXCEPTION, expires: '2026-11-23' }],
    ['is of nobody', { ...EXCEPTION, owner: '' }],
    ['is needed by nothing', { ...EXCEPTION, resource: 'Other' }],
  ])('ends with 1 when it %s', (_, exception) => {
    expect(runIn({ 't.json': CLEAN, 'residency-exceptions.json': [exception] }, ...check)).toMatchObject({ code: 1 });
  });
});

describe('where check lets data move', () => {
  const replicated = (...regions: readonly string[]) => ({
    Resources: {
      T: { Type: 'AWS::DynamoDB::GlobalTable', Properties: { Replicas: regions.map((Region) => ({ Region })) } },
    },
  });
  const files = {
    'manifest.json': manifestOf({ Eu: { region: 'eu-central-1' }, Us: { region: 'us-east-1' } }),
    'Eu.template.json': replicated('eu-central-1', 'eu-north-1'),
    'Us.template.json': replicated('us-east-1', 'us-west-2', 'eu-central-1'),
    'jurisdictions.yaml':
      'eu:\n  homeRegion: eu-central-1\n  allowedRegions: [eu-north-1]\nus:\n  homeRegion: us-east-1\n',
  };

  it('is among the regions of each jurisdiction', () => {
    const { code, result } = runIn(files, 'check', '.', '--jurisdictions', 'jurisdictions.yaml', '--format', 'json');
    const { findings } = JSON.parse(result) as { findings: { stack: string; value: string }[] };
    expect({ code, findings: findings.map(({ stack, value }) => `${stack} ${value}`) }).toEqual({
      code: 1,
      findings: ['Us us-west-2', 'Us eu-central-1'],
    });
  });
});

describe('what check proves', () => {
  const store = { Type: 'AWS::DynamoDB::Table' };
  const role = {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: {
        Statement: { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
      },
      Policies: [
        {
          PolicyName: 'p',
          PolicyDocument: {
            Statement: { Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: { 'Fn::GetAtt': ['People', 'Arn'] } },
          },
        },
      ],
    },
  };
  const reader = { Type: 'AWS::Lambda::Function', Properties: { Role: { 'Fn::GetAtt': ['Role', 'Arn'] } } };
  const KEPT = { 't.json': { Resources: { People: store } } };
  const READ = { 't.json': { Resources: { People: store, Role: role, Reader: reader } } };
  const check = ['check', 't.json', ...HOME];

  it('is that a store reaches nothing abroad, within what it says', () => {
    const { code, result } = runIn(KEPT, ...check, '--prove');
    expect({ code, result }).toEqual({
      code: 0,
      result: expect.stringMatching(/^proved to stay at home, provided that\n {2}- [\s\S]*\n\n {2}\S+People\n/),
    });
  });

  it('is no more where there is a way abroad, which counts when that is asked for', () => {
    expect(runIn(READ, ...check)).toMatchObject({ code: 0 });
    const { code, result } = runIn(READ, ...check, '--prove');
    expect({ code, result }).toEqual({ code: 1, result: expect.stringMatching(/^ways abroad$/mu) });
  });

  it('stands in JSON without being asked for', () => {
    const verdicts = (files: typeof KEPT) => {
      const { code, result } = runIn(files, ...check, '--format', 'json');
      const { flows } = JSON.parse(result) as { flows: { verdict: string }[] };
      return { code, verdicts: flows.map(({ verdict }) => verdict) };
    };
    expect([verdicts(KEPT), verdicts(READ)]).toEqual([
      { code: 0, verdicts: ['proved'] },
      { code: 0, verdicts: ['path'] },
    ]);
  });

  it('is nothing where something was not judged', () => {
    const { code, result } = runIn({ ...KEPT, 'u.json': '{' }, ...check, 'u.json', '--prove', '--format', 'json');
    expect({ code, flows: (JSON.parse(result) as { flows: object[] }).flows }).toEqual({ code: 2, flows: [] });
  });
});

describe('the report of check', () => {
  it.each([
    ['text', (text: string) => text.includes('1 finding in 1 stack')],
    ['json', (text: string) => (JSON.parse(text) as { findings: object[] }).findings.length === 1],
    ['sarif', (text: string) => (JSON.parse(text) as { version: string }).version === '2.1.0'],
    ['junit', (text: string) => XMLValidator.validate(text) === true],
  ])('is written as %s', (format, isRight) => {
    const { code, result } = runIn({ 't.json': LEAKING }, 'check', 't.json', ...HOME, '--format', format);
    expect({ code, isRight: isRight(result) }).toEqual({ code: 1, isRight: true });
  });

  /** What is in the folder after a report was written to `report` there. */
  function written(prepare: () => void = () => undefined) {
    return inFolder({ 't.json': CLEAN }, (folder) =>
      within(folder, () => {
        prepare();
        const { result } = run('check', 't.json', ...HOME, '--output', 'report');
        return { result, files: readdirSync('.').toSorted(), report: readFileSync('report', 'utf8') };
      }),
    );
  }

  it('is written to a file, and nothing beside it', () => {
    expect(written()).toEqual({ result: '', files: ['report', 't.json'], report: 'no findings in 1 stack\n' });
  });

  it('takes the place of an older one, through a link as well', () => {
    const older = () => {
      writeFileSync('target', 'an older report');
      symlinkSync('target', 'report');
    };
    const report = 'no findings in 1 stack\n';
    expect(written(older)).toEqual({ result: '', files: ['report', 't.json', 'target'], report });
  });

  it('leaves no part of it where it cannot be written', () => {
    inFolder({ 't.json': CLEAN, 'report/x': '' }, (folder) =>
      within(folder, () => {
        const { code } = run('check', 't.json', ...HOME, '--output', 'report');
        expect({ code, files: readdirSync('.').toSorted() }).toEqual({ code: 2, files: ['report', 't.json'] });
      }),
    );
  });

  it('is written into a pipe, and not over it', () => {
    inFolder({ 't.json': CLEAN }, (folder) =>
      within(folder, () => {
        execFileSync('mkfifo', ['pipe']);
        // Opened for both, it waits for nobody at the other end.
        const reader = openSync('pipe', 'r+');
        try {
          const { code } = run('check', 't.json', ...HOME, '--output', 'pipe');
          const buffer = Buffer.alloc(100);
          const read = buffer.toString('utf8', 0, readSync(reader, buffer));
          expect({ code, read, isPipe: lstatSync('pipe').isFIFO() }).toEqual({
            code: 0,
            read: 'no findings in 1 stack\n',
            isPipe: true,
          });
        } finally {
          closeSync(reader);
        }
      }),
    );
  });

  it('leaves a device what it is', () => {
    expect(runIn({ 't.json': CLEAN }, 'check', 't.json', ...HOME, '--output', '/dev/null')).toMatchObject({ code: 0 });
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  it('is coloured on a terminal, and never in a file', () => {
    const styledRun = (...more: readonly string[]) =>
      inFolder({ 't.json': CLEAN }, (folder) =>
        within(folder, () => {
          const results: string[] = [];
          const output = { result: (text: string) => results.push(text), message: () => undefined, styled: true };
          main(['check', 't.json', ...HOME, ...more], output, TODAY);
          return more.length > 0 ? readFileSync('report', 'utf8') : results.join('');
        }),
      );
    expect([styledRun(), styledRun('--output', 'report')]).toEqual([
      '\u001b[1mno findings in 1 stack\u001b[22m\n',
      'no findings in 1 stack\n',
    ]);
  });
});

describe('the progress of check', () => {
  it.each([
    ['what it does, and clears it', 't.json', ['reading templates …', 'judging stacks …', undefined]],
    ['nothing any more after it failed', 'none.json', [undefined]],
  ])('shows %s', (_, exceptions, steps) => {
    inFolder({ 't.json': CLEAN, 'residency-exceptions.json': [] }, (folder) =>
      within(folder, () => {
        const shown: (string | undefined)[] = [];
        const output = {
          result: () => undefined,
          message: () => undefined,
          progress: (step: string | undefined) => shown.push(step),
        };
        const more = exceptions === 'none.json' ? ['--exceptions', exceptions] : [];
        main(['check', 't.json', ...HOME, ...more], output, TODAY);
        expect(shown).toEqual(steps);
      }),
    );
  });
});
