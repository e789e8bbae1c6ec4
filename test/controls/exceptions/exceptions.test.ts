import path from 'node:path';
import { checkResidency } from '../../../lib/controls/residency/check-residency';
import type { InputError } from '../../../lib/domain/errors';
import type { Finding } from '../../../lib/domain/finding';
import { inFolder, within } from '../../support/folder';

const KEY = { Type: 'AWS::KMS::Key', Properties: { MultiRegion: true } };
const TABLE = { Type: 'AWS::DynamoDB::GlobalTable', Properties: { Replicas: [{ Region: 'us-east-1' }] } };

const EXCEPTION = {
  channel: 'kms-multi-region-key',
  resource: 'Data/Key/Resource',
  reason: 'signatures of either cell are verified in both',
  legalBasis: 'no personal data is encrypted under it',
  owner: 'team-identity',
  expires: '2027-01-31',
};
const { channel: _, ...WITHOUT_CHANNEL } = EXCEPTION;
const { owner: __, ...WITHOUT_OWNER } = EXCEPTION;
const { reason: ___, ...WITHOUT_REASON } = EXCEPTION;

/** The assembly of an app with one stack, whose resources come from constructs of their ids. */
function assembly(resources: Readonly<Record<string, object>>) {
  const metadata = Object.keys(resources).map((id) => [
    `/Data/${id}/Resource`,
    [{ type: 'aws:cdk:logicalId', data: id }],
  ]);
  return {
    'cdk.out/manifest.json': {
      version: '55.0.0',
      artifacts: {
        Data: {
          type: 'aws:cloudformation:stack',
          environment: 'aws://111122223333/eu-central-1',
          properties: { templateFile: 'Data.template.json' },
          metadata: Object.fromEntries(metadata),
        },
      },
    },
    'cdk.out/Data.template.json': { Resources: resources },
  };
}

/** What is found in the app, as `channel logicalId`, what is wrong with the exceptions, and what they lift. */
function judged(exceptions: unknown, resources: Readonly<Record<string, object>> = { Key: KEY }, today = '2026-11-24') {
  return inFolder({ ...assembly(resources), 'residency-exceptions.json': exceptions }, (folder) =>
    within(folder, () => {
      const { findings, excepted, problems } = checkResidency(['cdk.out'], { today });
      const isFlaw = ({ channel }: Finding) => channel.startsWith('exception-');
      return {
        found: findings
          .filter((finding) => !isFlaw(finding))
          .map(({ channel, logicalId }) => `${channel} ${logicalId}`),
        flaws: findings.filter(isFlaw).map(({ channel, line, message }) => `${channel} ${line}: ${message}`),
        excepted: excepted.map(({ logicalId, exception }) => `${logicalId} until ${exception.expires}`),
        problems: problems.map(({ message }) => message),
      };
    }),
  );
}

const LIFTED = { found: [], flaws: [], excepted: ['Key until 2027-01-31'], problems: [] };
const FOUND = { found: ['kms-multi-region-key Key'], excepted: [], problems: [] };

describe('an exception', () => {
  it.each([
    ['by the path of its construct', EXCEPTION],
    ['by the path of what the construct wraps', { ...EXCEPTION, resource: 'Data/Key' }],
    ['by its stack and logical id', { ...EXCEPTION, resource: 'Key', stack: 'Data' }],
    ['by its stack and path', { ...EXCEPTION, stack: 'Data' }],
    ['until the last day', { ...EXCEPTION, expires: '2026-11-24' }, '2026-11-24'],
  ])('lifts the finding of a resource %s', (_name, exception, until = '2027-01-31') => {
    expect(judged([exception])).toEqual({ ...LIFTED, excepted: [`Key until ${until}`] });
  });

  it('lifts every finding of its channel at its resource, and no others', () => {
    const twice = { ...TABLE, Properties: { Replicas: [{ Region: 'us-east-1' }, { Region: 'us-west-2' }] } };
    const exception = { ...EXCEPTION, channel: 'dynamodb-global-table', resource: 'Data/Table' };
    expect(judged([exception], { Key: KEY, Table: twice, Other: TABLE })).toEqual({
      found: ['kms-multi-region-key Key', 'dynamodb-global-table Other'],
      flaws: [],
      excepted: ['Table until 2027-01-31', 'Table until 2027-01-31'],
      problems: [],
    });
  });

  it('carries who has accepted what, and why', () => {
    const files = { ...assembly({ Key: KEY }), 'accepted.json': [EXCEPTION] };
    const excepted = inFolder(files, (folder) => {
      const options = { exceptionsFile: path.join(folder, 'accepted.json'), today: '2026-11-24' };
      return checkResidency([path.join(folder, 'cdk.out')], options).excepted;
    });
    expect(excepted.map(({ exception }) => exception)).toEqual([
      {
        reason: 'signatures of either cell are verified in both',
        legalBasis: 'no personal data is encrypted under it',
        owner: 'team-identity',
        expires: '2027-01-31',
      },
    ]);
  });

  it.each([
    [
      'expired',
      { ...EXCEPTION, expires: '2026-11-23' },
      "exception-expired 1: exception 1 of 'residency-exceptions.json': 'kms-multi-region-key' at 'Data/Key/Resource' was accepted until '2026-11-23' and no longer",
    ],
    [
      'nobody owns',
      WITHOUT_OWNER,
      "exception-without-owner 1: exception 1 of 'residency-exceptions.json': 'owner' is missing; write the team that answers for it",
    ],
    [
      'nobody really owns',
      { ...EXCEPTION, owner: 'TBD' },
      "exception-without-owner 1: exception 1 of 'residency-exceptions.json': 'owner' is 'TBD'; write the team that answers for it",
    ],
    [
      'is of a channel that nobody knows',
      { ...EXCEPTION, channel: 'kms-multi-region-keys' },
      "exception-of-unknown-channel 1: exception 1 of 'residency-exceptions.json': 'channel' is 'kms-multi-region-keys', which is no channel of the catalogue; did you mean 'kms-multi-region-key'",
    ],
    [
      'lacks its channel',
      WITHOUT_CHANNEL,
      "exception-malformed 1: exception 1 of 'residency-exceptions.json': 'channel' is missing; write the id of a channel, as 'cdk-domicile explain' lists them",
    ],
    [
      'misspells a field',
      { ...WITHOUT_REASON, reson: 'x' },
      "exception-malformed 1: exception 1 of 'residency-exceptions.json': 'reson' is no field of an exception; did you mean 'reason'",
    ],
    [
      'has a field of its own',
      { ...EXCEPTION, everything: true },
      "exception-malformed 1: exception 1 of 'residency-exceptions.json': 'everything' is no field of an exception; use 'channel', 'resource', 'stack', 'reason', 'legalBasis', 'owner', 'expires'",
    ],
    [
      'ends on no day',
      { ...EXCEPTION, expires: '2027-02-29' },
      "exception-malformed 1: exception 1 of 'residency-exceptions.json': 'expires' is '2027-02-29'; write the last day on which it holds, such as '2027-06-30'",
    ],
    [
      'has an empty reason',
      { ...EXCEPTION, reason: ' ' },
      "exception-malformed 1: exception 1 of 'residency-exceptions.json': 'reason' is ' '; write why it has to be, as an auditor reads it",
    ],
    [
      'names a resource of any stack',
      { ...EXCEPTION, resource: 'Key' },
      "exception-malformed 1: exception 1 of 'residency-exceptions.json': 'resource' is 'Key', which any stack may have; name its 'stack' as well, or the path of the construct",
    ],
    [
      'is no map',
      'kms-multi-region-key',
      "exception-malformed 1: exception 1 of 'residency-exceptions.json': it is 'kms-multi-region-key', but an exception is a map of 'channel', 'resource', 'stack', 'reason', 'legalBasis', 'owner', 'expires'",
    ],
    [
      'lifts nothing, for its resource is misspelt',
      { ...EXCEPTION, resource: 'Data/Kex' },
      "exception-unused 1: exception 1 of 'residency-exceptions.json': nothing is found of 'kms-multi-region-key' at 'Data/Kex'; did you mean 'Data/Key/Resource'",
    ],
    [
      'lifts nothing, for its stack is another one',
      { ...EXCEPTION, stack: 'Other' },
      "exception-unused 1: exception 1 of 'residency-exceptions.json': nothing is found of 'kms-multi-region-key' at 'Data/Key/Resource'; did you mean 'Data/Key/Resource'",
    ],
    [
      'lifts nothing, for nothing of its channel is found',
      { ...EXCEPTION, channel: 's3-bucket-replication' },
      "exception-unused 1: exception 1 of 'residency-exceptions.json': nothing is found of 's3-bucket-replication' at 'Data/Key/Resource'",
    ],
  ])('is a finding itself when it %s', (_name, exception, flaw) => {
    expect(judged([exception])).toEqual({ ...FOUND, flaws: [flaw] });
  });

  it('is a finding with all that programs ask for', () => {
    const files = { ...assembly({}), 'accepted.json': `[\n  {"owner": ""}\n]` };
    const findings = inFolder(files, (folder) =>
      within(folder, () => checkResidency(['cdk.out'], { exceptionsFile: 'accepted.json' }).findings),
    );
    expect(findings.find(({ path: field }) => field === '[0].owner')).toEqual({
      channel: 'exception-without-owner',
      level: 'content',
      severity: 'error',
      reach: 'unknown',
      stack: 'accepted.json',
      region: '',
      logicalId: '',
      resourceType: '',
      path: '[0].owner',
      value: '',
      message: "exception 1 of 'accepted.json': 'owner' is ''; write the team that answers for it",
      fix: "Name the owning team in 'owner'; until then the entry lifts nothing.",
      template: 'accepted.json',
      line: 2,
    });
  });

  it('is told by its own line', () => {
    const text = `[\n  ${JSON.stringify(EXCEPTION)},\n\n  ${JSON.stringify({ ...EXCEPTION, expires: '2020-01-01' })}\n]`;
    expect(judged(text).flaws).toEqual([expect.stringMatching(/^exception-expired 4: exception 2 of/)]);
  });

  it('is unused when another one lifts the same before it', () => {
    expect(judged([EXCEPTION, EXCEPTION])).toEqual({
      ...LIFTED,
      flaws: [expect.stringMatching(/^exception-unused 1: exception 2 of/)],
    });
  });

  it('is not called unused where something could not be judged', () => {
    const files = { ...assembly({}), 'residency-exceptions.json': [EXCEPTION], 'broken.json': '{' };
    const result = inFolder(files, (folder) =>
      within(folder, () => checkResidency(['cdk.out', 'broken.json'], { today: '2026-11-24' })),
    );
    expect({ findings: result.findings, problems: result.problems.length }).toEqual({ findings: [], problems: 1 });
  });

  it('lifts nothing for what a template says of itself', () => {
    const claiming = { ...TABLE, Metadata: { 'aws:cdk:path': 'Data/Accepted/Resource' } };
    const exception = { ...EXCEPTION, channel: 'dynamodb-global-table', resource: 'Data/Accepted' };
    expect(judged([exception], { Table: claiming }).found).toEqual(['dynamodb-global-table Table']);
  });
});

describe('a file of exceptions', () => {
  it.each([
    [
      'holds no list',
      { exceptions: [] },
      "'accepted.json' holds no list; exceptions are a list, in which [] means none",
    ],
    ['is broken', '[{"channel": }]', "'accepted.json' is no JSON at line 1, column 14: unexpected token '}'"],
    [
      'gives a field twice',
      '[{"owner": "a", "owner": "b"}]',
      "'accepted.json' is no JSON at line 1, column 17: 'owner' stands twice in one map",
    ],
  ])('stops the check when it %s', (_name, content, message) => {
    inFolder({ ...assembly({}), 'accepted.json': content }, (folder) =>
      within(folder, () => {
        const check = () => checkResidency(['cdk.out'], { exceptionsFile: 'accepted.json' });
        expect(check).toThrow(expect.objectContaining<Partial<InputError>>({ message }));
      }),
    );
  });

  it('stops the check when it is named and not there', () => {
    expect(() => checkResidency([], { exceptionsFile: 'none.json' })).toThrow(
      "'none.json' is not there; name a file of exceptions, in which [] means none",
    );
  });

  it('need not be there', () => {
    expect(inFolder({}, (folder) => within(folder, () => checkResidency([])))).toEqual({
      findings: [],
      excepted: [],
      flows: [],
      problems: [],
      judged: [],
    });
  });
});
