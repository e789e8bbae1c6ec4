/** A type whose resources run somebody's code in the name of a role. */
export interface Body {
  readonly type: string;
  /** The properties that name the role, or the instance profile with it. */
  readonly roles: readonly [string, ...string[]];
}

/** What a type's property says, and what it has to be. */
export interface Setting {
  readonly path: string;
  readonly is: string;
}

/** A type whose resources say in which network a body runs. */
export interface Placement {
  readonly type: string;
  /** What names the body. @default - the resource is the body itself */
  readonly of?: readonly [string, ...string[]];
  readonly subnets: readonly string[];
  readonly groups: readonly string[];
  /** A resource of its own that has the subnets and the groups. */
  readonly through?: string;
  /** What is the case without subnets. */
  readonly alone: { readonly what: string; readonly certain: boolean };
  /** Whether what runs there has a public address: without one, an internet gateway is no way out. @default - perhaps */
  readonly publicAddress?: Setting;
  /** Lets it out whatever its subnets are, unless it is this. */
  readonly openUnless?: Setting;
  /** Lets nothing out where it is this. */
  readonly closedBy?: Setting;
}

export const BODIES: readonly Body[] = [
  { type: 'AWS::AppRunner::Service', roles: ['InstanceConfiguration.InstanceRoleArn'] },
  { type: 'AWS::AutoScaling::LaunchConfiguration', roles: ['IamInstanceProfile'] },
  { type: 'AWS::Batch::JobDefinition', roles: ['ContainerProperties.JobRoleArn'] },
  { type: 'AWS::CodeBuild::Project', roles: ['ServiceRole'] },
  { type: 'AWS::EC2::Instance', roles: ['IamInstanceProfile'] },
  {
    type: 'AWS::EC2::LaunchTemplate',
    roles: ['LaunchTemplateData.IamInstanceProfile.Arn', 'LaunchTemplateData.IamInstanceProfile.Name'],
  },
  { type: 'AWS::ECS::TaskDefinition', roles: ['TaskRoleArn'] },
  { type: 'AWS::EKS::Nodegroup', roles: ['NodeRole'] },
  { type: 'AWS::EKS::PodIdentityAssociation', roles: ['RoleArn'] },
  { type: 'AWS::EMR::Cluster', roles: ['JobFlowRole'] },
  { type: 'AWS::Glue::Job', roles: ['Role'] },
  { type: 'AWS::KinesisAnalyticsV2::Application', roles: ['ServiceExecutionRole'] },
  { type: 'AWS::Lambda::Function', roles: ['Role'] },
  { type: 'AWS::MWAA::Environment', roles: ['ExecutionRoleArn'] },
  { type: 'AWS::SageMaker::Model', roles: ['ExecutionRoleArn'] },
  { type: 'AWS::SageMaker::NotebookInstance', roles: ['RoleArn'] },
  { type: 'AWS::Serverless::Function', roles: ['Role'] },
  { type: 'AWS::Synthetics::Canary', roles: ['ExecutionRoleArn'] },
];

/** @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-internet.html */
const FUNCTION = {
  subnets: ['VpcConfig.SubnetIds[]'],
  groups: ['VpcConfig.SecurityGroupIds[]'],
  alone: { what: 'no VPC', certain: true },
  // "Connecting a function to a public subnet doesn't give it internet access or a public IP address."
  publicAddress: { path: 'VpcConfig.Ipv6AllowedForDualStack', is: 'true' },
} as const;

const UNTOLD = { what: 'nothing here says in which network it runs', certain: false } as const;

/** Tasks of the `awsvpc` mode; those of other modes run in the network of their instances. */
function tasks(type: string, of: string, configuration: string): Placement {
  return {
    type,
    of: [of],
    subnets: [`${configuration}.Subnets[]`],
    groups: [`${configuration}.SecurityGroups[]`],
    alone: UNTOLD,
    publicAddress: { path: `${configuration}.AssignPublicIp`, is: 'ENABLED' },
  };
}

export const PLACEMENTS: readonly Placement[] = [
  { type: 'AWS::Lambda::Function', ...FUNCTION },
  { type: 'AWS::Serverless::Function', ...FUNCTION },
  tasks('AWS::ECS::Service', 'TaskDefinition', 'NetworkConfiguration.AwsvpcConfiguration'),
  tasks('AWS::ECS::TaskSet', 'TaskDefinition', 'NetworkConfiguration.AwsVpcConfiguration'),
  tasks(
    'AWS::Events::Rule',
    'Targets[].EcsParameters.TaskDefinitionArn',
    'Targets[].EcsParameters.NetworkConfiguration.AwsVpcConfiguration',
  ),
  tasks(
    'AWS::Pipes::Pipe',
    'TargetParameters.EcsTaskParameters.TaskDefinitionArn',
    'TargetParameters.EcsTaskParameters.NetworkConfiguration.AwsvpcConfiguration',
  ),
  tasks(
    'AWS::Scheduler::Schedule',
    'Target.EcsParameters.TaskDefinitionArn',
    'Target.EcsParameters.NetworkConfiguration.AwsvpcConfiguration',
  ),
  {
    type: 'AWS::EC2::Instance',
    subnets: ['SubnetId', 'NetworkInterfaces[].SubnetId'],
    groups: ['SecurityGroupIds[]', 'NetworkInterfaces[].GroupSet[]'],
    // https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc-components.html
    alone: { what: 'the default VPC, which has an internet gateway', certain: true },
  },
  {
    type: 'AWS::EC2::Instance',
    of: ['LaunchTemplate.LaunchTemplateId'],
    subnets: ['SubnetId', 'NetworkInterfaces[].SubnetId'],
    groups: [],
    alone: UNTOLD,
  },
  {
    type: 'AWS::AutoScaling::AutoScalingGroup',
    of: [
      'LaunchTemplate.LaunchTemplateId',
      'LaunchConfigurationName',
      'MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.LaunchTemplateId',
    ],
    subnets: ['VPCZoneIdentifier[]'],
    groups: [],
    alone: { what: 'the default VPC, which has an internet gateway', certain: true },
  },
  {
    type: 'AWS::AppRunner::Service',
    through: 'NetworkConfiguration.EgressConfiguration.VpcConnectorArn',
    subnets: ['Subnets[]'],
    groups: ['SecurityGroups[]'],
    alone: { what: 'no VPC connector', certain: true },
  },
  {
    type: 'AWS::CodeBuild::Project',
    subnets: ['VpcConfig.Subnets[]'],
    groups: ['VpcConfig.SecurityGroupIds[]'],
    alone: { what: 'no VPC', certain: true },
  },
  {
    type: 'AWS::EKS::Nodegroup',
    subnets: ['Subnets[]'],
    groups: [],
    alone: UNTOLD,
  },
  {
    type: 'AWS::EMR::Cluster',
    subnets: ['Instances.Ec2SubnetId', 'Instances.Ec2SubnetIds[]'],
    groups: [],
    alone: UNTOLD,
  },
  {
    type: 'AWS::KinesisAnalyticsV2::Application',
    subnets: ['ApplicationConfiguration.VpcConfigurations[].SubnetIds[]'],
    groups: ['ApplicationConfiguration.VpcConfigurations[].SecurityGroupIds[]'],
    alone: { what: 'no VPC', certain: true },
  },
  {
    type: 'AWS::MWAA::Environment',
    subnets: ['NetworkConfiguration.SubnetIds[]'],
    groups: ['NetworkConfiguration.SecurityGroupIds[]'],
    alone: UNTOLD,
  },
  {
    type: 'AWS::SageMaker::Model',
    subnets: ['VpcConfig.Subnets[]'],
    groups: ['VpcConfig.SecurityGroupIds[]'],
    alone: { what: 'no VPC', certain: true },
    closedBy: { path: 'EnableNetworkIsolation', is: 'true' },
  },
  {
    type: 'AWS::SageMaker::NotebookInstance',
    subnets: ['SubnetId'],
    groups: ['SecurityGroupIds[]'],
    alone: { what: 'no VPC', certain: true },
    openUnless: { path: 'DirectInternetAccess', is: 'Disabled' },
  },
  {
    type: 'AWS::Synthetics::Canary',
    subnets: ['VPCConfig.SubnetIds[]'],
    groups: ['VPCConfig.SecurityGroupIds[]'],
    alone: { what: 'no VPC', certain: true },
    publicAddress: { path: 'VPCConfig.Ipv6AllowedForDualStack', is: 'true' },
  },
];

/**
 * Service principals in whose name somebody's code runs: a role for one of them is there to be used, even where nothing here
 * says by what.
 */
export const RUNS_CODE: readonly string[] = [
  'batch',
  'build.apprunner',
  'codebuild',
  'credentials.iot',
  'ec2',
  'ecs-tasks',
  'edgelambda',
  'elasticmapreduce',
  'glue',
  'kinesisanalytics',
  'lambda',
  'pods.eks',
  'sagemaker',
  'ssm',
  'tasks.apprunner',
];
