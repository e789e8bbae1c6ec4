import { exampleOf } from '../examples';
import type { NoChannel } from './no-channel';

const REFERENCE = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/';
const FAR = 'us-east-1';

/** What holds code, figures and settings, or looks for a text in what is there already. */
export const IMPERSONAL: readonly NoChannel[] = [
  {
    id: 'cdk-metadata',
    what: 'the versions of constructs, as aws-cdk-lib notes them',
    holds: 'names of modules, which nobody reads',
    references: ['https://docs.aws.amazon.com/cdk/v2/guide/usage-data.html'],
    setAside: [{ types: ['AWS::CDK::Metadata'] }],
    silent: [exampleOf('AWS::CDK::Metadata', { Analytics: FAR })],
  },
  {
    id: 'metrics',
    what: 'alarms and dashboards that name the region of a metric',
    holds: 'figures, which are not of a person',
    references: [`${REFERENCE}aws-resource-cloudwatch-alarm.html`],
    setAside: [{ types: ['AWS::CloudWatch::*'] }],
    silent: [
      exampleOf('AWS::CloudWatch::Alarm', {
        AlarmName: `${FAR}-health`,
        ComparisonOperator: 'LessThanThreshold',
        EvaluationPeriods: 1,
        Dimensions: [{ Name: 'Region', Value: FAR }],
      }),
    ],
  },
  {
    id: 'filters-of-costs',
    what: 'budgets and cost categories that pick a region',
    holds: 'sums of money, by the region that caused them',
    references: [`${REFERENCE}aws-resource-budgets-budget.html`],
    setAside: [{ types: ['AWS::Budgets::*', 'AWS::CE::*'] }],
    silent: [
      exampleOf('AWS::Budgets::Budget', {
        Budget: { BudgetType: 'COST', TimeUnit: 'MONTHLY', CostFilters: { Region: [FAR] } },
      }),
    ],
  },
  {
    id: 'certificates',
    what: 'certificates for hosts whose names tell a region',
    holds: 'names of hosts, which are public',
    references: ['https://docs.aws.amazon.com/acm/latest/userguide/acm-regions.html'],
    setAside: [{ types: ['AWS::CertificateManager::*'] }],
    silent: [
      exampleOf('AWS::CertificateManager::Certificate', {
        DomainName: 'example.com',
        CertificateAuthorityArn: `arn:aws:acm-pca:${FAR}:111122223333:certificate-authority/1`,
      }),
    ],
  },
  {
    id: 'certificates-for-the-edge',
    what: 'custom resources that make in us-east-1 what CloudFront takes from there only, such as a certificate',
    holds: 'names of hosts, and the settings of what guards them',
    servedFrom: FAR,
    references: ['https://docs.aws.amazon.com/acm/latest/userguide/acm-regions.html'],
    silent: [
      exampleOf('Custom::Certificate', { DomainName: 'example.com', HostedZoneId: 'Z1', Region: FAR }),
      exampleOf('AWS::CloudFormation::CustomResource', {
        DomainName: 'example.com',
        ValidationMethod: 'DNS',
        Region: FAR,
      }),
    ],
  },
  {
    id: 'code-and-images',
    what: 'repositories, pipelines and deployments that name another region',
    holds:
      'code and images, which are not of a person and may be anywhere; artifacts of pipelines are a channel of their own',
    references: [`${REFERENCE}aws-resource-ecr-repository.html`],
    setAside: [
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
      },
    ],
    silent: [
      exampleOf('AWS::CodeCommit::Repository', {
        RepositoryName: 'shop',
        Triggers: [{ Name: 'push', Events: ['all'], DestinationArn: `arn:aws:sns:${FAR}:111122223333:pushes` }],
      }),
    ],
  },
  {
    id: 'configuration',
    what: 'settings, windows of maintenance and lists of patches that name another region',
    holds: 'configuration, which goes where it is read',
    references: [`${REFERENCE}aws-resource-appconfig-environment.html`],
    setAside: [{ types: ['AWS::AppConfig::*', 'AWS::SSM::MaintenanceWindow*', 'AWS::SSM::PatchBaseline'] }],
    silent: [
      exampleOf('AWS::AppConfig::HostedConfigurationVersion', {
        ApplicationId: 'a',
        ContentType: 'text/plain',
        Content: FAR,
      }),
    ],
  },
  {
    id: 'parameters',
    what: 'values of parameters of Systems Manager',
    holds: 'configuration; where it is used as a destination it is resolved there',
    references: [`${REFERENCE}aws-resource-ssm-parameter.html`],
    setAside: [{ types: ['AWS::SSM::Parameter'], paths: ['Value'] }],
    silent: [exampleOf('AWS::SSM::Parameter', { Type: 'String', Value: FAR })],
  },
  {
    id: 'searches',
    what: 'filters, queries and rules that look for the name of a region',
    holds: 'nothing: they look for a text in what is there already, and send nothing',
    references: [`${REFERENCE}aws-resource-logs-metricfilter.html`],
    setAside: [
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
      },
    ],
    silent: [
      exampleOf('AWS::SecurityHub::Insight', {
        Name: 'abroad',
        GroupByAttribute: 'Region',
        Filters: { Region: [{ Comparison: 'EQUALS', Value: FAR }] },
      }),
    ],
  },
  {
    id: 'rules-of-configuration',
    what: 'rules of AWS Config that name a region as a parameter',
    holds: 'how resources are set up, in the region that the rule is made in',
    references: [`${REFERENCE}aws-resource-config-configrule.html`],
    setAside: [
      {
        types: [
          'AWS::Config::ConfigRule',
          'AWS::Config::ConformancePack',
          'AWS::Config::OrganizationConfigRule',
          'AWS::Config::OrganizationConformancePack',
        ],
      },
    ],
    silent: [
      exampleOf('AWS::Config::ConfigRule', {
        InputParameters: { region: FAR },
        Source: { Owner: 'AWS', SourceIdentifier: 'S3_BUCKET_REPLICATION_ENABLED' },
      }),
    ],
  },
  {
    id: 'limits-of-choices',
    what: 'constraints of a catalogue of products',
    holds: 'nothing: they limit what may be chosen',
    references: [`${REFERENCE}aws-resource-servicecatalog-launchtemplateconstraint.html`],
    setAside: [
      { types: ['AWS::ServiceCatalog::LaunchTemplateConstraint', 'AWS::ServiceCatalog::LaunchRoleConstraint'] },
    ],
    silent: [
      exampleOf('AWS::ServiceCatalog::LaunchTemplateConstraint', {
        PortfolioId: 'port-1',
        ProductId: 'prod-1',
        Rules: `{"Region": "${FAR}"}`,
      }),
    ],
  },
  {
    id: 'faults-on-purpose',
    what: 'experiments of the Fault Injection Service',
    holds: 'nothing: they disturb what is there already, and copy nothing',
    references: [`${REFERENCE}aws-resource-fis-experimenttemplate.html`],
    setAside: [{ types: ['AWS::FIS::*'] }],
    silent: [
      exampleOf('AWS::FIS::ExperimentTemplate', {
        Description: `what if ${FAR} fails`,
        Actions: { Break: { ActionId: 'aws:network:disrupt-connectivity', Parameters: { region: FAR } } },
      }),
    ],
  },
  {
    id: 'health-checks',
    what: 'from which regions Route 53 asks whether a host answers, and the region of its figures',
    holds: 'whether it answered: checkers are given nothing of a person, and connect to what is served anyway',
    servedFrom: FAR,
    references: [
      'https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/global-services.html',
      `${REFERENCE}aws-resource-route53-healthcheck.html`,
    ],
    setAside: [{ types: ['AWS::Route53::HealthCheck'] }],
    silent: [
      exampleOf('AWS::Route53::HealthCheck', {
        HealthCheckConfig: {
          Type: 'HTTPS',
          FullyQualifiedDomainName: 'example.com',
          Regions: [FAR, 'us-west-2', 'eu-west-1'],
        },
      }),
    ],
  },
  {
    id: 'names-of-policies',
    what: 'ARNs of policies',
    holds: 'nothing: policies are of no region',
    references: [`${REFERENCE}aws-resource-iam-role.html`],
    setAside: [{ types: ['AWS::IAM::*'], paths: ['ManagedPolicyArns', 'PermissionsBoundary'] }],
    silent: [
      exampleOf('AWS::IAM::Role', {
        AssumeRolePolicyDocument: { Statement: [] },
        ManagedPolicyArns: [`arn:aws:iam::111122223333:policy/boundary-${FAR}`],
      }),
    ],
  },
  {
    id: 'retention-of-logs',
    what: 'the region whose logs a custom resource of aws-cdk-lib sets the retention of',
    holds: 'nothing: it sets how long logs are kept where they are already',
    references: ['https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_logs.LogRetention.html'],
    setAside: [{ types: ['Custom::LogRetention'], paths: ['LogGroupRegion'] }],
    silent: [exampleOf('Custom::LogRetention', { LogGroupName: '/shop', LogGroupRegion: FAR, RetentionInDays: 30 })],
  },
  {
    id: 'packages',
    what: 'packages and hosts that cfn-init installs from',
    holds: 'code; files and commands among them are read as such',
    references: [`${REFERENCE}aws-resource-init.html`],
    setAside: [{ types: ['AWS::EC2::*', 'AWS::AutoScaling::*'], paths: ['AWS::CloudFormation::Init'] }],
    silent: [
      {
        Resources: {
          Machine: {
            Type: 'AWS::EC2::Instance',
            Properties: { ImageId: 'ami-1' },
            Metadata: {
              'AWS::CloudFormation::Init': {
                config: { packages: { rpm: { agent: `https://packages.s3.${FAR}.amazonaws.com/agent.rpm` } } },
              },
            },
          },
        },
      },
    ],
  },
  {
    id: 'templates',
    what: 'addresses of templates',
    holds: 'a template, which is read once',
    references: [`${REFERENCE}aws-resource-cloudformation-stack.html`],
    setAside: [
      { types: ['AWS::CloudFormation::Stack', 'AWS::CloudFormation::StackSet'], paths: ['TemplateURL'] },
      { types: ['AWS::ServiceCatalog::CloudFormationProduct'], paths: ['ProvisioningArtifactParameters'] },
    ],
    silent: [
      exampleOf('AWS::ServiceCatalog::CloudFormationProduct', {
        Name: 'network',
        Owner: 'platform',
        ProvisioningArtifactParameters: [
          { Info: { LoadTemplateFromURL: `https://published.s3.${FAR}.amazonaws.com/network.yaml` } },
        ],
      }),
    ],
  },
  {
    id: 'names-of-exports',
    what: 'names of resources that aws-cdk-lib writes for stacks of other regions',
    holds: 'names of resources; the region that they are written to is what counts, and is a channel of its own',
    references: ['https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib-readme.html'],
    setAside: [{ types: ['Custom::CrossRegionExportWriter'], paths: ['WriterProps.exports'] }],
    silent: [
      exampleOf('Custom::CrossRegionExportWriter', {
        WriterProps: { region: 'eu-central-1', exports: { [`/cdk/exports/${FAR}/bucket`]: `bucket-${FAR}` } },
      }),
    ],
  },
];
