import { defineChannel, type Example, notCovered, type Rule } from '../channel';
import { exampleOf, propertiesAt } from '../examples';

const ENVIRONMENTS = [
  ['AWS::Lambda::Function', 'Environment.Variables{}'],
  ['AWS::Serverless::Function', 'Environment.Variables{}'],
  ['AWS::ECS::TaskDefinition', 'ContainerDefinitions[].Environment[]'],
  ['AWS::CodeBuild::Project', 'Environment.EnvironmentVariables[]'],
  ['AWS::Batch::JobDefinition', 'ContainerProperties.Environment[]'],
  ['AWS::AppRunner::Service', 'SourceConfiguration.ImageRepository.ImageConfiguration.RuntimeEnvironmentVariables[]'],
  [
    'AWS::AppRunner::Service',
    'SourceConfiguration.CodeRepository.CodeConfiguration.CodeConfigurationValues.RuntimeEnvironmentVariables[]',
  ],
  ['AWS::ElasticBeanstalk::Environment', 'OptionSettings[]'],
  ['AWS::ElasticBeanstalk::ConfigurationTemplate', 'OptionSettings[]'],
  ['AWS::Synthetics::Canary', 'RunConfig.EnvironmentVariables{}'],
] as const;

const PROGRAMS = [
  ['AWS::Lambda::Function', 'Code.ZipFile'],
  ['AWS::Serverless::Function', 'InlineCode'],
  ['AWS::Synthetics::Canary', 'Code.Script'],
  ['AWS::AppSync::Resolver', 'Code'],
  ['AWS::AppSync::FunctionConfiguration', 'Code'],
] as const;

const SCRIPTS = [
  ['AWS::EC2::Instance', 'UserData'],
  ['AWS::EC2::LaunchTemplate', 'LaunchTemplateData.UserData'],
  ['AWS::AutoScaling::LaunchConfiguration', 'UserData'],
  ['AWS::CodeBuild::Project', 'Source.BuildSpec'],
  ['AWS::SageMaker::NotebookInstanceLifecycleConfig', 'OnStart[].Content'],
  ['AWS::SageMaker::NotebookInstanceLifecycleConfig', 'OnCreate[].Content'],
  ['AWS::ImageBuilder::Component', 'Data'],
] as const;

/** What cfn-init writes and runs on a machine, as the metadata beside the properties say. */
const INSTALLED = [
  'AWS::EC2::Instance',
  'AWS::EC2::LaunchTemplate',
  'AWS::AutoScaling::LaunchConfiguration',
  'AWS::AutoScaling::AutoScalingGroup',
].flatMap(
  (type) =>
    [
      [type, 'AWS::CloudFormation::Init{}.files{}.content'],
      [type, 'AWS::CloudFormation::Init{}.commands{}.command'],
      [type, 'AWS::CloudFormation::Init{}.commands{}.env{}'],
    ] as const,
);

/** As containers and their like list what they are given. */
const PAIR = { Name: 'MAIL_REGION', Value: 'us-east-1' };

const FALLING_BACK = "import boto3, os\nboto3.client('s3', region_name=os.environ.get('COPY_REGION', 'us-east-1'))\n";

const [FIRST, ...MORE] = [
  ...ENVIRONMENTS.map(([type, path]): Rule => ({ types: [type], path, kind: 'text' })),
  ...PROGRAMS.map(([type, path]): Rule => ({ types: [type], path, kind: 'code' })),
  ...SCRIPTS.map(([type, path]): Rule => ({ types: [type], path, kind: 'script' })),
  ...INSTALLED.map(([type, path]): Rule => ({ types: [type], path, kind: 'text' })),
] as [Rule, ...Rule[]];

export const applicationSdkCrossRegionClient = defineChannel({
  id: 'application-sdk-cross-region-client',
  title: 'Code that is deployed here calls its home region only',
  risk: 'The code sends what it handles to a client, queue, bucket, model or host of the other region, as far as its role and network let it.',
  level: 'content',
  legitimate:
    'For calls to what exists in one region only and takes nothing personal: the price list, Organizations, a certificate for a distribution. The role allows these calls and no other.',
  remediation: 'Let the code take its region from AWS_REGION, and name resources of the home region.',
  references: [
    'https://docs.aws.amazon.com/sdkref/latest/guide/feature-region.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html',
  ],

  proactive: {
    rules: [FIRST, ...MORE],
    violating: [
      functionWith({ SES_REGION: 'us-east-1' }),
      ...ENVIRONMENTS.map(([type, path]) =>
        exampleAt(type, path.replace('{}', '.MAIL_REGION'), path.endsWith('{}') ? 'us-east-1' : PAIR),
      ),
      ...PROGRAMS.map(([type, path]) => exampleAt(type, path, "const s3 = new S3Client({ region: 'us-east-1' });")),
      ...SCRIPTS.map(([type, path]) => exampleAt(type, path, '#!/bin/sh\naws s3 sync /data s3://copy-us-east-1/\n')),
      ...INSTALLED.map(([type, path]) => installing(type, path, 'REGION=us-east-1\n')),
      exampleOf('AWS::Lambda::Function', { Code: { ZipFile: FALLING_BACK } }),
    ],
    compliant: [
      functionWith({
        REGION: { Ref: 'AWS::Region' },
        TABLE: { Ref: 'Orders' },
        QUEUE_URL: { 'Fn::Sub': 'https://sqs.${AWS::Region}.${AWS::URLSuffix}/${AWS::AccountId}/orders' },
        COPY: 'orders-us-east-1',
        IMAGE: '111122223333.dkr.ecr.us-east-1.amazonaws.com/tool:1',
      }),
      exampleAt(
        'AWS::Lambda::Function',
        'Code.ZipFile',
        "# us-east-1 was closed\nimport boto3\nif region == 'us-east-1': raise ValueError()\nboto3.client('pricing', region_name='us-east-1')\n",
      ),
      exampleOf('AWS::Lambda::Function', {
        Environment: { Variables: { COPY_REGION: 'eu-central-1' } },
        Code: { ZipFile: FALLING_BACK },
      }),
      exampleAt('AWS::EC2::Instance', 'UserData', {
        'Fn::Base64': {
          'Fn::Sub':
            '#!/bin/sh\n# not in us-east-1\ncurl https://s3.us-east-1.amazonaws.com/tools/agent.rpm -o agent.rpm\naws configure set region ${AWS::Region}\n',
        },
      }),
    ],
  },
  preventive: notCovered(
    'any call of any service can be made abroad, so no action is denied; a boundary that allows the home region only stops the role that the code runs as',
  ),
  detective: notCovered('each call is recorded by the service that is called, in the region that is called'),
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-lambda',
        command: 'ListFunctionsCommand',
        field: 'Functions[].Environment.Variables',
        kind: 'text',
      },
    ],
  },
});

function exampleAt(type: string, path: string, value: unknown): Example {
  return exampleOf(type, propertiesAt(path, value));
}

function functionWith(variables: Readonly<Record<string, unknown>>): Example {
  return {
    Resources: {
      Function: { Type: 'AWS::Lambda::Function', Properties: { Environment: { Variables: variables } } },
      Orders: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'orders-us-east-1' } },
    },
  };
}

function installing(type: string, path: string, value: string): Example {
  const written = propertiesAt(path.replaceAll('{}', '.MAIL_REGION'), value);
  return { Resources: { Machine: { Type: type, Properties: {}, Metadata: written } } };
}
