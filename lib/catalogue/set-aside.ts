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
    types: ['AWS::SSM::Parameter'],
    paths: ['Value'],
    reason: 'stores configuration; where it is used as a destination it is resolved there',
  },
  {
    types: ['AWS::AppConfig::*'],
    reason: 'stores configuration, which goes where it is read',
  },
  {
    types: ['AWS::Route53::HealthCheck'],
    paths: ['HealthCheckConfig.Regions'],
    reason: 'names the regions that checkers connect from; they are given nothing of a person',
  },
  {
    types: ['AWS::Lambda::Function'],
    paths: ['Code.S3Bucket', 'Code.S3Key', 'Code.ImageUri', 'Layers'],
    reason: 'names code, which has to be in the region of the function',
  },
  {
    types: ['Custom::CrossRegionExportWriter'],
    paths: ['WriterProps.exports'],
    reason: 'lists names of resources; the region that they are written to is what counts',
  },
  {
    types: ['AWS::Lambda::Permission'],
    paths: ['SourceArn'],
    reason: 'names who may call the function; calls come in, and none goes out',
  },
  {
    types: ['AWS::Lambda::LayerVersion'],
    paths: ['Content'],
    reason: 'names code, which has to be in the region of the layer',
  },
  {
    types: ['AWS::Serverless::Function', 'AWS::Serverless::LayerVersion', 'AWS::Serverless::Application'],
    paths: ['CodeUri', 'ContentUri', 'Location', 'Layers', 'ImageUri'],
    reason: 'names code, which has to be in the region of what runs it',
  },
  {
    types: ['AWS::CloudFormation::Stack'],
    paths: ['TemplateURL'],
    reason: 'names a template, which is read once',
  },
  {
    types: ['AWS::CloudFormation::StackSet'],
    paths: ['TemplateURL'],
    reason: 'names a template, which is read once',
  },
  {
    types: ['AWS::ServiceCatalog::CloudFormationProduct'],
    paths: ['ProvisioningArtifactParameters'],
    reason: 'names a template, which is read once',
  },
  {
    types: ['AWS::ElasticBeanstalk::ApplicationVersion'],
    paths: ['SourceBundle'],
    reason: 'names code, which has to be in the region of the application',
  },
];
