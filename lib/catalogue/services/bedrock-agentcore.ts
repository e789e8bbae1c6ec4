import { defineChannel, type Rule } from '../channel';
import { exampleOf, mapped, propertiesAt } from '../examples';

const TARGET = 'AWS::BedrockAgentCore::GatewayTarget';
const RECORD = 'AWS::AgentRegistry::RegistryRecord';
const HARNESS = 'AWS::BedrockAgentCore::Harness';
const FAR = 'us-east-1';

/** Regions that requests are signed for, and so sent to. */
const REGIONS = [
  [TARGET, 'CredentialProviderConfigurations[].CredentialProvider.IamCredentialProvider.Region'],
  [
    RECORD,
    'Descriptors.A2aAgentCard.Source.FromUrl.CredentialProviderConfigurations[].CredentialProvider.IamCredentialProvider.Region',
  ],
  [
    RECORD,
    'Descriptors.McpServer.Source.FromUrl.CredentialProviderConfigurations[].CredentialProvider.IamCredentialProvider.Region',
  ],
] as const;

/** Hosts that get what an agent hands over. */
const HOSTS = [
  [TARGET, 'TargetConfiguration.Mcp.McpServer.Endpoint'],
  [TARGET, 'TargetConfiguration.Http.Passthrough.Endpoint'],
  [TARGET, 'TargetConfiguration.Inference.Provider.Endpoint'],
  [HARNESS, 'Tools[].Config.RemoteMcp.Url'],
] as const;

/** Where a memory hands conversations to, for somebody else to make something of them. */
const OWN_MAKING =
  'MemoryStrategies[].CustomMemoryStrategy.Configuration.SelfManagedConfiguration.InvocationConfiguration';

const ARNS = [
  [TARGET, 'TargetConfiguration.Mcp.Lambda.LambdaArn', 'lambda', 'function:look-up'],
  [TARGET, 'TargetConfiguration.Http.AgentcoreRuntime.Arn', 'bedrock-agentcore', 'runtime/r1'],
  [
    'AWS::BedrockAgentCore::Gateway',
    'InterceptorConfigurations[].Interceptor.Lambda.Arn',
    'lambda',
    'function:look-at',
  ],
  [HARNESS, 'Memory.AgentCoreMemoryConfiguration.Arn', 'bedrock-agentcore', 'memory/m1'],
  [
    'AWS::BedrockAgentCore::Memory',
    'StreamDeliveryResources.Resources[].Kinesis.DataStreamArn',
    'kinesis',
    'stream/memories',
  ],
  ['AWS::BedrockAgentCore::Memory', `${OWN_MAKING}.TopicArn`, 'sns', 'memories'],
] as const;

/** Models of others, to which whole conversations are sent. */
const PROVIDERS = ['Model.OpenAiModelConfig', 'Model.GeminiModelConfig', 'Model.LiteLlmModelConfig'] as const;

export const bedrockAgentcoreTargets = defineChannel({
  id: 'bedrock-agentcore-targets',
  title: 'Agents reach tools, memories and models of the home region only',
  risk: 'What an agent is told and what it remembers is handed to the tool, the host or the model that is named, in its region or wherever its provider works.',
  level: 'content',
  legitimate:
    'For tools that know nothing of who asks: a calculator, a search in public documentation, the weather. What an agent puts into a call is not known beforehand, so such an agent is given no personal data at all.',
  remediation: 'Name functions, runtimes and endpoints of the home region, and models of Bedrock there.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrockagentcore-gatewaytarget.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrockagentcore-harness.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-agentregistry-registryrecord.html',
  ],

  proactive: {
    rules: [
      ...mapped(REGIONS, ([type, path]): Rule => ({ types: [type], path, kind: 'region' })),
      ...HOSTS.map(([type, path]): Rule => ({ types: [type], path, kind: 'endpoint' })),
      ...ARNS.map(([type, path]): Rule => ({ types: [type], path, kind: 'arn', onlyAbroad: true })),
      { types: ['AWS::BedrockAgentCore::Memory'], path: `${OWN_MAKING}.PayloadDeliveryBucketName`, kind: 'bucket' },
      ...PROVIDERS.map(
        (path): Rule => ({
          types: [HARNESS],
          path,
          kind: 'presence',
          reach: 'unknown',
          because: 'a model outside of AWS, whose region nothing here tells',
        }),
      ),
    ],
    violating: [
      ...mapped(REGIONS, ([type, path]) => exampleOf(type, propertiesAt(path, FAR))),
      ...HOSTS.map(([type, path]) => exampleOf(type, propertiesAt(path, 'https://mcp.example.org/tools'))),
      ...ARNS.map(([type, path, service, resource]) =>
        exampleOf(type, propertiesAt(path, arn(service, FAR, resource))),
      ),
      exampleOf('AWS::BedrockAgentCore::Memory', propertiesAt(`${OWN_MAKING}.PayloadDeliveryBucketName`, 'said')),
      ...PROVIDERS.map((path) => exampleOf(HARNESS, propertiesAt(path, { ModelId: 'a-model' }))),
    ],
    compliant: [
      exampleOf(TARGET, {
        Name: 'us-east-1',
        CredentialProviderConfigurations: [
          {
            CredentialProviderType: 'GATEWAY_IAM_ROLE',
            CredentialProvider: {
              IamCredentialProvider: { Service: 'execute-api', Region: { Ref: 'AWS::Region' } },
            },
          },
        ],
        TargetConfiguration: {
          Mcp: { McpServer: { Endpoint: 'https://a1b2.execute-api.eu-central-1.amazonaws.com/tools' } },
        },
      }),
      ...ARNS.map(([type, path, service, resource]) =>
        exampleOf(type, propertiesAt(path, arn(service, 'eu-central-1', resource))),
      ),
      exampleOf(HARNESS, propertiesAt('Model.BedrockModelConfig.ModelId', 'amazon.nova-pro-v1:0')),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key that is listed for these calls names a host or a region.',
    denies: [
      {
        actions: ['bedrock-agentcore:CreateGatewayTarget', 'bedrock-agentcore:UpdateGatewayTarget'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'bedrock-agentcore.amazonaws.com',
        eventName: 'CreateGatewayTarget',
        recordedIn: 'source',
        opens: [
          { path: 'targetConfiguration.mcp.mcpServer.endpoint', kind: 'endpoint' },
          { path: 'targetConfiguration.http.passthrough.endpoint', kind: 'endpoint' },
          {
            path: 'credentialProviderConfigurations[].credentialProvider.iamCredentialProvider.region',
            kind: 'region',
          },
        ],
      },
      {
        eventSource: 'bedrock-agentcore.amazonaws.com',
        eventName: 'UpdateGatewayTarget',
        recordedIn: 'source',
        opens: [{ path: 'targetConfiguration.mcp.mcpServer.endpoint', kind: 'endpoint' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-bedrock-agentcore-control',
        command: 'GetGatewayTargetCommand',
        field: 'targetConfiguration.mcp.mcpServer.endpoint',
        kind: 'endpoint',
      },
    ],
  },
});

function arn(service: string, region: string, resource: string) {
  return `arn:aws:${service}:${region}:111122223333:${resource}`;
}
