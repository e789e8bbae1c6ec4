import { InputError } from '../../lib/domain/errors';
import { requestOf } from '../../tools/new-channel/request';
import { catalogueText, exportNameOf, testText } from '../../tools/new-channel/texts';

const TYPE = 'AWS::Backup::BackupVault';

describe('what a new channel is asked of', () => {
  it('is a service and an id, and content by default', () => {
    expect(requestOf(['s3', 's3-sideways-copy'])).toEqual({
      service: 's3',
      isNewService: false,
      id: 's3-sideways-copy',
      level: 'content',
      destination: undefined,
    });
  });

  it('is also what of a template names the destination', () => {
    const args = ['newservice', 'backup-vault-tags', '--level', 'path', '--type', TYPE, '--path', 'BackupVaultName'];
    expect(requestOf([...args, '--kind', 'arn'])).toEqual({
      service: 'newservice',
      isNewService: true,
      id: 'backup-vault-tags',
      level: 'path',
      destination: { type: TYPE, path: 'BackupVaultName', kind: 'arn' },
    });
  });

  const at = (type: string, path: string) => ['s3', 's3-sideways-copy', '--type', type, '--path', path];
  it.each([
    ['nothing', [], "a service and an id are asked for, not ''"],
    ['no id', ['s3'], "a service and an id are asked for, not 's3'"],
    ['a word too many', ['s3', 's3-copy-a', 'more'], "not 's3 s3-copy-a more'"],
    ['an option that is none', ['s3', 's3-copy-a', '--force'], "unknown option '--force'"],
    ['a service in another case', ['S3', 's3-copy-a'], "'S3' is no service: write it in kebab case"],
    ['a path for a service', ['../s3', 's3-copy-a'], "'../s3' is no service"],
    ['an id in another case', ['s3', 's3CopyA'], "'s3CopyA' is no id: write the service and what moves in kebab case"],
    ['an id of one word', ['s3', 'copy'], "'copy' is no id"],
    ['an id that is a channel', ['s3', 's3-bucket-replication'], "'s3-bucket-replication' is a channel, or was one"],
    ['an id that was one', ['vpc', 'internet-egress'], "see 'vpc-internet-egress'"],
    ['a level that is none', ['s3', 's3-copy-a', '--level', 'high'], "'high' is none of content, keys, metadata, path"],
    ['a type alone', ['s3', 's3-copy-a', '--type', TYPE], "'--type' and '--path' are given together, or neither"],
    ['a kind that is none', [...at(TYPE, 'BackupVaultName'), '--kind', 'place'], "'place' is none of region, arn"],
    [
      'a property that has a channel',
      at('AWS::S3::Bucket', 'ReplicationConfiguration.Rules[].Destination.Bucket'),
      "is read by 's3-bucket-replication': a property has one channel",
    ],
  ])('refuses %s', (_, args, message) => {
    expect(() => requestOf(args)).toThrow(InputError);
    expect(() => requestOf(args)).toThrow(message);
  });
});

describe('the catalogue with one channel more', () => {
  const source = `import { a } from './services/a';

export const CATALOGUE = {
  alpha: [a],
  'delta-two': [
    b,
    c,
  ],
} as const satisfies Readonly<Record<string, readonly Channel[]>>;
`;
  const added = (service: string) =>
    catalogueText(source, { service, isNewService: true, id: 'x-y', level: 'content' }, 'file')
      .split('CATALOGUE = ')[1]
      ?.replaceAll(/\s+/gu, ' ');

  it.each([
    ['in its service', 'alpha', 'alpha: [a, xY],'],
    ['at the end of a list of several lines', 'delta-two', 'b, c, xY ],'],
    ['in a new service by the alphabet', 'beta', "alpha: [a], beta: [xY], 'delta-two'"],
    ['in a new service at the end', 'omega-one', "], 'omega-one': [xY], } as const"],
  ])('has it %s', (_, service, text) => {
    expect(added(service)).toContain(text);
  });

  it('imports it by the name of its id', () => {
    expect(exportNameOf('s3-batch-2-copy')).toBe('s3Batch2Copy');
    const text = catalogueText(source, { service: 'alpha', isNewService: false, id: 's3-copy-a', level: 'keys' }, 'f');
    expect(text).toMatch(/^import \{ s3CopyA \} from '\.\/services\/f';\n/u);
  });
});

describe('the test of a new channel', () => {
  it('is not written where a template names no destination', () => {
    expect(testText(requestOf(['s3', 's3-sideways-copy']), 's3')).toBeUndefined();
  });

  it.each([
    ['region', "value: 'us-east-1', reach: 'abroad' }"],
    ['arn', "value: 'arn:aws:sqs:us-east-1:111122223333:orders', reach: 'abroad' }"],
    ['endpoint', "value: 'https://sqs.us-east-1.amazonaws.com', reach: 'abroad' }"],
    ['bucket', "reach: 'unknown' }"],
  ])('expects what the engine says of each kind: %s', (kind, expected) => {
    const args = ['backup', 'backup-a-b', '--type', TYPE, '--path', 'BackupVaultName', '--kind', kind];
    expect(testText(requestOf(args), 'backup')).toContain(expected);
  });
});
