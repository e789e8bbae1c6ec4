import { textReport } from '../../lib/reporting/text';
import { EVERYTHING, FLOWING, NOT_JUDGED, NOTHING, REPLICA, UNKNOWN, UNREAD } from './support/reports';

describe('the report for a person', () => {
  it('says that nothing was found, and in how much', () => {
    expect(textReport(NOTHING)).toBe('no findings in 2 stacks\n');
  });

  it('says where what would move from where to where, and what to do', () => {
    expect(textReport(EVERYTHING)).toBe(`template.yaml in eu-central-1 (Frankfurt)

  info  no-longer-known
    template.yaml:3  Media

Eu-Data in eu-central-1 (Frankfurt)

  error  dynamodb-global-table
    Every item is copied to the replica region and can be read there. A witness region holds the log of
    changes.

    stacks/data stack.ts:12  Eu-Data/People
      eu-central-1 (Frankfurt) → us-east-1 (N. Virginia)
      'Replicas[1].Region' of 'Eu-Data/People' is 'us-east-1', outside of 'eu-central-1'

    fix: Remove the replica.
    more: cdk-domicile explain dynamodb-global-table

residency-exceptions.json

  error  exception-expired

    residency-exceptions.json:21  Eu-Data/Old
      exception 3 of 'residency-exceptions.json': accepted until '2026-01-31' and no longer

    fix: Close the channel.

accepted, until a day
  Eu-Data/Sessions  dynamodb-global-table
    until 2027-06-30, by team-sessions: sessions of travellers

could not judge
  'a.yaml' is empty; name a template in JSON or YAML

2 findings in 2 stacks, 1 for information, 1 accepted, 1 not judged
`);
  });

  it('says once what several findings have in common, and puts the worst first', () => {
    const findings = [
      { ...REPLICA, channel: 'no-longer-known', severity: 'info' as const },
      { ...REPLICA, channel: 'no-longer-known', severity: 'warning' as const, value: 'somewhere' },
      REPLICA,
      { ...REPLICA, path: 'Replicas[2].Region', fix: 'Remove it too.' },
      { ...REPLICA, path: 'Replicas[3].Region', value: 'eu-west-3,us-east-1', source: undefined },
    ];
    const lines = textReport({ ...NOTHING, findings }).split('\n');
    expect(lines.filter((line) => /^ {2}\S|→|fix|more|risk|template/.test(line))).toEqual([
      '  error  dynamodb-global-table',
      '      eu-central-1 (Frankfurt) → us-east-1 (N. Virginia)',
      '    cdk.out/Eu-Data.template.json  Eu-Data/People',
      '      eu-central-1 (Frankfurt) → eu-west-3 (Paris), us-east-1 (N. Virginia)',
      '    fix: Remove the replica.',
      '      eu-central-1 (Frankfurt) → us-east-1 (N. Virginia)',
      '    fix: Remove it too.',
      '    more: cdk-domicile explain dynamodb-global-table',
      '  warning  no-longer-known',
      '      eu-central-1 (Frankfurt) → abroad',
      '    fix: Remove the replica.',
      '  info  no-longer-known',
    ]);
  });

  it('tells what is for information as fully as the rest where that is asked for', () => {
    const findings = [{ ...REPLICA, severity: 'info' as const }];
    expect(
      textReport({ ...NOTHING, findings }, { strict: true })
        .split('\n')
        .slice(2, 8),
    ).toEqual([
      '  info  dynamodb-global-table',
      '    Every item is copied to the replica region and can be read there. A witness region holds the log of',
      '    changes.',
      '',
      '    stacks/data stack.ts:12  Eu-Data/People',
      '      eu-central-1 (Frankfurt) → us-east-1 (N. Virginia)',
    ]);
  });

  const ways = `ways abroad
  error  Eu-Data/People
    → Eu-Api/Export
      by grant: dynamodb:GetItem (Eu-Api Policy PolicyDocument.Statement[0])
    → the internet
      by network: no VPC, possibly (Eu-Api Export)

`;

  it('says of each way abroad where it leads, hop by hop', () => {
    expect(textReport(FLOWING)).toBe(`${ways}no findings in 2 stacks, 1 store with a way abroad\n`);
  });

  it('says what is proved, and within what, where that is asked for', () => {
    expect(textReport(FLOWING, { proofs: true })).toBe(`${ways}proved to stay at home, provided that
  - these templates are what is deployed
  - administrators carry nothing away

  Eu-Data/Sessions

  Eu-Data/Media
    - 'media' is not personal

no findings in 2 stacks, 1 store with a way abroad
`);
  });

  it('shows what a terminal would obey, and keeps its own styles', () => {
    const named = { ...UNKNOWN, logicalId: 'A\u001b[2J\u0007\u202eB' };
    const report = { ...NOTHING, findings: [named] };
    const told = 'template.yaml:3  A\\u001b[2J\\u0007\\u202eB\n';
    const plain = textReport(report);
    const styled = textReport(report, { styled: true });
    expect({
      plain: plain.includes(told),
      styled: styled.includes(told),
      escapes: styled.split('\u001b').length - 1,
    }).toEqual({
      plain: true,
      styled: true,
      // Of the stack, the severity and the sum, a beginning and an end each.
      escapes: 6,
    });
  });

  it('says that nothing was judged', () => {
    expect(textReport(NOT_JUDGED)).toBe(
      "could not judge\n  'a.yaml' is empty; name a template in JSON or YAML\n\nnothing was judged\n",
    );
  });

  it('says which nested templates nobody has read', () => {
    expect(textReport(UNREAD)).toBe(`nested templates that lie elsewhere, and were not read
  template.yaml/Elsewhere

no findings in 2 stacks, 1 nested template not read
`);
  });

  it('is coloured where colours are shown', () => {
    const text = textReport({ ...NOTHING, findings: [REPLICA] }, { styled: true });
    expect(text.split('\n').filter((line) => line.includes('\u001b'))).toEqual([
      '\u001b[1mEu-Data in eu-central-1 (Frankfurt)\u001b[22m',
      '  \u001b[31merror\u001b[39m  dynamodb-global-table',
      '\u001b[2m    more: cdk-domicile explain dynamodb-global-table\u001b[22m',
      '\u001b[1m1 finding in 2 stacks\u001b[22m',
    ]);
  });
});
