import { type CheckOptions, check } from '../../../lib/controls/proactive/check';
import { inFolder, within } from '../../support/folder';

const table = (region: string) => ({
  Type: 'AWS::DynamoDB::GlobalTable',
  Properties: { Replicas: [{ Region: region }] },
});

describe('a check', () => {
  it('takes no severity from what is for information', () => {
    const files = { 't.json': { Resources: { K: { Type: 'AWS::KMS::Key', Properties: { MultiRegion: true } } } } };
    const severities = (options: CheckOptions) =>
      inFolder(files, (folder) => check([folder], options).findings.map(({ severity }) => severity));
    expect([
      severities({ home: 'eu-central-1' }),
      severities({ home: 'eu-central-1', allowed: ['eu-north-1'] }),
    ]).toEqual([['error'], ['info']]);
  });

  it.each([
    [{ home: 'frankfurt' }, "the home region is 'frankfurt', which is no region of AWS"],
    [
      { home: 'eu-central-1', allowed: ['eu-nort-1'] },
      "an allowed region is 'eu-nort-1', which is no region of AWS; did you mean 'eu-north-1'",
    ],
    [
      { home: 'cn-north-1' },
      "the home region is 'cn-north-1' in the partition 'aws-cn', which no setting allows; check it where it is operated",
    ],
    [
      { home: 'eu-central-1', allowed: ['cn-northwest-1'] },
      "an allowed region is 'cn-northwest-1' in the partition 'aws-cn', which no setting allows; check it where it is operated",
    ],
    [
      { home: 'eu-central-1', groups: [['eu-central-1', 'eu-nort-1']] },
      "an allowed region is 'eu-nort-1', which is no region of AWS; did you mean 'eu-north-1'",
    ],
  ])('refuses the settings %j', (options, message) => {
    expect(() => check([], options)).toThrow(message);
  });

  it('says that it could not judge a loop that never ends', () => {
    const items = Array.from({ length: 100 }, (_, index) => `${index}`);
    const loop = (name: string, body: object) => ({ [`Fn::ForEach::${name}`]: [name, items, body] });
    const files = {
      't.json': { Resources: loop('A', loop('B', loop('C', { 'T${A}x${B}x${C}': table('us-east-1') }))) },
    };
    const result = inFolder(files, (folder) => check([folder], { home: 'eu-central-1' }));
    expect(result.problems.map(({ code }) => code)).toEqual(['TooManyCopies']);
  });

  it('says that it could not judge what is nested too deeply', () => {
    const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
    const text = `{"Resources":{"T":{"Type":"AWS::DynamoDB::GlobalTable","Properties":{"Replicas":{"Fn::Foo":${deep}}}}}}`;
    const files = { 't.json': text, 'u.json': { Resources: {} } };
    const result = inFolder(files, (folder) =>
      within(folder, () => check(['u.json', 't.json'], { home: 'eu-central-1' })),
    );
    expect(result.problems.map(({ message }) => message)).toEqual([
      "'t.json' is nested too deeply to be judged; no template is",
    ]);
  });
});
