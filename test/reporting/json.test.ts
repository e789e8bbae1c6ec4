import { jsonReport } from '../../lib/reporting/json';
import {
  ACCEPTED,
  EVERYTHING,
  EXPIRED,
  FLOWING,
  NOTHING,
  PATH,
  PROVED,
  REPLICA,
  UNKNOWN,
  UNREAD,
} from './support/reports';

describe('the report for a program', () => {
  it('has each list even when there is nothing in it', () => {
    expect(JSON.parse(jsonReport(NOTHING))).toEqual({
      findings: [],
      excepted: [],
      flows: [],
      unread: [],
      problems: [],
    });
  });

  it('has all that is found, accepted and not judged', () => {
    expect(JSON.parse(jsonReport(EVERYTHING))).toEqual({
      findings: [UNKNOWN, REPLICA, EXPIRED],
      excepted: [ACCEPTED],
      flows: [],
      unread: [],
      problems: [{ code: 'EmptyFile', message: "'a.yaml' is empty; name a template in JSON or YAML" }],
    });
  });

  it('has what nobody has read', () => {
    const { unread } = JSON.parse(jsonReport(UNREAD)) as { unread: unknown };
    expect(unread).toEqual([{ stack: 'template.yaml', logicalId: 'Elsewhere' }]);
  });

  it('has each store of personal data, with its proof or its way abroad', () => {
    const { flows } = JSON.parse(jsonReport(FLOWING)) as { flows: object[] };
    expect(flows.slice(0, 2)).toEqual([PATH, PROVED]);
  });

  it('has of each finding first what is asked for most', () => {
    const { findings } = JSON.parse(jsonReport(EVERYTHING)) as { findings: object[] };
    expect(findings.map((finding) => Object.keys(finding).slice(0, 10))).toEqual(
      findings.map(() => [
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
      ]),
    );
  });
});
