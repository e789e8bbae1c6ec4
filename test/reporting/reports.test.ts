import { InputError } from '../../lib/domain/errors';
import type { Finding } from '../../lib/domain/finding';
import { jsonReport } from '../../lib/reporting/json';
import type { Report } from '../../lib/reporting/report';
import { textReport } from '../../lib/reporting/text';

const finding: Finding = {
  channel: 'dynamodb-global-table',
  level: 'content',
  severity: 'error',
  reach: 'abroad',
  stack: 'Eu-Data',
  region: 'eu-central-1',
  logicalId: 'PeopleE38C8D03',
  resourceType: 'AWS::DynamoDB::GlobalTable',
  path: 'Replicas[1].Region',
  value: 'us-east-1',
  message: "'Replicas[1].Region' of 'Eu-Data/People' is 'us-east-1', outside of 'eu-central-1'",
  fix: 'Remove the replica.',
  template: 'cdk.out/Eu-Data.template.json',
  constructPath: 'Eu-Data/People',
  source: { file: 'stacks/data.ts', line: 12 },
};
const judged = [{ stack: 'Eu-Data', template: 'cdk.out/Eu-Data.template.json', region: 'eu-central-1' }];
const nothing: Report = { findings: [], problems: [], judged };
const { source: _, ...withoutSource } = finding;
const everything: Report = {
  findings: [finding, { ...withoutSource, channel: 'no-longer-known', severity: 'info' }],
  problems: [new InputError('EmptyFile', "'a.yaml' is empty; name a template in JSON or YAML")],
  judged,
};

describe('the report for a person', () => {
  it('says that nothing was found, and in how much', () => {
    expect(textReport(nothing)).toBe('no findings in 1 stack\n');
  });

  it('says what would move, where it stands, what that means and what to do', () => {
    expect(textReport(everything)).toBe(`error  dynamodb-global-table
  'Replicas[1].Region' of 'Eu-Data/People' is 'us-east-1', outside of 'eu-central-1'
  in    Eu-Data (eu-central-1), resource PeopleE38C8D03
  at    stacks/data.ts:12
  risk  Every item is copied to the replica region and can be read there. A witness region holds the log of changes.
  fix   Remove the replica.

info  no-longer-known
  'Replicas[1].Region' of 'Eu-Data/People' is 'us-east-1', outside of 'eu-central-1'
  in    Eu-Data (eu-central-1), resource PeopleE38C8D03
  at    cdk.out/Eu-Data.template.json
  fix   Remove the replica.

could not judge
  'a.yaml' is empty; name a template in JSON or YAML

1 finding in 1 stack, 1 for information, 1 not judged
`);
  });
});

describe('the report for a program', () => {
  it('has findings and flows even when there are none', () => {
    expect(JSON.parse(jsonReport(nothing))).toEqual({ findings: [], flows: [], problems: [] });
  });

  it('has each finding, what is asked for most first', () => {
    const report = JSON.parse(jsonReport(everything)) as { findings: object[]; problems: object[] };
    expect(report.findings[0]).toEqual(finding);
    expect(Object.keys(report.findings[0] ?? {}).slice(0, 10)).toEqual([
      'channel',
      'level',
      'severity',
      'reach',
      'stack',
      'logicalId',
      'path',
      'value',
      'message',
      'fix',
    ]);
    expect(report.problems).toEqual([
      { code: 'EmptyFile', message: "'a.yaml' is empty; name a template in JSON or YAML" },
    ]);
  });
});
