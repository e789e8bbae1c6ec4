import { CHANNELS } from '../../lib/catalogue/catalogue';
import { run } from './support/run';

describe('cdk-domicile explain', () => {
  it('answers the three questions, shows examples, and says what each control sees', () => {
    const { code, result, messages } = run('explain', 'kms-multi-region-key');
    expect({ code, messages }).toEqual({ code: 0, messages: [] });
    const headings = result.split('\n').filter((line) => /^\S/.test(line) && !line.startsWith('KMS'));
    expect(headings).toEqual([
      'kms-multi-region-key (keys)',
      'What leaves?',
      'When is it legitimate?',
      'How is it closed?',
      'Found, in a stack of eu-central-1:',
      'Passes, in a stack of eu-central-1:',
      'Proactive control: the final template',
      'Preventive control: the call',
      'Detective control: after the call',
      'Audit control: the live account',
      'References',
    ]);
  });

  it('names rules that demand the opposite, and what serves their purpose', () => {
    const { result } = run('explain', 'eventbridge-global-endpoint');
    expect(result).toContain(`Who demands the opposite?
  Rules of other packs demand that global endpoints replicate events to their secondary region.

  What for? Events`);
    expect(result).toContain(`  - EventBridge.4
    of: AWS Security Hub
    at home: passes where there is no global endpoint`);
  });

  it('tells which control sees which channel, and how many each sees', () => {
    const { code, result } = run('explain', '--coverage');
    expect(code).toBe(0);
    const [matrix = '', sums = ''] = result.split('\n\n');
    expect(
      matrix
        .split('\n')
        .slice(1)
        .map((line) => line.split(' ')[0]),
    ).toEqual(CHANNELS.map(({ id }) => id));
    expect(matrix).toMatch(/^kms-multi-region-key +keys +yes +exact +source, destination +yes$/mu);
    expect(sums).toMatch(new RegExp(`^all +${CHANNELS.length} `, 'mu'));
  });

  it('says why a control sees nothing, and shows no example where there is none', () => {
    const { result } = run('explain', 'dynamodb-global-table-v1');
    expect(result).toContain(`Proactive control: the final template
  Not covered: CloudFormation has no resource for this version; it is made by API calls only.

Preventive control`);
    expect(result).not.toContain('Found, in a stack');
  });

  it('tells every channel in lines that a terminal shows, but for examples and names that are longer', () => {
    const blocks = CHANNELS.flatMap(({ id }) => run('explain', id).result.split('\n\n'));
    const lines = blocks.filter((block) => !/^(?:Found|Passes),/.test(block)).flatMap((block) => block.split('\n'));
    expect(lines.filter((line) => line.length > 110 && /\S \S/.test(line.replace(/^[ -]*/, '')))).toEqual([]);
  });

  it('lists every channel with its compliant state', () => {
    const { code, result } = run('explain');
    expect(code).toBe(0);
    expect(
      CHANNELS.filter(({ id, title }) => !new RegExp(`^ {2}${id} +`, 'mu').test(result) || !result.includes(title)),
    ).toEqual([]);
  });

  it.each([
    ['a slip of the hand', 'kms-multiregion-key', "did you mean 'kms-multi-region-key'"],
    ['some of its words', 'bucket replication', "'s3-bucket-replication'"],
    ['something else', 'xyz', "'xyz' is no channel of the catalogue; 'cdk-domicile explain' lists them"],
  ])('ends with 2 for %s, and names the nearest', (_, id, message) => {
    expect(run('explain', id)).toEqual({ code: 2, result: '', messages: [expect.stringContaining(message)] });
  });
});
