import type { PropertyMeaning } from './meaning';

/** Properties of records, health checks and plans for a switch. */
export const ROUTING: readonly PropertyMeaning[] = [
  {
    means: 'whether a record answers while all is well or when the other one fails; what it leads to is claimed',
    of: {
      'AWS::Route53::RecordSet': ['Failover'],
      'AWS::Route53::RecordSetGroup': ['RecordSets[].Failover'],
    },
  },
  {
    means: 'the region of the alarm that a health check looks at',
    of: {
      'AWS::Route53::HealthCheck': ['HealthCheckConfig.AlarmIdentifier.Region'],
    },
  },
  {
    means: 'from which regions health checkers ask an endpoint whether it answers; they are given nothing of a person',
    of: {
      'AWS::Route53::HealthCheck': ['HealthCheckConfig.Regions'],
    },
  },
  {
    means: 'at which answers of an origin CloudFront turns to the second one; both origins are claimed',
    of: {
      'AWS::CloudFront::Distribution': ['DistributionConfig.OriginGroups.Items[].FailoverCriteria'],
    },
  },
  {
    means: 'the region of the bucket that certificates of authorities are read from, once',
    of: {
      'AWS::CloudFront::TrustStore': ['CaCertificatesBundleSource.CaCertificatesBundleS3Location.Region'],
    },
  },
  {
    means: 'the role in another account by which a step of a plan acts on what that account owns',
    of: {
      'AWS::ARCRegionSwitch::Plan': [
        'AssociatedAlarms{}.CrossAccountRole',
        'Workflows[].Steps[].ExecutionBlockConfiguration.ArcRoutingControlConfig.CrossAccountRole',
        'Workflows[].Steps[].ExecutionBlockConfiguration.CustomActionLambdaConfig.Lambdas[].CrossAccountRole',
        'Workflows[].Steps[].ExecutionBlockConfiguration.Ec2AsgCapacityIncreaseConfig.Asgs[].CrossAccountRole',
        'Workflows[].Steps[].ExecutionBlockConfiguration.EcsCapacityIncreaseConfig.Services[].CrossAccountRole',
        'Workflows[].Steps[].ExecutionBlockConfiguration.EksResourceScalingConfig.EksClusters[].CrossAccountRole',
        'Workflows[].Steps[].ExecutionBlockConfiguration.LambdaEventSourceMappingConfig.RegionEventSourceMappings{}.CrossAccountRole',
        'Workflows[].Steps[].ExecutionBlockConfiguration.RegionSwitchPlanConfig.CrossAccountRole',
        'Workflows[].Steps[].ExecutionBlockConfiguration.Route53HealthCheckConfig.CrossAccountRole',
        'Workflows[].Steps[].ExecutionBlockConfiguration.SsmSendCommandConfig.RegionDocuments{}.CrossAccountRole',
      ],
    },
  },
  {
    means: 'the role in another account by which a step of a plan acts on the databases of that account',
    of: {
      'AWS::ARCRegionSwitch::Plan': [
        'Workflows[].Steps[].ExecutionBlockConfiguration.AuroraProvisionedScalingConfig.CrossAccountRole',
        'Workflows[].Steps[].ExecutionBlockConfiguration.AuroraServerlessScalingConfig.CrossAccountRole',
        'Workflows[].Steps[].ExecutionBlockConfiguration.DocumentDbConfig.CrossAccountRole',
        'Workflows[].Steps[].ExecutionBlockConfiguration.GlobalAuroraConfig.CrossAccountRole',
        'Workflows[].Steps[].ExecutionBlockConfiguration.NeptuneGlobalDatabaseConfig.CrossAccountRole',
        'Workflows[].Steps[].ExecutionBlockConfiguration.RdsCreateCrossRegionReadReplicaConfig.CrossAccountRole',
        'Workflows[].Steps[].ExecutionBlockConfiguration.RdsPromoteReadReplicaConfig.CrossAccountRole',
        'Workflows[].Steps[].ExecutionBlockConfiguration.RdsSwitchoverReadReplicaConfig.CrossAccountRole',
      ],
    },
  },
  {
    means:
      'a global database that there is already, of which a step makes another region the writer; its members are claimed where they are made',
    of: {
      'AWS::ARCRegionSwitch::Plan': [
        'Workflows[].Steps[].ExecutionBlockConfiguration.AuroraProvisionedScalingConfig.GlobalClusterIdentifier',
        'Workflows[].Steps[].ExecutionBlockConfiguration.AuroraServerlessScalingConfig.GlobalClusterIdentifier',
        'Workflows[].Steps[].ExecutionBlockConfiguration.DocumentDbConfig.GlobalClusterIdentifier',
        'Workflows[].Steps[].ExecutionBlockConfiguration.GlobalAuroraConfig',
        'Workflows[].Steps[].ExecutionBlockConfiguration.GlobalAuroraConfig.GlobalClusterIdentifier',
        'Workflows[].Steps[].ExecutionBlockConfiguration.NeptuneGlobalDatabaseConfig',
        'Workflows[].Steps[].ExecutionBlockConfiguration.NeptuneGlobalDatabaseConfig.GlobalClusterIdentifier',
      ],
    },
  },
  {
    means:
      'the clusters of a global database that there is already, region by region, that a step makes larger or turns to',
    of: {
      'AWS::ARCRegionSwitch::Plan': [
        'Workflows[].Steps[].ExecutionBlockConfiguration.AuroraProvisionedScalingConfig.RegionDatabaseClusterArns',
        'Workflows[].Steps[].ExecutionBlockConfiguration.AuroraServerlessScalingConfig.RegionDatabaseClusterArns',
        'Workflows[].Steps[].ExecutionBlockConfiguration.NeptuneGlobalDatabaseConfig.RegionDatabaseClusterArns',
      ],
    },
  },
  {
    means:
      'the step that turns a replica that there is already into the writer; the replica is claimed where it is made',
    of: {
      'AWS::ARCRegionSwitch::Plan': [
        'Workflows[].Steps[].ExecutionBlockConfiguration.RdsPromoteReadReplicaConfig',
        'Workflows[].Steps[].ExecutionBlockConfiguration.RdsSwitchoverReadReplicaConfig',
      ],
    },
  },
  {
    means: "what a step turns on or off in each region of the plan; the plan's regions are claimed",
    of: {
      'AWS::ARCRegionSwitch::Plan': [
        'Workflows[].Steps[].ExecutionBlockConfiguration.ArcRoutingControlConfig.RegionAndRoutingControls',
        'Workflows[].Steps[].ExecutionBlockConfiguration.CustomActionLambdaConfig.RegionToRun',
        'Workflows[].Steps[].ExecutionBlockConfiguration.LambdaEventSourceMappingConfig.RegionEventSourceMappings',
        'Workflows[].Steps[].ExecutionBlockConfiguration.RegionSwitchPlanConfig',
        'Workflows[].Steps[].ExecutionBlockConfiguration.Route53HealthCheckConfig.RecordSets[].Region',
        'Workflows[].Steps[].ExecutionBlockConfiguration.SsmSendCommandConfig.RegionDocuments',
      ],
    },
  },
];
