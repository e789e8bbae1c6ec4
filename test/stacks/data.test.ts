import { vaultPolicy } from '../../lib/controls/preventive/vault-policy';
import { onlyResource, resourcesOf, templateOf, withoutAssetHashes } from '../support/assembly';

const data = templateOf('Data');

/** The attribute of the key under which stores are encrypted. */
const STORE_KEY = { 'Fn::GetAtt': [expect.stringMatching(/^StoreKey/), 'Arn'] };

/** Types that hold data or what data cannot be read without. */
const STATEFUL = [
  'AWS::Backup::BackupVault',
  'AWS::CloudTrail::Trail',
  'AWS::Cognito::UserPool',
  'AWS::DynamoDB::Table',
  'AWS::KMS::Key',
  'AWS::S3::Bucket',
];

describe('what holds data', () => {
  it.each(
    (['Data', 'Identity', 'Oversight'] as const).flatMap((kind) =>
      Object.entries(templateOf(kind).Resources)
        .filter(([, { Type }]) => STATEFUL.includes(Type) && Type !== 'AWS::CloudTrail::Trail')
        .map(([id, resource]) => ({ kind, id, resource })),
    ),
  )('outlives its stack: $id in $kind', ({ resource }) => {
    expect([resource.DeletionPolicy, resource.UpdateReplacePolicy]).toEqual(['Retain', 'Retain']);
  });

  it.each(['Network', 'Api', 'Guard'] as const)('is nowhere in %s', (kind) => {
    expect(STATEFUL.flatMap((type) => resourcesOf(templateOf(kind), type))).toEqual([]);
  });
});

interface Table {
  readonly table: string;
  readonly keys: readonly object[];
  readonly index?: { readonly name: string; readonly key: string };
  readonly days: number;
}

/** The keys of each table, and for how many days it can be recovered: of the keys that seal everything else, seven. */
const TABLES: readonly Table[] = [
  { table: 'Profiles', keys: [{ AttributeName: 'personId', KeyType: 'HASH' }], days: 35 },
  { table: 'PersonKeys', keys: [{ AttributeName: 'personId', KeyType: 'HASH' }], days: 7 },
  {
    table: 'Conversations',
    keys: [
      { AttributeName: 'personId', KeyType: 'HASH' },
      { AttributeName: 'entry', KeyType: 'RANGE' },
    ],
    index: { name: 'readers', key: 'readerId' },
    days: 35,
  },
  {
    table: 'Jobs',
    keys: [{ AttributeName: 'jobId', KeyType: 'HASH' }],
    index: { name: 'people', key: 'personId' },
    days: 7,
  },
  {
    table: 'Receipts',
    keys: [{ AttributeName: 'receiptId', KeyType: 'HASH' }],
    index: { name: 'states', key: 'state' },
    days: 7,
  },
];

describe('every table of a cell', () => {
  const tables = resourcesOf(data, 'AWS::DynamoDB::Table').map(([id, { Properties }]) => ({
    table: id.replace(/Table[0-9A-F]{8}$/, ''),
    Properties,
  }));

  it('is one of these', () => {
    expect(tables.map(({ table }) => table)).toEqual(TABLES.map(({ table }) => table));
  });

  it.each(TABLES)("is encrypted under the cell's key, recoverable, and protected from deletion: $table", (expected) => {
    const { Properties } = tables.find(({ table }) => table === expected.table) ?? {};
    expect(Properties).toEqual({
      AttributeDefinitions: expect.any(Array),
      BillingMode: 'PAY_PER_REQUEST',
      DeletionProtectionEnabled: true,
      ...(expected.index && {
        GlobalSecondaryIndexes: [
          {
            IndexName: expected.index.name,
            KeySchema: [{ AttributeName: expected.index.key, KeyType: 'HASH' }],
            Projection: { ProjectionType: 'KEYS_ONLY' },
          },
        ],
      }),
      KeySchema: expected.keys,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: expected.days },
      SSESpecification: {
        KMSMasterKeyId: STORE_KEY,
        SSEEnabled: true,
        SSEType: 'KMS',
      },
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    });
  });

  it('is of a type that has no replicas', () => {
    expect(resourcesOf(data, 'AWS::DynamoDB::GlobalTable')).toEqual([]);
  });
});

describe('every bucket of a cell', () => {
  const buckets = (['Data', 'Oversight'] as const).flatMap((kind) =>
    resourcesOf(templateOf(kind), 'AWS::S3::Bucket').map(([id, { Properties }]) => ({ id, kind, Properties })),
  );

  it.each(buckets)('$id in $kind is closed, versioned, and replicates nowhere', ({ Properties }) => {
    expect(Properties).toMatchObject({
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      VersioningConfiguration: { Status: 'Enabled' },
    });
    expect(Properties).not.toHaveProperty('ReplicationConfiguration');
    expect(Properties).not.toHaveProperty('WebsiteConfiguration');
  });

  it.each(buckets)('$id in $kind is encrypted and forgets old versions', ({ id, Properties }) => {
    const { ServerSideEncryptionByDefault } = Properties.BucketEncryption.ServerSideEncryptionConfiguration[0];
    expect(ServerSideEncryptionByDefault.SSEAlgorithm).toBe(id.startsWith('AccessLogs') ? 'AES256' : 'aws:kms');
    expect(Properties.LifecycleConfiguration.Rules).toEqual([
      expect.objectContaining({
        Status: 'Enabled',
        NoncurrentVersionExpiration: { NoncurrentDays: id.startsWith('Archives') ? 1 : 7 },
      }),
    ]);
  });

  it.each(buckets)(
    '$id in $kind takes no request without TLS 1.2, none of another account, and replicates nothing',
    ({ id, kind }) => {
      const policy = resourcesOf(templateOf(kind), 'AWS::S3::BucketPolicy').find(
        ([, { Properties }]) => Properties.Bucket.Ref === id,
      )?.[1].Properties.PolicyDocument;
      const denied = policy.Statement.filter(({ Effect }: { Effect: string }) => Effect === 'Deny').map(
        ({ Sid, Condition }: { Sid?: string; Condition: unknown }) => Sid ?? Condition,
      );
      // What those with a name refuse is tried in test/controls/preventive/store-policies.test.ts.
      expect(denied).toEqual([
        { Bool: { 'aws:SecureTransport': 'false' } },
        { NumericLessThan: { 's3:TlsVersion': 1.2 } },
        'ThisAccountOnly',
        'NobodyUnknown',
        'ServicesForThisAccountOnly',
        'NoReplicas',
      ]);
    },
  );
});

describe('the buckets that pages reach', () => {
  const rules = resourcesOf(data, 'AWS::S3::Bucket').flatMap(([id, { Properties }]) => {
    const cors = Properties.CorsConfiguration as { readonly CorsRules: unknown } | undefined;
    return cors === undefined ? [] : [{ bucket: id.replace(/Bucket.*$/, ''), rules: cors.CorsRules }];
  });

  it('are those of media and archives, for which a cell signs links', () => {
    const bySignedLink = [{ AllowedMethods: ['GET', 'POST'], AllowedOrigins: ['*'] }];
    expect(rules).toEqual([
      { bucket: 'Media', rules: bySignedLink },
      { bucket: 'Archives', rules: bySignedLink },
    ]);
  });
});

describe('the keys of a cell', () => {
  it.each(resourcesOf(data, 'AWS::KMS::Key').map(([id, { Properties }]) => ({ id, Properties })))(
    '$id rotates, waits thirty days before it is gone, and exists in one region',
    ({ Properties }) => {
      expect(Properties).toMatchObject({ EnableKeyRotation: true, MultiRegion: false, PendingWindowInDays: 30 });
    },
  );
});

describe('the vault', () => {
  it("is encrypted under the cell's key, and nobody can delete what is in it", () => {
    const { Properties } = onlyResource(data, 'AWS::Backup::BackupVault');
    expect(Properties).toEqual({
      BackupVaultName: {
        'Fn::Join': ['', ['Backups-', { 'Fn::Select': [2, { 'Fn::Split': ['/', { Ref: 'AWS::StackId' }] }] }]],
      },
      EncryptionKeyArn: STORE_KEY,
      AccessPolicy: {
        Version: '2012-10-17',
        Statement: [
          ...vaultPolicy({ region: 'eu-central-1', account: '111111111111' }).Statement,
          {
            Effect: 'Deny',
            Principal: { AWS: '*' },
            Action: ['backup:DeleteRecoveryPoint', 'backup:UpdateRecoveryPointLifecycle'],
            Resource: '*',
          },
        ],
      },
    });
  });
});

describe('the stack of data', () => {
  it('is named by what it exports, whoever uses it', () => {
    const exports = Object.values(data.Outputs ?? {}).map(({ Export }) => Export?.Name.replace(/[0-9A-F]{8}/g, ''));
    expect(exports.toSorted()).toEqual([
      'Eu-Data:ExportsOutputFnGetAttArchivesBucketArn',
      'Eu-Data:ExportsOutputFnGetAttConversationsTableArn',
      'Eu-Data:ExportsOutputFnGetAttJobsTableArn',
      'Eu-Data:ExportsOutputFnGetAttMediaBucketArn',
      'Eu-Data:ExportsOutputFnGetAttPersonKeyArn',
      'Eu-Data:ExportsOutputFnGetAttPersonKeysTableArn',
      'Eu-Data:ExportsOutputFnGetAttProfilesTableArn',
      'Eu-Data:ExportsOutputFnGetAttReceiptsTableArn',
      'Eu-Data:ExportsOutputFnGetAttStoreKeyArn',
      'Eu-Data:ExportsOutputFnGetAttVaultBackupVaultArn',
      'Eu-Data:ExportsOutputFnGetAttVaultBackupVaultName',
      'Eu-Data:ExportsOutputRefArchivesBucket',
      'Eu-Data:ExportsOutputRefConversationsTable',
      'Eu-Data:ExportsOutputRefJobsTable',
      'Eu-Data:ExportsOutputRefMediaBucket',
      'Eu-Data:ExportsOutputRefPersonKeysTable',
      'Eu-Data:ExportsOutputRefProfilesTable',
      'Eu-Data:ExportsOutputRefReceiptsTable',
    ]);
  });
});

// parity.test.ts shows that the other cell's is the same. Nothing is put aside but the hashes of assets.
describe('the template of Data', () => {
  it('is as it was reviewed', () => {
    expect(withoutAssetHashes(templateOf('Data'))).toMatchSnapshot();
  });
});
