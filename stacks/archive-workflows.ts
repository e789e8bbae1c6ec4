import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { RegionalFunction, type RegionalFunctionProps } from '../lib/constructs/regional-function';
import { RegionalWorkflow, type State } from '../lib/constructs/regional-workflow';
import { ARCHIVE_HOURS, ARCHIVE_STEP_SECONDS } from '../lib/domain/archives';
import type { RouteId, StepId } from '../lib/domain/routes';
import { functionCode } from './function-code';

/** What archives are made of, and rest in. */
export interface ArchiveStores {
  readonly storeKey: IKey;
  readonly personKey: IKey;
  readonly profiles: ITable;
  readonly personKeys: ITable;
  readonly conversations: ITable;
  readonly jobs: ITable;
  readonly media: IBucket;
  readonly archives: IBucket;
  readonly pool: IUserPool;
}

type Needs = Pick<RegionalFunctionProps, 'description' | 'environment' | 'worksOn'>;
type ArchiveStep = Extract<StepId, 'collect-export' | 'remove-export' | 'import-archive' | 'undo-import'>;
type ArchiveRoute = Extract<RouteId, `${string}-export` | `${string}-import`>;

interface WorkflowProps extends Pick<RegionalFunctionProps, 'jurisdiction' | 'network'> {
  readonly account: string;
  readonly stores: ArchiveStores;
}

/** The function ends by itself first, and says so. */
const STATE_SECONDS = ARCHIVE_STEP_SECONDS + 10;

/** Collects, keeps the archive for a day, and removes it; also where it could not be collected. */
export const EXPORT_STATES: { readonly startAt: string; readonly states: Readonly<Record<string, State>> } = {
  startAt: 'Collect',
  states: {
    Collect: {
      kind: 'step',
      step: 'collect-export',
      seconds: STATE_SECONDS,
      next: 'Keep',
      failed: 'Remove what failed',
    },
    Keep: { kind: 'wait', seconds: ARCHIVE_HOURS * 60 * 60, next: 'Remove' },
    Remove: { kind: 'step', step: 'remove-export', seconds: STATE_SECONDS, next: undefined },
    'Remove what failed': { kind: 'step', step: 'remove-export', seconds: STATE_SECONDS, next: 'Failed' },
    Failed: { kind: 'fail' },
  },
};

/** Imports for as long as there is more, and takes all of it back where it cannot be whole. */
export const IMPORT_STATES: { readonly startAt: string; readonly states: Readonly<Record<string, State>> } = {
  startAt: 'Import',
  states: {
    Import: {
      kind: 'step',
      step: 'import-archive',
      seconds: STATE_SECONDS,
      next: { more: 'Import', undo: 'Undo', done: 'Imported' },
      failed: 'Undo what failed',
    },
    Imported: { kind: 'succeed' },
    Undo: { kind: 'step', step: 'undo-import', seconds: STATE_SECONDS, next: undefined },
    'Undo what failed': { kind: 'step', step: 'undo-import', seconds: STATE_SECONDS, next: 'Failed' },
    Failed: { kind: 'fail' },
  },
};

/** The workflow that makes a person's archive, and its steps. */
export function exportWorkflow(scope: Construct, { account, stores, ...shared }: WorkflowProps): RegionalWorkflow {
  return new RegionalWorkflow(scope, 'Export', {
    jurisdiction: shared.jurisdiction,
    account,
    name: 'export',
    description: 'makes an archive of everything that the cell has of a person, and removes it after a day',
    steps: {
      'collect-export': stepOf(scope, 'collect-export', stores, shared),
      'remove-export': stepOf(scope, 'remove-export', stores, shared),
    },
    ...EXPORT_STATES,
  });
}

/** The workflow that takes in an archive of another home, and its steps. */
export function importWorkflow(scope: Construct, { account, stores, ...shared }: WorkflowProps): RegionalWorkflow {
  return new RegionalWorkflow(scope, 'Import', {
    jurisdiction: shared.jurisdiction,
    account,
    name: 'import',
    description: 'takes in an archive that a person brings from another home, whole or not at all',
    steps: {
      'import-archive': stepOf(scope, 'import-archive', stores, shared),
      'undo-import': stepOf(scope, 'undo-import', stores, shared),
    },
    ...IMPORT_STATES,
  });
}

function stepOf(
  scope: Construct,
  name: ArchiveStep,
  stores: ArchiveStores,
  shared: Pick<RegionalFunctionProps, 'jurisdiction' | 'network'>,
) {
  return new RegionalFunction(scope, name, {
    ...shared,
    ...stepNeeds(stores)[name],
    name,
    logKey: stores.storeKey,
    code: functionCode(name),
    seconds: ARCHIVE_STEP_SECONDS,
    afterFailure: {
      control: 'the workflow tries again for some minutes, and an alarm goes off when it gives up',
      test: 'test/stacks/workflows.test.ts',
    },
  }).function;
}

function stepNeeds(stores: ArchiveStores): Record<ArchiveStep, Needs> {
  const { onArchives, onPeople, onConversations } = resources(stores);
  const { pool } = stores;
  return {
    'collect-export': {
      description: 'makes an archive of everything that the cell has of a person',
      environment: {
        ...onArchives.environment,
        ...onPeople.environment,
        ...onConversations.environment,
        USER_POOL_ID: pool.userPoolId,
      },
      worksOn: {
        ...onArchives.worksOn,
        ...onPeople.worksOn,
        ...onConversations.worksOn,
        accounts: pool.userPoolArn,
      },
    },
    'remove-export': { description: 'removes every version of an archive whose day is over', ...onArchives },
    'import-archive': {
      description: 'verifies an archive of another home, takes it in, and compares',
      environment: { ...onArchives.environment, ...onPeople.environment, ...onConversations.environment },
      worksOn: { ...onArchives.worksOn, ...onPeople.worksOn, ...onConversations.worksOn },
    },
    'undo-import': {
      description: 'takes back what an import that cannot be whole has written',
      environment: {
        ...onArchives.environment,
        ...onConversations.environment,
        PROFILES_TABLE: stores.profiles.tableName,
      },
      worksOn: { ...onArchives.worksOn, ...onConversations.worksOn },
    },
  };
}

/** What the functions of the routes of archives are given. */
export function archiveRoutes(
  stores: ArchiveStores,
  workflows: { readonly export: RegionalWorkflow; readonly import: RegionalWorkflow },
): Record<ArchiveRoute, Needs> {
  const { onJobs, onArchives, onPeople } = resources(stores);
  const { profiles, archives } = stores;
  const objects = { archives: archives.arnForObjects('*') };
  const ofMember = {
    environment: { ...onJobs.environment, ...onPeople.environment },
    worksOn: { ...onJobs.worksOn, ...onPeople.worksOn },
  };
  const bucket = { ARCHIVES_BUCKET: archives.bucketName };
  return {
    'start-export': {
      description: 'begins an export of the caller',
      environment: {
        ...onJobs.environment,
        PROFILES_TABLE: profiles.tableName,
        EXPORT_WORKFLOW: workflows.export.arn,
      },
      worksOn: { ...onJobs.worksOn, profiles: profiles.tableArn, export: workflows.export.arn },
    },
    'read-export': {
      description: 'says how far an export of the caller is, and signs a link to it',
      environment: { ...onJobs.environment, ...bucket },
      worksOn: { ...onJobs.worksOn, ...objects },
    },
    'start-import': {
      description: 'signs a form with which the caller brings one archive',
      environment: { ...ofMember.environment, ...bucket },
      worksOn: { ...ofMember.worksOn, ...objects },
    },
    'run-import': {
      description: 'begins an import of the caller whose archive has arrived',
      environment: { ...ofMember.environment, ...bucket, IMPORT_WORKFLOW: workflows.import.arn },
      worksOn: { ...ofMember.worksOn, ...onArchives.worksOn, import: workflows.import.arn },
    },
    'read-import': { description: 'says how far an import of the caller is', ...ofMember },
  };
}

function resources(stores: ArchiveStores) {
  const { storeKey, personKey, profiles, personKeys, conversations, jobs, media, archives } = stores;
  const onJobs = {
    environment: { JOBS_TABLE: jobs.tableName },
    worksOn: { jobs: [jobs.tableArn, `${jobs.tableArn}/index/people`], 'store-key': storeKey.keyArn },
  };
  return {
    onJobs,
    onArchives: {
      environment: { ...onJobs.environment, ARCHIVES_BUCKET: archives.bucketName },
      worksOn: { ...onJobs.worksOn, archives: [archives.bucketArn, archives.arnForObjects('*')] },
    },
    onPeople: {
      environment: {
        PROFILES_TABLE: profiles.tableName,
        PERSON_KEYS_TABLE: personKeys.tableName,
        PERSON_KEY: personKey.keyArn,
      },
      worksOn: {
        profiles: profiles.tableArn,
        'person-keys': personKeys.tableArn,
        'person-key': personKey.keyArn,
        'store-key': storeKey.keyArn,
      },
    },
    onConversations: {
      environment: { CONVERSATIONS_TABLE: conversations.tableName, MEDIA_BUCKET: media.bucketName },
      worksOn: {
        conversations: conversations.tableArn,
        media: [media.bucketArn, media.arnForObjects('*')],
        'store-key': storeKey.keyArn,
      },
    },
  };
}
