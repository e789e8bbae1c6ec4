import path from 'node:path';
import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { Log, Result } from 'sarif';
import { InputError } from '../../lib/domain/errors';
import type { Report } from '../../lib/reporting/report';
import { sarifReport } from '../../lib/reporting/sarif';
import { ACCEPTED, EVERYTHING, EXPIRED, FLOWING, NOTHING, REPLICA, UNKNOWN } from './support/reports';

const isSarif = addFormats(new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })).compile(schema);

function logOf(report: Report, proves?: boolean): Log {
  const log = JSON.parse(sarifReport(report, { version: '1.2.3', ...(proves !== undefined && { proves }) })) as Log;
  isSarif(log);
  expect(isSarif.errors ?? []).toEqual([]);
  return log;
}

function resultOf(finding: Report['findings'][number]): Result | undefined {
  return logOf({ ...NOTHING, findings: [finding] }).runs[0]?.results?.[0];
}

const fingerprint = (finding: Report['findings'][number]) => resultOf(finding)?.partialFingerprints?.['residency/v1'];

describe('the report for code scanning', () => {
  it('is valid without anything found', () => {
    const [run] = logOf(NOTHING).runs;
    expect({ results: run?.results, invocations: run?.invocations }).toEqual({
      results: [],
      invocations: [{ executionSuccessful: true, toolExecutionNotifications: [] }],
    });
  });

  it('has the rules of what is found, out of the catalogue', () => {
    expect(logOf(EVERYTHING).runs[0]?.tool.driver).toEqual({
      name: 'cdk-domicile',
      semanticVersion: '1.2.3',
      rules: [
        {
          id: 'dynamodb-global-table',
          shortDescription: { text: 'DynamoDB tables have replicas and witnesses in their home region only.' },
          fullDescription: { text: expect.stringMatching(/^Every item is copied to the replica region/) },
          help: { text: expect.stringMatching(/The whole story: cdk-domicile explain dynamodb-global-table$/) },
          helpUri: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GlobalTables.html',
          properties: { tags: ['data-residency', 'content'] },
        },
        {
          id: 'exception-expired',
          shortDescription: { text: 'Exceptions are within their time.' },
          help: { text: expect.stringMatching(/^Close the channel/) },
          properties: { tags: ['data-residency', 'exceptions'] },
        },
        { id: 'no-longer-known', properties: { tags: ['data-residency'] } },
      ],
    });
  });

  it('has each finding at its line of the source, or else of the template', () => {
    const results = logOf(EVERYTHING).runs[0]?.results ?? [];
    expect(
      results.map(({ ruleId, ruleIndex, level, locations: [location] = [] }) => ({
        rule: `${ruleId} ${ruleIndex} ${level}`,
        uri: location?.physicalLocation?.artifactLocation?.uri,
        line: location?.physicalLocation?.region?.startLine,
        logical: location?.logicalLocations?.map(({ fullyQualifiedName }) => fullyQualifiedName),
      })),
    ).toEqual([
      { rule: 'no-longer-known 2 note', uri: 'template.yaml', line: 3, logical: ['template.yaml/Media'] },
      {
        rule: 'dynamodb-global-table 0 error',
        uri: 'stacks/data%20stack.ts',
        line: 12,
        logical: ['Eu-Data/People', 'Replicas[1].Region'],
      },
      {
        rule: 'exception-expired 1 error',
        uri: 'residency-exceptions.json',
        line: 21,
        logical: ['residency-exceptions.json/Eu-Data/Old', '[2].expires'],
      },
      {
        rule: 'dynamodb-global-table 0 error',
        uri: 'stacks/data%20stack.ts',
        line: 12,
        logical: ['Eu-Data/Sessions', 'Replicas[1].Region'],
      },
    ]);
  });

  it('says what is wrong and what to do, with what programs ask for', () => {
    expect(resultOf(REPLICA)).toMatchObject({
      message: {
        text: "'Replicas[1].Region' of 'Eu-Data/People' is 'us-east-1', outside of 'eu-central-1'. Remove the replica.",
      },
      properties: { level: 'content', reach: 'abroad', value: 'us-east-1' },
    });
  });

  it('has what is accepted as suppressed from outside, with its reason', () => {
    const results = logOf({ ...NOTHING, excepted: [ACCEPTED] }).runs[0]?.results;
    expect(results?.map(({ suppressions }) => suppressions)).toEqual([
      [
        {
          kind: 'external',
          status: 'accepted',
          justification: 'sessions of travellers (GDPR Article 49(1)(b); accepted by team-sessions until 2027-06-30)',
        },
      ],
    ]);
  });

  it('has what was not judged as an unsuccessful run', () => {
    expect(logOf(EVERYTHING).runs[0]?.invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          {
            level: 'error',
            descriptor: { id: 'EmptyFile' },
            message: { text: "'a.yaml' is empty; name a template in JSON or YAML" },
          },
        ],
      },
    ]);
  });

  it('has no absolute path, however files were named', () => {
    const here = (file: string) => path.join(process.cwd(), file);
    const findings = [
      { ...UNKNOWN, stack: here('template.yaml'), template: here('template.yaml') },
      { ...EXPIRED, stack: here('x.json'), template: here('x.json') },
    ];
    const problems = [new InputError('EmptyFile', `'${here('a.yaml')}' is empty; name a template in JSON or YAML`)];
    const text = JSON.stringify(logOf({ ...NOTHING, findings, problems }));
    expect({ absolute: text.includes(process.cwd()), relative: text.includes("'a.yaml' is empty") }).toEqual({
      absolute: false,
      relative: true,
    });
  });

  it.each([
    [undefined, 'note'],
    [true, 'error'],
  ])('has each way abroad as a flow of code, where a proof is asked for (%s) as an error', (proves, level) => {
    const [run] = logOf(FLOWING, proves).runs;
    const [result, ...more] = run?.results ?? [];
    expect({ rules: run?.tool.driver.rules?.map(({ id }) => id), more, result }).toEqual({
      rules: ['store-with-way-abroad'],
      more: [],
      result: {
        ruleId: 'store-with-way-abroad',
        ruleIndex: 0,
        level,
        message: {
          text: 'Eu-Data/People → (grant: dynamodb:GetItem) Eu-Api/Export → (network: no VPC, possibly) the internet',
        },
        locations: [
          expect.objectContaining({ logicalLocations: [{ fullyQualifiedName: 'Eu-Data/People', kind: 'resource' }] }),
        ],
        partialFingerprints: { 'residency/v1': expect.stringMatching(/^[0-9a-f]{64}$/) },
        codeFlows: [
          {
            threadFlows: [
              {
                locations: [
                  {
                    location: expect.objectContaining({
                      message: { text: 'Eu-Api/Export, by grant: dynamodb:GetItem' },
                    }),
                  },
                  { location: expect.objectContaining({ message: { text: 'the internet, by network: no VPC' } }) },
                ],
              },
            ],
          },
        ],
      },
    });
  });

  it.each([
    ['the line', { source: { file: 'stacks/data.ts', line: 99 } }],
    ['the order of a list', { path: 'Replicas[7].Region' }],
    ['the wording', { message: 'otherwise said', fix: 'Mend it.' }],
  ])('knows a finding again after a change of %s', (_, change) => {
    expect(fingerprint({ ...REPLICA, ...change })).toBe(fingerprint(REPLICA));
  });

  it.each([
    ['channel', { channel: 's3-bucket-replication' }],
    ['stack', { stack: 'Other' }],
    ['resource', { logicalId: 'Other' }],
    ['property', { path: 'GlobalTableWitnesses[0].Region' }],
    ['value', { value: 'us-west-2' }],
  ])('takes a finding of another %s for another one', (_, change) => {
    expect(fingerprint({ ...REPLICA, ...change })).not.toBe(fingerprint(REPLICA));
  });
});
