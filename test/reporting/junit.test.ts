import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { InputError } from '../../lib/domain/errors';
import { junitReport } from '../../lib/reporting/junit';
import type { Report } from '../../lib/reporting/report';
import { EVERYTHING, FLOWING, NOT_JUDGED, NOTHING, REPLICA } from './support/reports';

const parser = new XMLParser({
  ignoreAttributes: false,
  htmlEntities: true,
  trimValues: false,
  attributeNamePrefix: '',
  isArray: (name) => name === 'testsuite' || name === 'testcase',
});

function parsed(report: Report): { testsuites: object } {
  const xml = junitReport(report);
  expect(XMLValidator.validate(xml)).toBe(true);
  return parser.parse(xml) as { testsuites: object };
}

const none = { tests: '0', failures: '0', errors: '0', skipped: '0' };

describe('the report for test pages', () => {
  it('has a test that passes for each stack in which nothing is found', () => {
    expect(parsed(NOTHING).testsuites).toEqual({
      name: 'cdk-domicile',
      ...none,
      tests: '2',
      testsuite: ['Eu-Data', 'template.yaml'].map((name) => ({
        name,
        ...none,
        tests: '1',
        testcase: [{ name: 'lets nothing leave', classname: name }],
      })),
    });
  });

  it('has what is found as failures, what is accepted as skipped, and what was not judged as an error', () => {
    expect(parsed(EVERYTHING).testsuites).toEqual({
      name: 'cdk-domicile',
      tests: '5',
      failures: '2',
      errors: '1',
      skipped: '1',
      testsuite: [
        {
          name: 'Eu-Data',
          ...none,
          tests: '2',
          failures: '1',
          skipped: '1',
          testcase: [
            {
              name: 'dynamodb-global-table Eu-Data/People Replicas[1].Region',
              classname: 'Eu-Data',
              file: 'stacks/data stack.ts',
              line: '12',
              failure: {
                type: 'error',
                message: "'Replicas[1].Region' of 'Eu-Data/People' is 'us-east-1', outside of 'eu-central-1'",
                '#text':
                  "'Replicas[1].Region' of 'Eu-Data/People' is 'us-east-1', outside of 'eu-central-1'\nRemove the replica.",
              },
            },
            {
              name: 'dynamodb-global-table Eu-Data/Sessions Replicas[1].Region',
              classname: 'Eu-Data',
              file: 'stacks/data stack.ts',
              line: '12',
              skipped: { message: 'accepted by team-sessions until 2027-06-30: sessions of travellers' },
            },
          ],
        },
        {
          name: 'template.yaml',
          ...none,
          tests: '1',
          testcase: [
            {
              name: 'no-longer-known Media',
              classname: 'template.yaml',
              file: 'template.yaml',
              line: '3',
              'system-out': "'Media' is there; whether it stays in 'eu-central-1' cannot be told\nRemove it.",
            },
          ],
        },
        {
          name: 'residency-exceptions.json',
          ...none,
          tests: '1',
          failures: '1',
          testcase: [expect.objectContaining({ file: 'residency-exceptions.json', line: '21' })],
        },
        {
          name: 'not judged',
          ...none,
          tests: '1',
          errors: '1',
          testcase: [
            {
              name: "'a.yaml' is empty; name a template in JSON or YAML",
              classname: 'not judged',
              error: { type: 'EmptyFile', message: "'a.yaml' is empty; name a template in JSON or YAML" },
            },
          ],
        },
      ],
    });
  });

  it('has nothing but the error where nothing was judged', () => {
    expect(parsed(NOT_JUDGED).testsuites).toMatchObject({ tests: '1', errors: '1' });
  });

  it.each([
    ['markup', `<a b="c">&amp;'d'</a>]]>`, `<a b="c">&amp;'d'</a>]]>`],
    ['line breaks and tabs', 'a\n\tb\r', 'a\n\tb\r'],
    ['controls and what is no character', 'a\u0000\u001b\u007f\uFFFF\uD800b', 'a��\u007f��b'],
    ['letters beyond the first plane', 'ü 家 🏠', 'ü 家 🏠'],
  ])('has %s in a message as XML can have it', (_, message, expected) => {
    const problems = [new InputError('Broken', message)];
    expect(parsed({ ...NOT_JUDGED, problems })).toMatchObject({
      testsuites: { testsuite: [{ testcase: [{ error: { message: expected } }] }] },
    });
  });

  it.each([
    ['fail where a proof is asked for', true, '1'],
    ['pass where none is', false, '0'],
  ])('has ways abroad that %s', (_, proves, failures) => {
    const xml = junitReport(FLOWING, { proves });
    const { testsuites } = parser.parse(xml) as { testsuites: { testsuite: object[] } };
    const path = 'Eu-Data/People → (grant: dynamodb:GetItem) Eu-Api/Export → (network: no VPC, possibly) the internet';
    expect(testsuites.testsuite[2]).toMatchObject({
      name: 'ways abroad',
      tests: '3',
      failures,
      testcase: [
        proves ? { failure: { type: 'error', message: path } } : { 'system-out': path },
        { 'system-out': 'these templates are what is deployed\nadministrators carry nothing away' },
        {},
      ],
    });
  });

  it('has warnings by their name', () => {
    const warning = { ...REPLICA, severity: 'warning' as const };
    expect(parsed({ ...NOTHING, findings: [warning] })).toMatchObject({
      testsuites: { failures: '1', testsuite: [{ testcase: [{ failure: { type: 'warning' } }] }, {}] },
    });
  });
});
