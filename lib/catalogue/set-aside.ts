/** Properties that name a place and carry nothing there, each with the reason. */
export interface SetAside {
  /** A resource type, or with `*` at its end all that begin like it. */
  readonly types: readonly [string, ...string[]];
  /** @default - the whole resource */
  readonly paths?: readonly [string, ...string[]];
  readonly reason: string;
}

/** What the search for foreign places leaves out. */
export const SET_ASIDE: readonly SetAside[] = [
  { types: ['AWS::CDK::Metadata'], reason: 'tells the versions of constructs, and is read by nobody' },
  { types: ['AWS::CloudWatch::*'], reason: 'holds metrics, which are not of a person' },
  { types: ['AWS::Budgets::*', 'AWS::CE::*'], reason: 'filters costs by the region that caused them' },
  { types: ['AWS::CertificateManager::*'], reason: 'a certificate holds names of hosts' },
  {
    types: [
      'AWS::CodeArtifact::*',
      'AWS::CodeCommit::*',
      'AWS::CodeConnections::*',
      'AWS::CodeDeploy::*',
      'AWS::CodePipeline::*',
      'AWS::CodeStarConnections::*',
      'AWS::ECR::*',
      'AWS::Signer::*',
    ],
    reason: 'holds code and images, which are not of a person and may be anywhere',
  },
  {
    types: ['AWS::AppConfig::*', 'AWS::SSM::MaintenanceWindow*', 'AWS::SSM::PatchBaseline'],
    reason: 'holds configuration, which goes where it is read',
  },
  {
    types: ['AWS::SSM::Parameter'],
    paths: ['Value'],
    reason: 'stores configuration; where it is used as a destination it is resolved there',
  },
  {
    types: [
      'AWS::AccessAnalyzer::*',
      'AWS::Athena::NamedQuery',
      'AWS::Athena::PreparedStatement',
      'AWS::GuardDuty::Filter',
      'AWS::Logs::MetricFilter',
      'AWS::Logs::QueryDefinition',
      'AWS::ResourceGroups::*',
      'AWS::SecurityHub::AutomationRule*',
      'AWS::SecurityHub::Insight',
      'AWS::WAF::*',
      'AWS::WAFRegional::*',
      'AWS::WAFv2::*',
    ],
    reason: 'looks for a text in what is there already, and sends nothing',
  },
  {
    types: [
      'AWS::Config::ConfigRule',
      'AWS::Config::ConformancePack',
      'AWS::Config::OrganizationConfigRule',
      'AWS::Config::OrganizationConformancePack',
    ],
    reason: 'looks at configuration, in the region that it is made in',
  },
  {
    types: ['AWS::ServiceCatalog::LaunchTemplateConstraint', 'AWS::ServiceCatalog::LaunchRoleConstraint'],
    reason: 'limits what may be chosen',
  },
  { types: ['AWS::FIS::*'], reason: 'disturbs what is there already, and copies nothing' },
  {
    types: ['AWS::Route53::HealthCheck'],
    reason: 'connects from other regions to what is served anyway; checkers are given nothing of a person',
  },
  {
    types: ['AWS::IAM::*'],
    paths: ['ManagedPolicyArns', 'PermissionsBoundary'],
    reason: 'names policies, which have no region',
  },
  {
    types: ['AWS::Lambda::Function'],
    paths: ['Code.S3Bucket', 'Code.S3Key', 'Code.ImageUri', 'Layers'],
    reason: 'names code, which has to be in the region of the function',
  },
  {
    types: ['AWS::Lambda::LayerVersion'],
    paths: ['Content'],
    reason: 'names code, which has to be in the region of the layer',
  },
  {
    types: ['Custom::LogRetention'],
    paths: ['LogGroupRegion'],
    reason: 'sets how long logs are kept where they are already',
  },
  {
    types: ['AWS::Lambda::Permission'],
    paths: ['SourceArn'],
    reason: 'names who may call the function; calls come in, and none goes out',
  },
  {
    types: ['AWS::Serverless::Function', 'AWS::Serverless::LayerVersion', 'AWS::Serverless::Application'],
    paths: ['CodeUri', 'ContentUri', 'Location', 'Layers', 'ImageUri'],
    reason: 'names code, which has to be in the region of what runs it',
  },
  {
    types: ['AWS::EC2::*', 'AWS::AutoScaling::*'],
    paths: ['AWS::CloudFormation::Init'],
    reason: 'installs packages, which are code; the files and commands among them are read as such',
  },
  {
    types: ['AWS::ElasticBeanstalk::ApplicationVersion'],
    paths: ['SourceBundle'],
    reason: 'names code, which has to be in the region of the application',
  },
  {
    types: ['AWS::CloudFormation::Stack', 'AWS::CloudFormation::StackSet'],
    paths: ['TemplateURL'],
    reason: 'names a template, which is read once',
  },
  {
    types: ['AWS::ServiceCatalog::CloudFormationProduct'],
    paths: ['ProvisioningArtifactParameters'],
    reason: 'names a template, which is read once',
  },
  {
    types: ['Custom::CrossRegionExportWriter'],
    paths: ['WriterProps.exports'],
    reason: 'lists names of resources; the region that they are written to is what counts',
  },
];
