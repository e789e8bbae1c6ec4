import { defineChannel } from '../channel';
import { exampleOf } from '../examples';

export const qCrossRegionInference = defineChannel({
  id: 'q-cross-region-inference',
  aliases: ['genai-assistants-cris'],
  title: 'Assistants of AWS work with nothing that may not leave the home region',
  risk: 'Prompts, and the documents, logs and consoles that an assistant reads for them, are worked with in other regions of its geography, of some assistants in any, as the service chooses.',
  level: 'content',
  legitimate:
    'For questions about code, documentation and AWS itself. Documents and logs with personal data are kept from the assistant, as far as its permissions reach.',
  remediation: 'Have AWS Support bind the application to its region, or keep personal data from the assistant.',
  references: [
    'https://docs.aws.amazon.com/amazonq/latest/qbusiness-ug/cross-region-inference.html',
    'https://docs.aws.amazon.com/amazonq/latest/qdeveloper-ug/cross-region-inference.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-wisdom-aiprompt.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-devopsagent-service.html',
  ],

  proactive: {
    rules: [
      {
        types: ['AWS::QBusiness::Application'],
        path: '',
        kind: 'presence',
        reach: 'unknown',
        because: 'which answers from any region of its geography, as long as AWS Support has not bound it to one',
      },
      { types: ['AWS::Wisdom::AIPrompt'], path: 'ModelId', kind: 'model' },
      {
        types: ['AWS::DevOpsAgent::Service'],
        path: 'ServiceDetails.MCPServerSigV4.AuthorizationConfig.Region',
        kind: 'region',
      },
      // They read logs, metrics and settings of the account rather than stores: they are pointed out.
      {
        types: ['AWS::AIOps::InvestigationGroup', 'AWS::DevOpsAgent::AgentSpace'],
        path: '',
        kind: 'presence',
        reach: 'unknown',
        because: 'which works with what it reads of the account in regions that the service chooses',
        severity: 'info',
      },
    ],
    violating: [
      exampleOf('AWS::QBusiness::Application', { DisplayName: 'answers' }),
      exampleOf('AWS::Wisdom::AIPrompt', { ModelId: 'us.anthropic.claude-3-7-sonnet-20250219-v1:0' }),
      exampleOf('AWS::DevOpsAgent::Service', mcpServerIn('us-east-1')),
      exampleOf('AWS::DevOpsAgent::AgentSpace', { Name: 'operations' }),
      exampleOf('AWS::AIOps::InvestigationGroup', { Name: 'operations' }),
    ],
    compliant: [
      exampleOf('AWS::Wisdom::AIPrompt', { Name: 'us.', ModelId: 'anthropic.claude-3-haiku-20240307-v1:0' }),
      exampleOf('AWS::DevOpsAgent::Service', mcpServerIn({ Ref: 'AWS::Region' })),
      // An assistant of Connect answers by the prompts that it is given.
      exampleOf('AWS::Wisdom::Assistant', { Name: 'us-east-1', Type: 'AGENT' }),
    ],
  },
  preventive: {
    strength: 'partly',
    why: 'the use of an assistant can be refused as a whole. From which region it answers no key tells, and neither do its logs.',
    denies: [
      {
        actions: [
          'aidevops:CreateAgentSpace',
          'aiops:CreateInvestigationGroup',
          'guardduty:CreateInvestigation',
          'q:SendMessage',
          'q:StartConversation',
          'qbusiness:ChatSync',
          'qbusiness:CreateApplication',
        ],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'qbusiness.amazonaws.com',
        eventName: 'CreateApplication',
        recordedIn: 'source',
        opens: [{ path: 'displayName', kind: 'presence' }],
      },
      {
        eventSource: 'guardduty.amazonaws.com',
        eventName: 'CreateInvestigation',
        recordedIn: 'source',
        opens: [{ path: 'detectorId', kind: 'presence' }],
      },
      {
        eventSource: 'aiops.amazonaws.com',
        eventName: 'CreateInvestigationGroup',
        recordedIn: 'source',
        opens: [{ path: 'name', kind: 'presence' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-qbusiness',
        command: 'ListApplicationsCommand',
        field: 'applications[].applicationId',
        kind: 'flag',
      },
      {
        client: '@aws-sdk/client-qconnect',
        command: 'ListAIPromptsCommand',
        field: 'aiPromptSummaries[].modelId',
        kind: 'model',
      },
      {
        client: '@aws-sdk/client-aiops',
        command: 'ListInvestigationGroupsCommand',
        field: 'investigationGroups[].arn',
        kind: 'flag',
      },
    ],
  },
});

function mcpServerIn(region: unknown) {
  return {
    ServiceType: 'mcpserversigv4',
    ServiceDetails: {
      MCPServerSigV4: {
        Name: 'tools',
        Endpoint: 'https://a1b2.execute-api.eu-central-1.amazonaws.com/tools',
        AuthorizationConfig: { Region: region, Service: 'execute-api' },
      },
    },
  };
}
