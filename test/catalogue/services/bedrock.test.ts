import { bedrockDataAutomation } from '../../../lib/catalogue/services/bedrock-data-automation';
import {
  bedrockCrossRegionInference,
  bedrockGuardrailCrossRegion,
} from '../../../lib/catalogue/services/bedrock-inference';
import { bedrockKnowledgeBaseSources } from '../../../lib/catalogue/services/bedrock-knowledge';
import { describeChannel } from '../../support/describe-channel';

const AGENT = 'AWS::Bedrock::Agent';
const agent = (model: unknown) => ({ AgentName: 'help', FoundationModel: model });
const geography = ['eu-north-1', 'eu-south-1', 'eu-south-2', 'eu-west-1', 'eu-west-3'];

describeChannel(bedrockCrossRegionInference, [
  {
    name: 'passes a model by its own id',
    type: AGENT,
    properties: agent('anthropic.claude-3-haiku-20240307-v1:0'),
    violations: [],
  },
  {
    name: 'passes a model whose name only begins like a geography',
    type: AGENT,
    properties: agent('us-models.our-own-model-v1:0'),
    violations: [],
  },
  {
    name: 'passes the profile of a geography all of whose regions are allowed',
    type: AGENT,
    properties: agent('eu.anthropic.claude-3-haiku-20240307-v1:0'),
    allowed: geography,
    violations: [],
  },
  {
    name: 'reports the profile of the own geography where it has a region that is not allowed',
    type: AGENT,
    properties: agent('eu.anthropic.claude-3-haiku-20240307-v1:0'),
    allowed: ['eu-west-1'],
    violations: [{ path: 'FoundationModel', value: 'eu.anthropic.claude-3-haiku-20240307-v1:0', reach: 'abroad' }],
  },
  {
    name: 'reports a global profile by its ARN at home',
    type: AGENT,
    properties: agent({ 'Fn::Sub': 'arn:aws:bedrock:${AWS::Region}:${AWS::AccountId}:inference-profile/global.a.b' }),
    violations: [
      {
        path: 'FoundationModel',
        value: 'arn:aws:bedrock:eu-central-1:111122223333:inference-profile/global.a.b',
        reach: 'abroad',
      },
    ],
  },
  {
    name: 'reports a profile that is the default of a parameter',
    type: AGENT,
    properties: agent({ Ref: 'Model' }),
    template: { Parameters: { Model: { Type: 'String', Default: 'apac.amazon.nova-pro-v1:0' } }, Resources: {} },
    violations: [{ path: 'FoundationModel', value: 'apac.amazon.nova-pro-v1:0', reach: 'abroad' }],
  },
  {
    name: 'passes an application profile that the template makes of a model at home',
    type: AGENT,
    properties: agent({ 'Fn::GetAtt': ['Profile', 'InferenceProfileArn'] }),
    template: {
      Resources: {
        Profile: {
          Type: 'AWS::Bedrock::ApplicationInferenceProfile',
          Properties: {
            InferenceProfileName: 'us.costs',
            ModelSource: { CopyFrom: 'arn:aws:bedrock:eu-central-1::foundation-model/amazon.nova-pro-v1:0' },
          },
        },
      },
    },
    violations: [],
  },
  {
    name: 'reports a model of a flow that is a text with what is put into it',
    type: 'AWS::Bedrock::Flow',
    properties: {
      Name: 'answers',
      DefinitionString: {
        'Fn::Sub':
          '{"nodes": [{"name": "${AWS::StackName}", "configuration": {"prompt": {"sourceConfiguration": {"inline": {"modelId": "us.amazon.nova-pro-v1:0"}}}}}]}',
      },
    },
    violations: [
      {
        path: 'DefinitionString.nodes[0].configuration.prompt.sourceConfiguration.inline.modelId',
        value: 'us.amazon.nova-pro-v1:0',
        reach: 'abroad',
      },
    ],
  },
]);

describeChannel(bedrockGuardrailCrossRegion, [
  {
    name: 'reports the profile once, and not the tier that asks for it',
    properties: {
      CrossRegionConfig: { GuardrailProfileArn: 'apac.guardrail.v1:0' },
      ContentPolicyConfig: { FiltersConfig: [], ContentFiltersTierConfig: { TierName: 'STANDARD' } },
    },
    violations: [{ path: 'CrossRegionConfig.GuardrailProfileArn', value: 'apac.guardrail.v1:0', reach: 'abroad' }],
  },
  {
    name: 'passes a profile all of whose regions are allowed, with the tier that asks for it',
    properties: {
      CrossRegionConfig: { GuardrailProfileArn: 'eu.guardrail.v1:0' },
      TopicPolicyConfig: { TopicsConfig: [], TopicsTierConfig: { TierName: 'STANDARD' } },
    },
    allowed: geography,
    violations: [],
  },
]);

describeChannel(bedrockDataAutomation, [
  {
    name: 'passes a project where its whole geography is allowed',
    type: 'AWS::Bedrock::DataAutomationProject',
    properties: { ProjectName: 'letters' },
    allowed: geography,
    violations: [],
  },
  {
    name: 'reports a project where a part of its geography is allowed',
    type: 'AWS::Bedrock::DataAutomationProject',
    properties: { ProjectName: 'letters' },
    allowed: ['eu-north-1'],
    violations: [{ path: '', value: 'AWS::Bedrock::DataAutomationProject', reach: 'abroad' }],
  },
  {
    name: 'reports a knowledge base that has its documents read by it',
    type: 'AWS::Bedrock::DataSource',
    properties: {
      VectorIngestionConfiguration: { ParsingConfiguration: { ParsingStrategy: 'BEDROCK_DATA_AUTOMATION' } },
    },
    violations: [
      {
        path: 'VectorIngestionConfiguration.ParsingConfiguration.ParsingStrategy',
        value: 'BEDROCK_DATA_AUTOMATION',
        reach: 'abroad',
      },
    ],
  },
]);

describeChannel(bedrockKnowledgeBaseSources, [
  {
    name: 'passes a collection that only the deployment knows',
    type: 'AWS::Bedrock::KnowledgeBase',
    properties: {
      StorageConfiguration: { OpensearchServerlessConfiguration: { CollectionArn: { Ref: 'Collection' } } },
    },
    template: { Parameters: { Collection: { Type: 'String' } }, Resources: {} },
    violations: [],
  },
  {
    name: 'reports a bucket of documents that nothing here makes',
    type: 'AWS::Bedrock::DataSource',
    properties: {
      DataSourceConfiguration: { S3Configuration: { BucketArn: { 'Fn::Sub': 'arn:aws:s3:::${Letters}' } } },
    },
    template: { Parameters: { Letters: { Type: 'String' } }, Resources: {} },
    violations: [
      {
        path: 'DataSourceConfiguration.S3Configuration.BucketArn',
        value: 'arn:aws:s3:::${Letters}',
        reach: 'unknown',
      },
    ],
  },
]);
