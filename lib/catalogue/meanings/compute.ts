import type { PropertyMeaning } from './meaning';

/** Properties of containers, models and deployments. */
export const COMPUTE: readonly PropertyMeaning[] = [
  {
    means: "how much memory a container's processes may share",
    of: {
      'AWS::Batch::JobDefinition': [
        'ContainerProperties.LinuxParameters.SharedMemorySize',
        'EcsProperties.TaskProperties[].Containers[].LinuxParameters.SharedMemorySize',
        'NodeProperties.NodeRangeProperties[].Container.LinuxParameters.SharedMemorySize',
        'NodeProperties.NodeRangeProperties[].EcsProperties.TaskProperties[].Containers[].LinuxParameters.SharedMemorySize',
      ],
      'AWS::ECS::TaskDefinition': ['ContainerDefinitions[].LinuxParameters.SharedMemorySize'],
    },
  },
  {
    means: "whether containers of a pod see one another's processes",
    of: {
      'AWS::Batch::JobDefinition': [
        'EksProperties.PodProperties.ShareProcessNamespace',
        'NodeProperties.NodeRangeProperties[].EksProperties.PodProperties.ShareProcessNamespace',
      ],
    },
  },
  {
    means: "how a queue's machines are divided among those who send jobs",
    of: {
      'AWS::Batch::QuotaShare': ['PreemptionConfiguration.InSharePreemption', 'QuotaShareName'],
      'AWS::Batch::SchedulingPolicy': [
        'FairsharePolicy',
        'FairsharePolicy.ShareDecaySeconds',
        'FairsharePolicy.ShareDistribution',
        'FairsharePolicy.ShareDistribution[].ShareIdentifier',
        'QuotaSharePolicy',
      ],
    },
  },
  {
    means: 'how machines of a cluster are divided among teams',
    of: {
      'AWS::SageMaker::ClusterSchedulerConfig': ['SchedulerConfig.FairShare'],
      'AWS::SageMaker::ComputeQuota': ['ComputeQuotaTarget.FairShareWeight'],
    },
  },
  {
    means: 'storage that the machines of a cluster use together, in its network',
    of: {
      'AWS::SageMaker::Cluster': ['RestrictedInstanceGroupsConfig.SharedEnvironmentConfig'],
    },
  },
  {
    means: 'how many containers run a model',
    of: {
      'AWS::SageMaker::InferenceComponent': [
        'RuntimeConfig.CopyCount',
        'RuntimeConfig.CurrentCopyCount',
        'RuntimeConfig.DesiredCopyCount',
        'RuntimeConfig.PlacementStatus[].CurrentCopyCount',
      ],
    },
  },
  {
    means: 'the bucket that an endpoint has written requests to, from which a job reads them',
    of: {
      'AWS::SageMaker::DataQualityJobDefinition': [
        'DataQualityJobInput.BatchTransformInput.DataCapturedDestinationS3Uri',
      ],
      'AWS::SageMaker::ModelBiasJobDefinition': ['ModelBiasJobInput.BatchTransformInput.DataCapturedDestinationS3Uri'],
      'AWS::SageMaker::ModelExplainabilityJobDefinition': [
        'ModelExplainabilityJobInput.BatchTransformInput.DataCapturedDestinationS3Uri',
      ],
      'AWS::SageMaker::ModelQualityJobDefinition': [
        'ModelQualityJobInput.BatchTransformInput.DataCapturedDestinationS3Uri',
      ],
      'AWS::SageMaker::MonitoringSchedule': [
        'MonitoringScheduleConfig.MonitoringJobDefinition.MonitoringInputs[].BatchTransformInput.DataCapturedDestinationS3Uri',
      ],
    },
  },
  {
    means: 'whether resources of one namespace may name those of another, within a cluster',
    of: {
      'AWS::EKS::Capability': ['Configuration.Ack.EnableCrossNamespace'],
    },
  },
  {
    means: 'a load balancer that services use together, and the bucket of its own region that it logs to',
    of: {
      'AWS::ECS::Gateway': ['Configuration.HostSharedAlb', 'Configuration.HostSharedAlb.AccessLogs.Destination'],
    },
  },
  {
    means: 'the password by which two realms of Kerberos trust each other',
    of: {
      'AWS::EMR::Cluster': ['KerberosAttributes.CrossRealmTrustPrincipalPassword'],
    },
  },
  {
    means: 'whether a recovered machine keeps its private address and its tags',
    of: {
      'AWS::DRS::LaunchConfigurationTemplate': ['CopyPrivateIp', 'CopyTags'],
      'AWS::MGN::LaunchConfigurationTemplate': ['CopyPrivateIp', 'CopyTags'],
    },
  },
  {
    means: "the class and network of the machines in the account's own staging area that receive data of a migration",
    of: {
      'AWS::MGN::ReplicationConfigurationTemplate': [
        'ReplicationServerInstanceType',
        'ReplicationServersSecurityGroupsIDs',
        'UseDedicatedReplicationServer',
      ],
    },
  },
  {
    means: 'images and accounts that a clean-up leaves alone',
    of: {
      'AWS::ImageBuilder::LifecyclePolicy': [
        'PolicyDetails[].ExclusionRules.Amis.Regions',
        'PolicyDetails[].ExclusionRules.Amis.SharedAccounts',
      ],
    },
  },
  {
    means: "under which name an image is found in the account's own registry",
    of: {
      'AWS::Omics::Workflow': ['ContainerRegistryMap.ImageMappings[].DestinationImage'],
      'AWS::Omics::WorkflowVersion': ['ContainerRegistryMap.ImageMappings[].DestinationImage'],
    },
  },
  {
    means: 'whether copies of a canary exist and carry tags; their regions are claimed',
    of: {
      'AWS::Synthetics::Canary': [
        'Replicas[].ReplicationStatus',
        'Replicas[].ResourcesToReplicateTags',
        'ResourcesToReplicateTags',
      ],
    },
  },
  {
    means: 'whether stacks are made in regions one by one or at once; which regions is claimed',
    of: {
      'AWS::CloudFormation::StackSet': ['OperationPreferences.RegionConcurrencyType'],
    },
  },
  {
    means: 'that the strategy is also kept as a document of Systems Manager: how fast configuration is rolled out',
    of: {
      'AWS::AppConfig::DeploymentStrategy': ['ReplicateTo'],
    },
  },
  {
    means: 'which patches are considered, whatever the group',
    of: {
      'AWS::SSM::PatchBaseline': ['GlobalFilters'],
    },
  },
  {
    means: 'the bucket for reports of tests of code',
    of: {
      'AWS::CodeBuild::ReportGroup': ['ExportConfig.S3Destination'],
    },
  },
  {
    means: 'the topic or function that is told of a push to the repository',
    of: {
      'AWS::CodeCommit::Repository': ['Triggers[].DestinationArn'],
    },
  },
  {
    means: 'whether tags for options go along with the portfolio; with whom it is shared is claimed',
    of: {
      'AWS::ServiceCatalog::PortfolioShare': ['ShareTagOptions'],
    },
  },
];
