import { STACK_KINDS, type StackKind, stackName } from '../../lib/domain/cell';
import { type DeclaredStore, PERSONAL_STORE_IDS } from '../../lib/domain/personal-stores';
import { WORKFLOW_HISTORY_DAYS } from '../../lib/domain/retention';
import { STORE_METADATA, type StoreRetention } from '../../lib/domain/store-class';
import { assemblyText, onlyResource, type TemplateResource, templateOf } from '../support/assembly';

type Metadata = Readonly<Record<string, readonly { readonly type: string; readonly data: unknown }[]>>;

const DAY_SECONDS = 24 * 60 * 60;

/** How long a resource keeps what it is given, by its template. */
const KEEPS: Readonly<Record<string, (resource: TemplateResource) => StoreRetention | 'as long as what it keeps'>> = {
  'AWS::Backup::BackupVault': () => ({ until: 'age', days: daysOfBackups() }),
  'AWS::Cognito::UserPool': () => ({ until: 'erasure', thenRecoverableForDays: 0 }),
  'AWS::DynamoDB::Table': ({ Properties }) => ({
    until: 'erasure',
    thenRecoverableForDays: Properties.PointInTimeRecoverySpecification.RecoveryPeriodInDays,
  }),
  'AWS::Logs::LogGroup': ({ Properties }) => ({ until: 'age', days: Properties.RetentionInDays }),
  'AWS::S3::Bucket': ({ Properties }) => {
    // An object that expires becomes an old version first.
    const [{ ExpirationInDays: days, NoncurrentVersionExpiration: old }] = Properties.LifecycleConfiguration.Rules;
    return days === undefined
      ? { until: 'erasure', thenRecoverableForDays: old.NoncurrentDays }
      : { until: 'age', days: days + old.NoncurrentDays };
  },
  'AWS::StepFunctions::StateMachine': () => ({ until: 'age', days: WORKFLOW_HISTORY_DAYS }),
  'AWS::SNS::Topic': () => 'as long as what it keeps',
  'AWS::SQS::Queue': ({ Properties }) => ({ until: 'age', days: Properties.MessageRetentionPeriod / DAY_SECONDS }),
};

/** Whether a resource names a key of the cell, by its template; others are under one of AWS's own. */
const KEY_OF: Readonly<Record<string, (resource: TemplateResource) => 'cell' | 'aws'>> = {
  'AWS::Backup::BackupVault': ({ Properties }) => named(Properties.EncryptionKeyArn),
  'AWS::DynamoDB::Table': ({ Properties }) => named(Properties.SSESpecification?.KMSMasterKeyId),
  'AWS::Logs::LogGroup': ({ Properties }) => named(Properties.KmsKeyId),
  'AWS::S3::Bucket': ({ Properties }) => {
    const [rule] = Properties.BucketEncryption.ServerSideEncryptionConfiguration;
    return named(rule.ServerSideEncryptionByDefault.KMSMasterKeyID);
  },
  'AWS::SNS::Topic': ({ Properties }) => named(Properties.KmsMasterKeyId),
  'AWS::SQS::Queue': ({ Properties }) => named(Properties.KmsMasterKeyId),
};

function named(key: unknown): 'cell' | 'aws' {
  return JSON.stringify(key ?? '').includes('StoreKey') ? 'cell' : 'aws';
}

function daysOfBackups(): number {
  const { BackupPlan } = onlyResource(templateOf('Oversight'), 'AWS::Backup::BackupPlan').Properties;
  return BackupPlan.BackupPlanRule[0].Lifecycle.DeleteAfterDays;
}

/** Each resource of a stack that keeps something, with what is declared of it: on itself, or on a construct around it. */
function storesOf(kind: StackKind) {
  const metadata = JSON.parse(assemblyText(`${stackName('eu', kind)}.metadata.json`)) as Metadata;
  const { Resources } = templateOf(kind);
  const declared = Object.entries(metadata).flatMap(([path, entries]) =>
    entries.flatMap(({ type, data }) => (type === STORE_METADATA ? [{ path, holds: data as DeclaredStore }] : [])),
  );
  return Object.entries(metadata).flatMap(([path, entries]) => {
    const logicalId = entries.find(({ type }) => type === 'aws:cdk:logicalId')?.data;
    const resource = typeof logicalId === 'string' ? Resources[logicalId] : undefined;
    if (resource === undefined || KEEPS[resource.Type] === undefined) return [];
    const holds = declared.find((one) => `${path}/`.startsWith(`${one.path}/`))?.holds;
    return [{ path, holds, resource, keeps: KEEPS[resource.Type]?.(resource) }];
  });
}

const stores = STACK_KINDS.flatMap(storesOf);

// `GET /me/location` answers from the declarations; this is what makes it an answer about the stacks.
describe('every store of a cell', () => {
  it('was found', () => {
    const resources = STACK_KINDS.flatMap((kind) => Object.values(templateOf(kind).Resources));
    const types = resources.map(({ Type }) => Type).filter((type) => KEEPS[type] !== undefined);
    expect(stores.map(({ resource }) => resource.Type).toSorted()).toEqual(types.toSorted());
  });

  it.each(stores)('is declared: $path', ({ holds }) => {
    expect(holds).toEqual(expect.objectContaining({ id: expect.any(String), holds: expect.any(String) }));
  });

  it.each(stores)('is under the key that people are told: $path', ({ holds, resource }) => {
    expect(holds?.key === 'aws' ? 'aws' : 'cell').toEqual(KEY_OF[resource.Type]?.(resource) ?? 'aws');
  });

  it('is said to be of people where AWS writes the network addresses of their devices into it', () => {
    // The trail has calls to the user pool, which devices can make by themselves.
    expect(stores.find(({ holds }) => holds?.id === 'trail')?.holds).toMatchObject({
      personal: true,
      holds: expect.stringContaining('network address'),
    });
  });

  it('has no log of S3 about those that links of people lead to, for it has their network addresses', () => {
    const led = stores.filter(({ resource }) => resource.Properties?.['CorsConfiguration'] !== undefined);
    expect(led.map(({ holds, resource }) => [holds?.id, resource.Properties?.['LoggingConfiguration']])).toEqual([
      ['media', undefined],
      ['archives', undefined],
    ]);
  });

  it('of personal data that code has to handle is declared', () => {
    const declared = new Set(stores.map(({ holds }) => holds?.id));
    expect(PERSONAL_STORE_IDS.filter((id) => !declared.has(id))).toEqual([]);
  });

  it.each(stores.filter(({ keeps }) => typeof keeps === 'object'))(
    'keeps what it holds for as long as people are told: $path',
    ({ holds, keeps }) => {
      expect(keeps).toEqual(holds?.retention);
    },
  );
});
