import type { Violation } from '../../domain/finding';
import { defineChannel, type FunctionRule, type JudgedResource } from '../channel';
import { exampleOf } from '../examples';

/**
 * The regions that work on a file, by the geography of the region that is asked: Data Automation works in no other way.
 *
 * Source: https://docs.aws.amazon.com/bedrock/latest/userguide/bda-cris.html
 */
const GEOGRAPHIES = [
  ['eu-central-1', 'eu-north-1', 'eu-south-1', 'eu-south-2', 'eu-west-1', 'eu-west-3'],
  ['eu-west-2'],
  ['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2'],
  [
    'ap-northeast-1',
    'ap-northeast-2',
    'ap-northeast-3',
    'ap-south-1',
    'ap-south-2',
    'ap-southeast-1',
    'ap-southeast-2',
    'ap-southeast-4',
  ],
] as const satisfies readonly (readonly string[])[];

const STRATEGY = 'VectorIngestionConfiguration.ParsingConfiguration.ParsingStrategy';

const PROJECTS: FunctionRule = {
  kind: 'function',
  types: ['AWS::Bedrock::DataAutomationProject'],
  paths: [''],
  violations: (resource) => worksAbroad(resource, { path: '', destination: undefined, value: resource.type }),
};

const PARSERS: FunctionRule = {
  kind: 'function',
  types: ['AWS::Bedrock::DataSource'],
  paths: [STRATEGY],
  violations: (resource) =>
    resource
      .places(STRATEGY)
      .filter((place) => place.canBe(['BEDROCK_DATA_AUTOMATION']) === 'yes')
      .flatMap(({ path, value }) =>
        worksAbroad(resource, { path, destination: value, value: 'BEDROCK_DATA_AUTOMATION' }),
      ),
};

export const bedrockDataAutomation = defineChannel({
  id: 'bedrock-data-automation',
  title: 'Documents and media are read by Data Automation where its whole geography is allowed only',
  risk: 'Files, and what is found in them, are worked with in whichever region of the geography has room.',
  level: 'content',
  legitimate:
    'For documents that hold nothing of a person, such as data sheets and published reports, or where the law of these people allows each region of the geography.',
  remediation: 'Read documents with a model in the home region, or with Textract and Transcribe there.',
  references: [
    'https://docs.aws.amazon.com/bedrock/latest/userguide/bda-cris.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrock-dataautomationproject.html',
  ],

  proactive: {
    rules: [PROJECTS, PARSERS],
    violating: [
      exampleOf('AWS::Bedrock::DataAutomationProject', { ProjectName: 'letters' }),
      parsedBy('BEDROCK_DATA_AUTOMATION'),
    ],
    compliant: [
      parsedBy('BEDROCK_FOUNDATION_MODEL'),
      // What a project would look for, which reads nothing.
      exampleOf('AWS::Bedrock::Blueprint', { BlueprintName: 'letters', Type: 'DOCUMENT', Schema: {} }),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'a file can be worked on in no other way than by the profile of a geography. The profile is a resource of the call, and no condition key names it. A region deny stops the call where the geography has a region that is not allowed.',
    denies: [
      {
        actions: [
          'bedrock:CreateDataAutomationProject',
          'bedrock:InvokeDataAutomation',
          'bedrock:InvokeDataAutomationAsync',
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
        eventName: 'CreateDataAutomationProject',
        recordedIn: 'source',
        opens: [{ path: 'projectName', kind: 'presence' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-bedrock-data-automation',
        command: 'ListDataAutomationProjectsCommand',
        field: 'projects[].projectArn',
        kind: 'flag',
      },
    ],
  },
});

function worksAbroad(
  { home, allowed }: JudgedResource,
  place: Pick<Violation, 'path' | 'destination' | 'value'>,
): Violation[] {
  const geography: readonly string[] | undefined = GEOGRAPHIES.find((regions: readonly string[]) =>
    regions.includes(home),
  );
  if (geography === undefined) {
    return [{ ...place, reach: 'unknown', because: `and AWS does not say where files of '${home}' are worked with` }];
  }
  const foreign = geography.filter((region) => !allowed.includes(region));
  if (foreign.length === 0) return [];
  return [{ ...place, reach: 'abroad', because: `which may work with files in '${foreign.join("', '")}'` }];
}

function parsedBy(strategy: string) {
  return exampleOf('AWS::Bedrock::DataSource', {
    Name: 'letters',
    KnowledgeBaseId: 'KB1',
    VectorIngestionConfiguration: { ParsingConfiguration: { ParsingStrategy: strategy } },
  });
}
