import { InputError } from '../../../lib/domain/errors';
import type { ExceptedFinding } from '../../../lib/domain/exception';
import type { Finding } from '../../../lib/domain/finding';
import type { Flow } from '../../../lib/domain/flow';
import type { Report } from '../../../lib/reporting/report';

/** A finding in an app whose assembly knows its sources. */
export const REPLICA: Finding = {
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
  source: { file: 'stacks/data stack.ts', line: 12 },
};

/** One in a template of which nothing else is known. */
export const UNKNOWN: Finding = {
  channel: 'no-longer-known',
  level: 'content',
  severity: 'info',
  reach: 'unknown',
  stack: 'template.yaml',
  region: 'eu-central-1',
  logicalId: 'Media',
  resourceType: 'AWS::S3::Bucket',
  path: '',
  value: 'arn:aws:s3:::copy-us-east-1',
  message: "'Media' is there; whether it stays in 'eu-central-1' cannot be told",
  fix: 'Remove it.',
  template: 'template.yaml',
  line: 3,
};

export const ACCEPTED: ExceptedFinding = {
  ...REPLICA,
  logicalId: 'Sessions',
  constructPath: 'Eu-Data/Sessions',
  exception: {
    reason: 'sessions of travellers',
    legalBasis: 'GDPR Article 49(1)(b)',
    owner: 'team-sessions',
    expires: '2027-06-30',
  },
};

/** One about an exception itself. */
export const EXPIRED: Finding = {
  channel: 'exception-expired',
  level: 'content',
  severity: 'error',
  reach: 'unknown',
  stack: 'residency-exceptions.json',
  region: '',
  logicalId: 'Eu-Data/Old',
  resourceType: '',
  path: '[2].expires',
  value: '2026-01-31',
  message: "exception 3 of 'residency-exceptions.json': accepted until '2026-01-31' and no longer",
  fix: 'Close the channel.',
  template: 'residency-exceptions.json',
  line: 21,
};

const judged = [
  { stack: 'Eu-Data', template: 'cdk.out/Eu-Data.template.json', region: 'eu-central-1', unread: [] },
  { stack: 'template.yaml', template: 'template.yaml', region: 'eu-central-1', unread: [] },
];

const PEOPLE = { name: 'Eu-Data/People', stack: 'Eu-Data', logicalId: 'People', type: 'AWS::DynamoDB::Table' };
const EXPORT = { name: 'Eu-Api/Export', stack: 'Eu-Api', logicalId: 'Export', type: 'AWS::Lambda::Function' };

/** A store that can reach something abroad. */
export const PATH: Flow = {
  store: PEOPLE,
  verdict: 'path',
  severity: 'error',
  assumptions: [],
  path: [
    {
      from: PEOPLE,
      to: EXPORT,
      by: 'grant',
      what: 'dynamodb:GetItem',
      certain: true,
      at: { stack: 'Eu-Api', logicalId: 'Policy', path: 'PolicyDocument.Statement[0]' },
    },
    {
      from: EXPORT,
      to: { name: 'the internet' },
      by: 'network',
      what: 'no VPC',
      certain: false,
      at: { stack: 'Eu-Api', logicalId: 'Export', path: '' },
    },
  ],
};

const AT_HOME = { ...PEOPLE, name: 'Eu-Data/Sessions', logicalId: 'Sessions' };
const ASSUMED = ['these templates are what is deployed', 'administrators carry nothing away'];
export const PROVED: Flow = { store: AT_HOME, verdict: 'proved', severity: 'info', assumptions: ASSUMED };

export const NOTHING: Report = { findings: [], excepted: [], flows: [], problems: [], judged };

export const UNREAD: Report = {
  ...NOTHING,
  judged: judged.map((stack) => (stack.stack === 'template.yaml' ? { ...stack, unread: ['Elsewhere'] } : stack)),
};

export const FLOWING: Report = {
  ...NOTHING,
  flows: [
    PATH,
    PROVED,
    { ...PROVED, store: { ...AT_HOME, name: 'Eu-Data/Media' }, assumptions: [...ASSUMED, "'media' is not personal"] },
  ],
};

export const EVERYTHING: Report = {
  findings: [UNKNOWN, REPLICA, EXPIRED],
  excepted: [ACCEPTED],
  flows: [],
  problems: [new InputError('EmptyFile', "'a.yaml' is empty; name a template in JSON or YAML")],
  judged,
};

export const NOT_JUDGED: Report = { ...EVERYTHING, findings: [], excepted: [], judged: [] };
