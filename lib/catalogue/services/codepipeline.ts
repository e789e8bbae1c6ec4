import { type DestinationSelector, defineChannel } from '../channel';
import { BUCKET_AT_HOME, exampleOf, mapped, propertiesAt } from '../examples';

type Slot = Pick<DestinationSelector, 'types' | 'path'>;

const PIPELINE = ['AWS::CodePipeline::Pipeline'] as const;
const PROJECT = ['AWS::CodeBuild::Project'] as const;

const REGIONS: readonly [Slot, ...Slot[]] = [
  { types: PIPELINE, path: 'ArtifactStores[].Region' },
  { types: PIPELINE, path: 'Stages[].Actions[].Region' },
  { types: PIPELINE, path: 'Stages[].BeforeEntry.Conditions[].Rules[].Region' },
  { types: PIPELINE, path: 'Stages[].OnFailure.Conditions[].Rules[].Region' },
  { types: PIPELINE, path: 'Stages[].OnSuccess.Conditions[].Rules[].Region' },
];

const BUCKETS: readonly [Slot, ...Slot[]] = [
  { types: PIPELINE, path: 'ArtifactStore.Location' },
  { types: PIPELINE, path: 'ArtifactStores[].ArtifactStore.Location' },
  { types: PROJECT, path: 'Artifacts.Location' },
  { types: PROJECT, path: 'SecondaryArtifacts[].Location' },
  { types: PROJECT, path: 'LogsConfig.S3Logs.Location' },
];

/** The key of a store is one of its region. */
const STORE_KEYS: readonly [Slot, ...Slot[]] = [
  { types: PIPELINE, path: 'ArtifactStore.EncryptionKey.Id' },
  { types: PIPELINE, path: 'ArtifactStores[].ArtifactStore.EncryptionKey.Id' },
];

export const codepipelineCrossRegionArtifacts = defineChannel({
  id: 'codepipeline-cross-region-artifacts',
  title: 'Pipelines and builds keep their artifacts in their home region only',
  risk: 'Code, with whatever fixtures and dumps it comes with, is copied to a bucket in each region that has an action.',
  level: 'metadata',
  legitimate:
    'For code and built images, which are to be the same in every cell. Dumps, fixtures made from production and test reports with real records are not code.',
  remediation: 'Give each region a pipeline of its own, and keep personal data out of what is built.',
  references: ['https://docs.aws.amazon.com/codepipeline/latest/userguide/actions-create-cross-region.html'],

  proactive: {
    rules: [
      ...mapped(REGIONS, (slot) => ({ ...slot, kind: 'region' }) as const),
      ...mapped(BUCKETS, (slot) => ({ ...slot, kind: 'bucket' }) as const),
      ...mapped(STORE_KEYS, (slot) => ({ ...slot, kind: 'arn', passesUnnamed: true }) as const),
    ],
    violating: [
      ...mapped(STORE_KEYS, ({ types, path }) =>
        exampleOf(types[0], propertiesAt(path, 'arn:aws:kms:us-east-1:111122223333:key/1234abcd')),
      ),
      ...mapped(REGIONS, ({ types, path }) => exampleOf(types[0], propertiesAt(path, 'us-east-1'))),
      ...mapped(BUCKETS, ({ types, path }) => exampleOf(types[0], propertiesAt(path, 'artifacts-of-somebody-else'))),
    ],
    compliant: [
      ...mapped(REGIONS, ({ types, path }) => exampleOf(types[0], propertiesAt(path, { Ref: 'AWS::Region' }))),
      ...mapped(BUCKETS, ({ types, path }) =>
        exampleOf(types[0], propertiesAt(path, { Ref: 'Store' }), BUCKET_AT_HOME),
      ),
    ],
  },
  preventive: {
    strength: 'partly',
    why: 'codebuild:artifacts.location and codebuild:logsConfig.s3Logs.location hold the bucket of a build, which tells no region. Of a pipeline only the whole action can be refused.',
    denies: [
      {
        actions: ['codepipeline:CreatePipeline', 'codepipeline:UpdatePipeline'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'codepipeline.amazonaws.com',
        eventName: 'CreatePipeline',
        recordedIn: 'source',
        opens: [
          { path: 'pipeline.artifactStores{key}', kind: 'region' },
          { path: 'pipeline.stages[].actions[].region', kind: 'region' },
        ],
      },
      {
        eventSource: 'codepipeline.amazonaws.com',
        eventName: 'UpdatePipeline',
        recordedIn: 'source',
        opens: [
          { path: 'pipeline.artifactStores{key}', kind: 'region' },
          { path: 'pipeline.stages[].actions[].region', kind: 'region' },
        ],
      },
      {
        eventSource: 'codebuild.amazonaws.com',
        eventName: 'CreateProject',
        recordedIn: 'source',
        opens: [{ path: 'artifacts.location', kind: 'bucket' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-codepipeline',
        command: 'GetPipelineCommand',
        field: 'pipeline.stages[].actions[].region',
        kind: 'region',
      },
      {
        client: '@aws-sdk/client-codebuild',
        command: 'BatchGetProjectsCommand',
        field: 'projects[].artifacts.location',
        kind: 'bucket',
      },
    ],
  },
});
