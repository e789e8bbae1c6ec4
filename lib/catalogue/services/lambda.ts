import { defineChannel } from '../channel';
import { exampleOf, propertiesAt } from '../examples';

const OUTSIDE = 'which leaves it a route to the whole internet that no network control sees';
const VPC = { SubnetIds: ['subnet-1234abcd'], SecurityGroupIds: ['sg-1234abcd'] };

export const lambdaWithoutVpc = defineChannel({
  id: 'lambda-without-vpc',
  title: 'Compute runs in a VPC',
  risk: 'Code outside of a VPC reaches every host of the internet, and no route table, endpoint policy or flow log sees it.',
  level: 'path',
  legitimate:
    'For functions that never see a person: custom resources, tidying up, a call to a public API. Their role says so, by allowing no store of personal data.',
  remediation: 'Put it into subnets without a route out, with endpoints for the services that it needs.',
  references: [
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
    'https://docs.aws.amazon.com/codebuild/latest/userguide/vpc-support.html',
    'https://docs.aws.amazon.com/apprunner/latest/dg/network-vpc.html',
  ],

  proactive: {
    // It leads abroad only what the code can read and its author sends: pointed out here, and judged with the flows.
    rules: [
      {
        types: ['AWS::Lambda::Function', 'AWS::Serverless::Function', 'AWS::CodeBuild::Project'],
        path: 'VpcConfig',
        kind: 'absence',
        reach: 'unknown',
        because: OUTSIDE,
        severity: 'info',
      },
      {
        types: ['AWS::SageMaker::NotebookInstance'],
        path: 'DirectInternetAccess',
        kind: 'flag',
        closes: ['Disabled'],
        opensWhenAbsent: true,
        reach: 'unknown',
        because: OUTSIDE,
        severity: 'info',
      },
      {
        types: ['AWS::AppRunner::Service'],
        path: 'NetworkConfiguration.EgressConfiguration.EgressType',
        kind: 'flag',
        closes: ['VPC'],
        opensWhenAbsent: true,
        reach: 'unknown',
        because: OUTSIDE,
        severity: 'info',
      },
    ],
    violating: [
      exampleOf('AWS::Lambda::Function', { Handler: 'index.handler' }),
      exampleOf('AWS::SageMaker::NotebookInstance', { InstanceType: 'ml.t3.medium' }),
      exampleOf('AWS::AppRunner::Service', { ServiceName: 'shop' }),
    ],
    compliant: [
      exampleOf('AWS::Lambda::Function', { FunctionName: 'us-east-1', VpcConfig: VPC }),
      exampleOf('AWS::SageMaker::NotebookInstance', { DirectInternetAccess: 'Disabled' }),
      exampleOf('AWS::AppRunner::Service', propertiesAt('NetworkConfiguration.EgressConfiguration.EgressType', 'VPC')),
    ],
  },
  preventive: {
    strength: 'partly',
    why: 'lambda:VpcIds and lambda:SubnetIds hold the network of a function: a statement that denies where the key is missing (Null) lets functions only into a VPC. Of builds, notebooks and services only the whole action can be refused.',
    denies: [
      {
        actions: ['lambda:CreateFunction', 'lambda:UpdateFunctionConfiguration'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
      {
        actions: ['apprunner:CreateService', 'codebuild:CreateProject'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'sagemaker.amazonaws.com',
        eventName: 'CreateNotebookInstance',
        recordedIn: 'source',
        opens: [{ path: 'directInternetAccess', kind: 'flag', opens: ['enabled'] }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-lambda',
        command: 'ListFunctionsCommand',
        field: 'Functions[].VpcConfig.VpcId',
        kind: 'flag',
      },
    ],
  },
});

export const lambdaPublicOrCrossAccount = defineChannel({
  id: 'lambda-public-or-cross-account',
  title: 'Lambda functions answer their own account only',
  risk: 'Whoever may call the function gets its answers, wherever they are.',
  level: 'path',
  legitimate:
    'For a web hook whose sender signs what it sends, with a function that verifies the signature and answers nothing but a status.',
  remediation: 'Set AuthType to AWS_IAM, and name principals of the same account or organization.',
  references: [
    'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html',
  ],

  proactive: {
    // An answer to whoever asks is mostly what the function is for: it is pointed out.
    rules: [
      {
        types: ['AWS::Lambda::Url'],
        path: 'AuthType',
        kind: 'flag',
        opens: ['NONE'],
        reach: 'unknown',
        because: 'which lets everybody call the function',
        severity: 'info',
      },
      {
        types: ['AWS::Serverless::Function'],
        path: 'FunctionUrlConfig.AuthType',
        kind: 'flag',
        opens: ['NONE'],
        reach: 'unknown',
        because: 'which lets everybody call the function',
        severity: 'info',
      },
      {
        types: ['AWS::Lambda::Permission'],
        path: 'Principal',
        kind: 'account',
        severity: 'info',
        unless: { path: 'PrincipalOrgID', is: 'present' },
      },
    ],
    violating: [
      exampleOf('AWS::Lambda::Url', { TargetFunctionArn: 'orders', AuthType: 'NONE' }),
      exampleOf('AWS::Serverless::Function', { VpcConfig: VPC, FunctionUrlConfig: { AuthType: 'NONE' } }),
      exampleOf('AWS::Lambda::Permission', { Action: 'lambda:InvokeFunction', Principal: '444455556666' }),
    ],
    compliant: [
      exampleOf('AWS::Lambda::Url', { TargetFunctionArn: 'orders-us-east-1', AuthType: 'AWS_IAM' }),
      exampleOf('AWS::Serverless::Function', { VpcConfig: VPC, FunctionUrlConfig: { AuthType: 'AWS_IAM' } }),
      exampleOf('AWS::Lambda::Permission', { Action: 'lambda:InvokeFunction', Principal: 's3.amazonaws.com' }),
      exampleOf('AWS::Lambda::Permission', { Principal: { Ref: 'AWS::AccountId' } }),
      exampleOf('AWS::Lambda::Permission', { Principal: '*', PrincipalOrgID: 'o-1234567890' }),
    ],
  },
  preventive: {
    strength: 'exact',
    why: 'lambda:FunctionUrlAuthType tells an open address from one that asks who calls. lambda:Principal holds whom a policy admits.',
    denies: [
      {
        actions: ['lambda:CreateFunctionUrlConfig', 'lambda:UpdateFunctionUrlConfig'],
        authorisedIn: 'source',
        strength: 'exact',
        when: { key: 'lambda:FunctionUrlAuthType', is: ['NONE'] },
      },
      {
        actions: ['lambda:AddPermission'],
        authorisedIn: 'source',
        strength: 'exact',
        when: { key: 'lambda:Principal', is: ['*'] },
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'lambda.amazonaws.com',
        eventName: 'CreateFunctionUrlConfig',
        recordedIn: 'source',
        opens: [{ path: 'authType', kind: 'flag', opens: ['none'] }],
      },
      {
        eventSource: 'lambda.amazonaws.com',
        eventName: 'AddPermission',
        recordedIn: 'source',
        opens: [{ path: 'principal', kind: 'flag', opens: ['*'] }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-lambda',
        command: 'ListFunctionUrlConfigsCommand',
        field: 'FunctionUrlConfigs[].AuthType',
        kind: 'flag',
      },
      { client: '@aws-sdk/client-lambda', command: 'GetPolicyCommand', field: 'Policy', kind: 'account' },
    ],
  },
});
