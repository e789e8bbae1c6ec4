import type { PropertyMeaning } from './meaning';

/** Properties of records, findings and licences. */
export const GOVERNANCE: readonly PropertyMeaning[] = [
  {
    means: 'whether calls of global services, such as IAM, are recorded too',
    of: {
      'AWS::CloudTrail::Trail': ['IncludeGlobalServiceEvents'],
    },
  },
  {
    means: 'the event data store for unusual patterns in calls, beside the one that they are found in',
    of: {
      'AWS::CloudTrail::EventDataStore': ['InsightsDestination'],
    },
  },
  {
    means: 'whether users and roles, which are of no region, are recorded too',
    of: {
      'AWS::Config::ConfigurationRecorder': ['RecordingGroup.IncludeGlobalResourceTypes'],
    },
  },
  {
    means: 'which findings a rule or an insight picks, by region, address or port',
    of: {
      'AWS::SecurityHub::AutomationRule': ['Criteria.ResourceRegion'],
      'AWS::SecurityHub::Insight': [
        'Filters.NetworkDestinationDomain',
        'Filters.NetworkDestinationIpV4',
        'Filters.NetworkDestinationIpV6',
        'Filters.NetworkDestinationPort',
        'Filters.Region',
        'Filters.ResourceRegion',
      ],
    },
  },
  {
    means: 'which regions of Azure are looked at',
    of: {
      'AWS::InspectorV2::Connector': ['ProviderConfiguration.Azure.AzureRegions'],
      'AWS::SecurityHub::Connector': ['Provider.Azure.AzureRegions'],
      'AWS::SecurityHub::ConnectorV2': ['Provider.Azure.AzureRegions'],
    },
  },
  {
    means: 'which recommendations a rule picks, by the region of the resource',
    of: {
      'AWS::ComputeOptimizer::AutomationRule': ['Criteria.Region'],
    },
  },
  {
    means: 'in which region instances are stopped when a budget is spent',
    of: {
      'AWS::Budgets::BudgetsAction': ['Definition.SsmActionDefinition.Region'],
    },
  },
  {
    means: 'the region in which a licence of software was granted',
    of: {
      'AWS::LicenseManager::Grant': ['HomeRegion'],
      'AWS::LicenseManager::License': ['HomeRegion'],
    },
  },
  {
    means:
      'whether a share keeps accounts that leave the organization, and one account has a resource alone; whom it admits is claimed',
    of: {
      'AWS::RAM::ResourceShare': ['ResourceShareConfiguration'],
    },
  },
  {
    means: 'the share that permissions or accounts that own resources are added to; whom it admits is claimed',
    of: {
      'AWS::RAM::PermissionAssociation': ['ResourceShareArn'],
      'AWS::RAM::ResourceAssociation': ['ResourceShareArn'],
      'AWS::RAM::SourceAssociation': ['ResourceShareArn'],
    },
  },
  {
    means: 'roles by which an assessment reads how applications of other accounts are built',
    of: {
      'AWS::ResilienceHub::App': ['PermissionModel.CrossAccountRoleArns'],
      'AWS::ResilienceHubV2::Service': [
        'PermissionModel.CrossAccountRoleArns',
        'PermissionModel.CrossAccountRoleArns[].CrossAccountRoleArn',
      ],
    },
  },
  {
    means: 'how quickly an application has to be back after the loss of a region: a goal, and no copy',
    of: {
      'AWS::ResilienceHubV2::Policy': ['MultiRegion'],
    },
  },
  {
    means: 'which regions the console lists',
    of: {
      'AWS::UXC::AccountCustomization': ['VisibleRegions'],
    },
  },
  {
    means: 'in which regions and places a workload is said to be, for a review of it',
    of: {
      'AWS::WellArchitected::Workload': ['AwsRegions', 'NonAwsRegions'],
    },
  },
  {
    means: 'settings of the region of a set that is claimed with it',
    of: {
      'AWS::SSMIncidents::ReplicationSet': ['Regions[].RegionConfiguration'],
    },
  },
];
