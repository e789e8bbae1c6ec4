import { defineChannel, type Rule } from '../channel';
import { exampleOf, mapped, propertiesAt } from '../examples';

const KNOWLEDGE_BASE = 'AWS::Bedrock::KnowledgeBase';
const DATA_SOURCE = 'AWS::Bedrock::DataSource';
const AGENT = 'AWS::Bedrock::Agent';
const FLOW = 'AWS::Bedrock::Flow';
const FAR = 'us-east-1';

/** Buckets that documents are read from, and that what was found in them is written into. */
const BUCKETS = [
  [DATA_SOURCE, 'DataSourceConfiguration.S3Configuration.BucketArn'],
  [DATA_SOURCE, 'VectorIngestionConfiguration.CustomTransformationConfiguration.IntermediateStorage.S3Location.URI'],
  [
    KNOWLEDGE_BASE,
    'KnowledgeBaseConfiguration.VectorKnowledgeBaseConfiguration.SupplementalDataStorageConfiguration.SupplementalDataStorageLocations[].S3Location.URI',
  ],
  [
    KNOWLEDGE_BASE,
    'KnowledgeBaseConfiguration.ManagedKnowledgeBaseConfiguration.SupplementalDataStorageConfiguration.SupplementalDataStorageLocations[].S3Location.URI',
  ],
  [FLOW, 'Definition.Nodes[].Configuration.Storage.ServiceConfiguration.S3.BucketName'],
  [FLOW, 'Definition.Nodes[].Configuration.Retrieval.ServiceConfiguration.S3.BucketName'],
] as const;

/** Stores and functions by ARN, with what an ARN of theirs looks like. */
const ARNS = [
  [KNOWLEDGE_BASE, 'StorageConfiguration.OpensearchServerlessConfiguration.CollectionArn', 'aoss', 'collection/c1'],
  [KNOWLEDGE_BASE, 'StorageConfiguration.OpensearchManagedClusterConfiguration.DomainArn', 'es', 'domain/d1'],
  [KNOWLEDGE_BASE, 'StorageConfiguration.RdsConfiguration.ResourceArn', 'rds', 'cluster:people'],
  [KNOWLEDGE_BASE, 'StorageConfiguration.NeptuneAnalyticsConfiguration.GraphArn', 'neptune-graph', 'graph/g1'],
  [KNOWLEDGE_BASE, 'StorageConfiguration.S3VectorsConfiguration.VectorBucketArn', 's3vectors', 'bucket/b1'],
  [KNOWLEDGE_BASE, 'StorageConfiguration.S3VectorsConfiguration.IndexArn', 's3vectors', 'bucket/b1/index/i1'],
  [KNOWLEDGE_BASE, 'KnowledgeBaseConfiguration.KendraKnowledgeBaseConfiguration.KendraIndexArn', 'kendra', 'index/i1'],
  [
    KNOWLEDGE_BASE,
    'KnowledgeBaseConfiguration.SqlKnowledgeBaseConfiguration.RedshiftConfiguration.QueryEngineConfiguration.ServerlessConfiguration.WorkgroupArn',
    'redshift-serverless',
    'workgroup/w1',
  ],
  [
    DATA_SOURCE,
    'VectorIngestionConfiguration.CustomTransformationConfiguration.Transformations[].TransformationFunction.TransformationLambdaConfiguration.LambdaArn',
    'lambda',
    'function:split',
  ],
  [AGENT, 'ActionGroups[].ActionGroupExecutor.Lambda', 'lambda', 'function:act'],
  [AGENT, 'CustomOrchestration.Executor.Lambda', 'lambda', 'function:lead'],
  [AGENT, 'PromptOverrideConfiguration.OverrideLambda', 'lambda', 'function:read'],
  [AGENT, 'AgentCollaborators[].AgentDescriptor.AliasArn', 'bedrock', 'agent-alias/A1/A2'],
  [FLOW, 'Definition.Nodes[].Configuration.LambdaFunction.LambdaArn', 'lambda', 'function:step'],
  [FLOW, 'Definition.Nodes[].Configuration.Agent.AgentAliasArn', 'bedrock', 'agent-alias/A1/A2'],
  [FLOW, 'Definition.Nodes[].Configuration.Lex.BotAliasArn', 'lex', 'bot-alias/B1/B2'],
] as const;

/** Stores of others, by host. */
const HOSTS = [
  ['StorageConfiguration.PineconeConfiguration.ConnectionString', 'https://people-1.svc.us-east1-gcp.pinecone.io'],
  ['StorageConfiguration.MongoDbAtlasConfiguration.Endpoint', 'people.abcde.mongodb.net'],
  [
    'StorageConfiguration.OpensearchManagedClusterConfiguration.DomainEndpoint',
    `https://search-people.${FAR}.es.amazonaws.com`,
  ],
] as const;

export const bedrockKnowledgeBaseSources = defineChannel({
  id: 'bedrock-knowledge-base-sources',
  title: 'Knowledge bases, agents and flows of Bedrock work with stores of the home region only',
  risk: 'Documents are read from, and their passages and vectors kept in, the store that is named; an agent hands what it is told to the function that is named.',
  level: 'content',
  legitimate: 'For a corpus of published documents, such as manuals, that one team keeps indexed for all regions.',
  remediation: 'Name buckets, vector stores and functions of the home region.',
  references: [
    'https://docs.aws.amazon.com/bedrock/latest/userguide/knowledge-base.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrock-knowledgebase.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrock-datasource.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrock-agent.html',
  ],

  proactive: {
    rules: [
      ...mapped(BUCKETS, ([type, path]): Rule => ({ types: [type], path, kind: 'bucket' })),
      // An ARN that only the deployment knows is handed over from a stack beside this one: it has no foreign hint.
      ...ARNS.map(([type, path]): Rule => ({ types: [type], path, kind: 'arn', onlyAbroad: true })),
      ...HOSTS.map(([path]): Rule => ({ types: [KNOWLEDGE_BASE], path, kind: 'endpoint' })),
      { types: [FLOW], path: 'DefinitionString', kind: 'text' },
    ],
    violating: [
      ...mapped(BUCKETS, ([type, path]) =>
        exampleOf(type, propertiesAt(path, path.endsWith('Arn') ? 'arn:aws:s3:::letters' : 's3://letters/read/')),
      ),
      ...ARNS.map(([type, path, service, resource]) =>
        exampleOf(type, propertiesAt(path, arn(service, FAR, resource))),
      ),
      ...HOSTS.map(([path, host]) => exampleOf(KNOWLEDGE_BASE, propertiesAt(path, host))),
      exampleOf(FLOW, { Name: 'answers', DefinitionString: flowCalling(FAR) }),
    ],
    compliant: [
      exampleOf(DATA_SOURCE, propertiesAt(BUCKETS[0][1], { 'Fn::GetAtt': ['Letters', 'Arn'] }), {
        Letters: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'letters-us-east-1' } },
      }),
      ...ARNS.map(([type, path, service, resource]) =>
        exampleOf(type, propertiesAt(path, arn(service, 'eu-central-1', resource))),
      ),
      exampleOf(FLOW, { Name: FAR, DefinitionString: flowCalling('eu-central-1') }),
      exampleOf(KNOWLEDGE_BASE, propertiesAt(HOSTS[2][0], 'https://search-people.eu-central-1.es.amazonaws.com')),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key of these calls names a store; bedrock:ThirdPartyKnowledgeBaseCredentialsSecretArn is not listed for them. What a knowledge base reads and writes runs under its role, which its boundary limits.',
    denies: [
      {
        actions: [
          'bedrock:CreateDataSource',
          'bedrock:CreateKnowledgeBase',
          'bedrock:UpdateDataSource',
          'bedrock:UpdateKnowledgeBase',
        ],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'bedrock.amazonaws.com',
        eventName: 'CreateKnowledgeBase',
        recordedIn: 'source',
        opens: [
          { path: 'storageConfiguration.opensearchServerlessConfiguration.collectionArn', kind: 'arn' },
          { path: 'storageConfiguration.rdsConfiguration.resourceArn', kind: 'arn' },
          { path: 'storageConfiguration.pineconeConfiguration.connectionString', kind: 'endpoint' },
          { path: 'storageConfiguration.mongoDbAtlasConfiguration.endpoint', kind: 'endpoint' },
          { path: 'storageConfiguration.redisEnterpriseCloudConfiguration.endpoint', kind: 'endpoint' },
        ],
      },
      {
        eventSource: 'bedrock.amazonaws.com',
        eventName: 'CreateDataSource',
        recordedIn: 'source',
        opens: [{ path: 'dataSourceConfiguration.s3Configuration.bucketArn', kind: 'bucket' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-bedrock-agent',
        command: 'GetKnowledgeBaseCommand',
        field: 'knowledgeBase.storageConfiguration.opensearchServerlessConfiguration.collectionArn',
        kind: 'arn',
      },
      {
        client: '@aws-sdk/client-bedrock-agent',
        command: 'GetKnowledgeBaseCommand',
        field: 'knowledgeBase.storageConfiguration.pineconeConfiguration.connectionString',
        kind: 'endpoint',
      },
      {
        client: '@aws-sdk/client-bedrock-agent',
        command: 'GetDataSourceCommand',
        field: 'dataSource.dataSourceConfiguration.s3Configuration.bucketArn',
        kind: 'bucket',
      },
    ],
  },
});

function flowCalling(region: string) {
  const step = { configuration: { lambdaFunction: { lambdaArn: arn('lambda', region, 'function:step') } } };
  return JSON.stringify({ nodes: [step] });
}

function arn(service: string, region: string, resource: string) {
  return `arn:aws:${service}:${region}:111122223333:${resource}`;
}
