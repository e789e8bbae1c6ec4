import { defineChannel } from '../channel';
import { exampleOf, propertiesAt } from '../examples';

const MEMORY = 'AWS::BedrockAgentCore::Memory';
const OVERRIDE = 'MemoryStrategies[].CustomMemoryStrategy.Configuration';
const BOT = 'AWS::Lex::Bot';
const LOCALE = 'BotLocales[]';
const GENERATIVE = `${LOCALE}.GenerativeAISettings`;

/** Where a template names a model or an inference profile that prompts and documents are sent to. */
const MODELS = [
  ['AWS::Bedrock::ApplicationInferenceProfile', 'ModelSource.CopyFrom'],
  ['AWS::Bedrock::Agent', 'FoundationModel'],
  ['AWS::Bedrock::Agent', 'PromptOverrideConfiguration.PromptConfigurations[].FoundationModel'],
  ['AWS::Bedrock::IntelligentPromptRouter', 'Models[].ModelArn'],
  ['AWS::Bedrock::IntelligentPromptRouter', 'FallbackModel.ModelArn'],
  ['AWS::Bedrock::Prompt', 'Variants[].ModelId'],
  ['AWS::Bedrock::Flow', 'Definition.Nodes[].Configuration.Prompt.SourceConfiguration.Inline.ModelId'],
  ['AWS::Bedrock::Flow', 'Definition.Nodes[].Configuration.KnowledgeBase.ModelId'],
  [
    'AWS::Bedrock::Flow',
    'Definition.Nodes[].Configuration.KnowledgeBase.RerankingConfiguration.BedrockRerankingConfiguration.ModelConfiguration.ModelArn',
  ],
  ['AWS::Bedrock::KnowledgeBase', 'KnowledgeBaseConfiguration.VectorKnowledgeBaseConfiguration.EmbeddingModelArn'],
  ['AWS::Bedrock::KnowledgeBase', 'KnowledgeBaseConfiguration.ManagedKnowledgeBaseConfiguration.EmbeddingModelArn'],
  [
    'AWS::Bedrock::DataSource',
    'VectorIngestionConfiguration.ParsingConfiguration.BedrockFoundationModelConfiguration.ModelArn',
  ],
  [
    'AWS::Bedrock::DataSource',
    'VectorIngestionConfiguration.ContextEnrichmentConfiguration.BedrockFoundationModelConfiguration.ModelArn',
  ],
  ['AWS::BedrockAgentCore::Evaluator', 'EvaluatorConfig.LlmAsAJudge.ModelConfig.BedrockEvaluatorModelConfig.ModelId'],
  ['AWS::BedrockAgentCore::Harness', 'Model.BedrockModelConfig.ModelId'],
  [MEMORY, `${OVERRIDE}.SemanticOverride.Extraction.ModelId`],
  [MEMORY, `${OVERRIDE}.SemanticOverride.Consolidation.ModelId`],
  [MEMORY, `${OVERRIDE}.SummaryOverride.Consolidation.ModelId`],
  [MEMORY, `${OVERRIDE}.UserPreferenceOverride.Extraction.ModelId`],
  [MEMORY, `${OVERRIDE}.UserPreferenceOverride.Consolidation.ModelId`],
  [MEMORY, `${OVERRIDE}.EpisodicOverride.Extraction.ModelId`],
  [MEMORY, `${OVERRIDE}.EpisodicOverride.Consolidation.ModelId`],
  [MEMORY, `${OVERRIDE}.EpisodicOverride.Reflection.ModelId`],
  [BOT, `${LOCALE}.Intents[].QnAIntentConfiguration.BedrockModelConfiguration.ModelArn`],
  [
    BOT,
    `${LOCALE}.Intents[].BedrockAgentIntentConfiguration.BedrockAgentIntentKnowledgeBaseConfiguration.BedrockModelConfiguration.ModelArn`,
  ],
  [BOT, `${GENERATIVE}.RuntimeSettings.SlotResolutionImprovementSpecification.BedrockModelSpecification.ModelArn`],
  [BOT, `${GENERATIVE}.BuildtimeSettings.DescriptiveBotBuilderSpecification.BedrockModelSpecification.ModelArn`],
  [BOT, `${GENERATIVE}.BuildtimeSettings.SampleUtteranceGenerationSpecification.BedrockModelSpecification.ModelArn`],
  [BOT, `${LOCALE}.UnifiedSpeechSettings.SpeechFoundationModel.ModelArn`],
] as const;

const GLOBAL = 'global.anthropic.claude-sonnet-4-20250514-v1:0';
const AT_HOME = 'anthropic.claude-3-haiku-20240307-v1:0';
const modelIn = (region: string) => `arn:aws:bedrock:${region}::foundation-model/amazon.titan-embed-text-v2:0`;

export const bedrockCrossRegionInference = defineChannel({
  id: 'bedrock-cross-region-inference',
  title: 'Bedrock models answer from allowed regions only',
  risk: 'Prompts, documents and answers are worked with in whichever region of the profile has room, which of a global profile is any. What is kept to detect abuse is kept there.',
  level: 'content',
  legitimate:
    'For prompts without personal data, such as code and product texts, or with a profile all of whose regions are allowed, as those of `eu.` may be for people of the European Union.',
  remediation: 'Use the model by its own id in the home region, or a profile all of whose regions are allowed.',
  references: [
    'https://docs.aws.amazon.com/bedrock/latest/userguide/geographic-cross-region-inference.html',
    'https://docs.aws.amazon.com/bedrock/latest/userguide/global-cross-region-inference.html',
    'https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html',
  ],

  proactive: {
    rules: [
      // The text of a flow is written with small first letters.
      // A parameter holds the id of a model of the home region far more often than that of a profile.
      {
        types: ['AWS::Bedrock::Flow'],
        path: 'DefinitionString$.nodes[].configuration.**.modelId',
        kind: 'model',
        passesUnnamed: true,
      },
      ...MODELS.map(([type, path]) => ({ types: [type] as const, path, kind: 'model' as const, passesUnnamed: true })),
    ],
    violating: [
      exampleOf('AWS::Bedrock::Flow', {
        Name: 'answers',
        DefinitionString: JSON.stringify({
          nodes: [{ configuration: { prompt: { sourceConfiguration: { inline: { modelId: GLOBAL } } } } }],
        }),
      }),
      ...MODELS.map(([type, path]) =>
        exampleOf(type, propertiesAt(path, path.endsWith('Arn') ? modelIn('us-east-1') : GLOBAL)),
      ),
    ],
    compliant: [
      exampleOf('AWS::Bedrock::Agent', { AgentName: 'us-east-1', FoundationModel: AT_HOME }),
      {
        Parameters: { Model: { Type: 'String' } },
        ...exampleOf('AWS::Bedrock::Agent', { FoundationModel: { Ref: 'Model' } }),
      },
      exampleOf('AWS::Bedrock::ApplicationInferenceProfile', {
        InferenceProfileName: 'global.costs',
        ModelSource: {
          CopyFrom: { 'Fn::Sub': `arn:\${AWS::Partition}:bedrock:\${AWS::Region}::foundation-model/${AT_HOME}` },
        },
      }),
      exampleOf('AWS::Bedrock::KnowledgeBase', propertiesAt(MODELS[9][1], modelIn('eu-central-1'))),
    ],
  },
  preventive: {
    strength: 'region-deny',
    why: 'a call by a profile of a geography is authorised in each of its regions, so a region deny stops it as soon as one is not allowed. A global profile is asked for with the region "unspecified": a list of allowed regions refuses it, a list of denied ones does not, so it is refused by its ARN. An application profile hides the one that it was copied from behind an id of its own, and is refused outright.',
    denies: [
      {
        actions: ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'],
        authorisedIn: 'both',
        strength: 'exact',
        when: { key: 'bedrock:InferenceProfileArn', like: ['arn:aws:bedrock:*:*:inference-profile/global.*'] },
      },
      {
        actions: ['bedrock:CreateInferenceProfile', 'bedrock:CreatePromptRouter'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  // Calls of models are recorded as reads, which EventBridge hands on only to rules that ask for those: their
  // additionalEventData.inferenceRegion tells where a call was answered.
  detective: {
    events: [
      {
        eventSource: 'bedrock.amazonaws.com',
        eventName: 'CreateInferenceProfile',
        recordedIn: 'source',
        opens: [{ path: 'modelSource.copyFrom', kind: 'model' }],
      },
      {
        eventSource: 'bedrock.amazonaws.com',
        eventName: 'CreateAgent',
        recordedIn: 'source',
        opens: [{ path: 'foundationModel', kind: 'model' }],
      },
      {
        eventSource: 'bedrock.amazonaws.com',
        eventName: 'CreatePromptRouter',
        recordedIn: 'source',
        opens: [{ path: 'models[].modelArn', kind: 'model' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-bedrock',
        command: 'ListInferenceProfilesCommand',
        field: 'inferenceProfileSummaries[].models[].modelArn',
        kind: 'arn',
      },
      {
        client: '@aws-sdk/client-bedrock-agent',
        command: 'GetAgentCommand',
        field: 'agent.foundationModel',
        kind: 'model',
      },
    ],
  },
});

const TIER = {
  types: ['AWS::Bedrock::Guardrail'],
  kind: 'flag',
  opens: ['STANDARD'],
  reach: 'unknown',
  because: 'a tier that AWS gives only with inference in several regions',
  // The profile tells which regions these are.
  unless: { path: 'CrossRegionConfig.GuardrailProfileArn', is: 'present' },
} as const;

export const bedrockGuardrailCrossRegion = defineChannel({
  id: 'bedrock-guardrail-cross-region',
  title: 'Bedrock guardrails judge prompts in allowed regions only',
  risk: "Each prompt and answer is sent to be judged in whichever region of the guardrail's profile has room.",
  level: 'content',
  legitimate:
    'For a guardrail of an assistant that answers from public documents, or whose profile names regions of the same jurisdiction only.',
  remediation: 'Remove the guardrail profile, and use the CLASSIC tier for content and topics.',
  references: [
    'https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-cross-region.html',
    'https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-tiers.html',
    'https://docs.aws.amazon.com/bedrock/latest/userguide/guardrail-profiles-permissions.html',
  ],

  proactive: {
    rules: [
      { types: ['AWS::Bedrock::Guardrail'], path: 'CrossRegionConfig.GuardrailProfileArn', kind: 'model' },
      { ...TIER, path: 'ContentPolicyConfig.ContentFiltersTierConfig.TierName' },
      { ...TIER, path: 'TopicPolicyConfig.TopicsTierConfig.TierName' },
    ],
    violating: [
      guardrail({ CrossRegionConfig: { GuardrailProfileArn: 'us.guardrail.v1:0' } }),
      guardrail({
        CrossRegionConfig: {
          GuardrailProfileArn: 'arn:aws:bedrock:eu-central-1:111122223333:guardrail-profile/eu.guardrail.v1:0',
        },
      }),
      guardrail({ ContentPolicyConfig: { FiltersConfig: [], ContentFiltersTierConfig: { TierName: 'STANDARD' } } }),
      guardrail({ TopicPolicyConfig: { TopicsConfig: [], TopicsTierConfig: { TierName: 'STANDARD' } } }),
    ],
    compliant: [
      guardrail({ Name: 'us.guardrail.v1' }),
      guardrail({
        ContentPolicyConfig: { FiltersConfig: [], ContentFiltersTierConfig: { TierName: 'CLASSIC' } },
        TopicPolicyConfig: { TopicsConfig: [] },
      }),
    ],
  },
  preventive: {
    strength: 'partly',
    why: 'the guardrail profile is a resource of these actions, which a policy can leave out of what it allows; no condition key names it, so a deny refuses every guardrail. Judging by a profile is authorised in each of its regions, where a region deny stops it.',
    denies: [
      {
        actions: ['bedrock:CreateGuardrail', 'bedrock:UpdateGuardrail'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'bedrock.amazonaws.com',
        eventName: 'CreateGuardrail',
        recordedIn: 'source',
        opens: [{ path: 'crossRegionConfig.guardrailProfileIdentifier', kind: 'model' }],
      },
      {
        eventSource: 'bedrock.amazonaws.com',
        eventName: 'UpdateGuardrail',
        recordedIn: 'source',
        opens: [{ path: 'crossRegionConfig.guardrailProfileIdentifier', kind: 'model' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-bedrock',
        command: 'GetGuardrailCommand',
        field: 'crossRegionDetails.guardrailProfileArn',
        kind: 'model',
      },
    ],
  },
});

function guardrail(properties: Readonly<Record<string, unknown>>) {
  return exampleOf('AWS::Bedrock::Guardrail', { Name: 'guardrail', ...properties });
}
