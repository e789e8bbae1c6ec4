import type { PropertyMeaning } from './meaning';

/** Properties of streams, events and logs. */
export const STREAMS: readonly PropertyMeaning[] = [
  {
    means:
      'which topics and groups of consumers are replicated, and with which of their settings; between which clusters is claimed',
    of: {
      'AWS::MSK::Replicator': [
        'ReplicationInfoList[].ConsumerGroupReplication',
        'ReplicationInfoList[].ConsumerGroupReplication.ConsumerGroupsToReplicate',
        'ReplicationInfoList[].ConsumerGroupReplication.DetectAndCopyNewConsumerGroups',
        'ReplicationInfoList[].TopicReplication',
        'ReplicationInfoList[].TopicReplication.CopyAccessControlListsForTopics',
        'ReplicationInfoList[].TopicReplication.CopyTopicConfigurations',
        'ReplicationInfoList[].TopicReplication.DetectAndCopyNewTopics',
        'ReplicationInfoList[].TopicReplication.TopicsToReplicate',
      ],
    },
  },
  {
    means: 'how a replicator is called',
    of: {
      'AWS::MSK::Replicator': ['ReplicatorName'],
    },
  },
  {
    means: 'the database and table of records, within the catalog that is claimed',
    of: {
      'AWS::MSK::Channel': [
        'IcebergDestinationConfiguration.DestinationTableList',
        'IcebergDestinationConfiguration.DestinationTableList[].DestinationDatabaseName',
        'IcebergDestinationConfiguration.DestinationTableList[].DestinationTableName',
      ],
      'AWS::KinesisFirehose::DeliveryStream': [
        'IcebergDestinationConfiguration.DestinationTableConfigurationList',
        'IcebergDestinationConfiguration.DestinationTableConfigurationList[].DestinationDatabaseName',
        'IcebergDestinationConfiguration.DestinationTableConfigurationList[].DestinationTableName',
      ],
    },
  },
  {
    means: 'by which command and with which options Redshift loads the records; the cluster is claimed',
    of: {
      'AWS::KinesisFirehose::DeliveryStream': [
        'RedshiftDestinationConfiguration.CopyCommand',
        'RedshiftDestinationConfiguration.CopyCommand.CopyOptions',
      ],
    },
  },
  {
    means: 'in which format an application writes its records; where to is claimed',
    of: {
      'AWS::KinesisAnalytics::ApplicationOutput': ['Output.DestinationSchema'],
      'AWS::KinesisAnalyticsV2::ApplicationOutput': ['Output.DestinationSchema'],
    },
  },
  {
    means: 'whether events are also sent to the second bus, whose region is claimed',
    of: {
      'AWS::Events::Endpoint': ['ReplicationConfig'],
    },
  },
  {
    means: 'whether schemas are learnt of events that other accounts send to the bus, too',
    of: {
      'AWS::EventSchemas::Discoverer': ['CrossAccount'],
    },
  },
  {
    means: 'whether several topics are sent in one call; where to is claimed',
    of: {
      'AWS::IoT::TopicRule': [
        'TopicRulePayload.Actions[].Http.BatchConfig.BatchAcrossTopics',
        'TopicRulePayload.Actions[].InfluxDB.BatchConfig.BatchAcrossTopics',
        'TopicRulePayload.ErrorAction.Http.BatchConfig.BatchAcrossTopics',
        'TopicRulePayload.ErrorAction.InfluxDB.BatchConfig.BatchAcrossTopics',
      ],
    },
  },
  {
    means: 'whether a user of a broker is the one that replicates; the pair of brokers is claimed',
    of: {
      'AWS::AmazonMQ::Broker': ['Users[].ReplicationUser'],
    },
  },
  {
    means: 'shares by which a broker reaches resources that other accounts share with this one, privately',
    of: {
      'AWS::AmazonMQ::Broker': ['ResourceShareArns'],
    },
  },
  {
    means: "which field of the destination's own record a value is put into; the destination is claimed",
    of: {
      'AWS::AppFlow::Flow': ['Tasks[].DestinationField'],
      'AWS::CustomerProfiles::Integration': ['FlowDefinition.Tasks[].DestinationField'],
    },
  },
  {
    means: 'the field of a log event that a parsed or copied value is put into',
    of: {
      'AWS::Logs::Transformer': [
        'TransformerConfig[].CopyValue',
        'TransformerConfig[].ParseJSON.Destination',
        'TransformerConfig[].ParseKeyValue.Destination',
      ],
    },
  },
  {
    means: 'how a destination of logs is called, and which accounts may send logs into it',
    of: {
      'AWS::Logs::Destination': ['DestinationName', 'DestinationPolicy'],
      'AWS::Logs::DeliveryDestination': [
        'DeliveryDestinationPolicy',
        'DeliveryDestinationPolicy.DeliveryDestinationName',
        'DeliveryDestinationPolicy.DeliveryDestinationPolicy',
      ],
    },
  },
  {
    means: 'the role by which tags are put on what has been centralized; where that is, is claimed',
    of: {
      'AWS::ObservabilityAdmin::OrganizationCentralizationRule': [
        'Rule.Destination.DestinationLogsConfiguration.TagPropagationConfiguration.DestinationRoleArn',
      ],
    },
  },
  {
    means: 'of which kind and name the place of telemetry is, in the region of the resource that it tells of',
    of: {
      'AWS::ObservabilityAdmin::OrganizationTelemetryRule': [
        'Rule.DestinationConfiguration',
        'Rule.DestinationConfiguration.DestinationPattern',
        'Rule.DestinationConfiguration.DestinationType',
      ],
      'AWS::ObservabilityAdmin::TelemetryRule': [
        'Rule.DestinationConfiguration',
        'Rule.DestinationConfiguration.DestinationPattern',
        'Rule.DestinationConfiguration.DestinationType',
      ],
    },
  },
  {
    means: 'the log group, in the region of the pipeline, that it logs its own work to',
    of: {
      'AWS::OSIS::Pipeline': ['LogPublishingOptions.CloudWatchLogDestination'],
    },
  },
  {
    means: 'the log group by name, which is one of the same region, for one kind of event',
    of: {
      'AWS::IoT::Logging': ['EventConfigurations[].LogDestination'],
    },
  },
  {
    means:
      'whether results of an evaluation are written beside the traces or into a log group of their own, in the same region',
    of: {
      'AWS::BedrockAgentCore::OnlineEvaluationConfig': ['OutputConfig.CloudWatchConfig.ResultDestination'],
    },
  },
  {
    means:
      'of what kind the log of a fleet is: a log group, a bucket that has to be in the home region of the fleet, or none',
    of: {
      'AWS::GameLift::ContainerFleet': ['LogConfiguration.LogDestination'],
    },
  },
  {
    means: 'whether metrics of browsers go to CloudWatch or to an experiment; they are counts, and name nobody',
    of: {
      'AWS::RUM::AppMonitor': ['AppMonitorConfiguration.MetricDestinations[].Destination'],
    },
  },
  {
    means: 'which of its metrics a configuration set counts in CloudWatch, and by which tags',
    of: {
      'AWS::SES::ConfigurationSetEventDestination': ['EventDestination.CloudWatchDestination'],
      'AWS::PinpointEmail::ConfigurationSetEventDestination': ['EventDestination.CloudWatchDestination'],
    },
  },
  {
    means: 'how the place that events are sent to is called',
    of: {
      'AWS::PinpointEmail::ConfigurationSetEventDestination': ['EventDestinationName'],
      'AWS::SMSVOICE::ConfigurationSet': ['EventDestinations[].EventDestinationName'],
    },
  },
];
