import type { PropertyMeaning } from './meaning';

/** Properties of applications, devices and mail. */
export const APPLICATIONS: readonly PropertyMeaning[] = [
  {
    means: 'whether mail is spread over shared addresses of senders in the way that reaches most inboxes',
    of: {
      'AWS::SES::ConfigurationSet': ['VdmOptions.GuardianOptions.OptimizedSharedDelivery'],
      'AWS::SES::VdmAttributes': ['GuardianAttributes.OptimizedSharedDelivery'],
    },
  },
  {
    means: 'whether messages are sent from numbers and sender ids that AWS shares among customers',
    of: {
      'AWS::SMSVOICE::Pool': ['SharedRoutesEnabled'],
    },
  },
  {
    means: 'a phone that test messages may be sent to',
    of: {
      'AWS::SMSVOICE::VerifiedDestinationNumber': ['DestinationPhoneNumber'],
    },
  },
  {
    means: 'the number that a test calls',
    of: {
      'AWS::Connect::TestCase': ['EntryPoint.VoiceCallEntryPointParameters.DestinationPhoneNumber'],
    },
  },
  {
    means: 'whether an agent is offered a contact by another channel, such as chat, while one is open',
    of: {
      'AWS::Connect::RoutingProfile': ['MediaConcurrencies[].CrossChannelBehavior'],
    },
  },
  {
    means: 'whether events that go to analytics carry data of the user; the project that they go to is claimed',
    of: {
      'AWS::Cognito::UserPoolClient': ['AnalyticsConfiguration.UserDataShared'],
    },
  },
  {
    means: 'the province or county in the postal address of a person or a site',
    of: {
      'AWS::IdentityStore::User': ['Addresses[].Region'],
      'AWS::Outposts::Site': ['OperatingAddress.StateOrRegion', 'ShippingAddress.StateOrRegion'],
    },
  },
  {
    means: 'whether a person is signed out of all sessions, or of this one',
    of: {
      'AWS::AmplifyUIBuilder::Component': ['Children[].Events{}.Parameters.Global', 'Events{}.Parameters.Global'],
    },
  },
  {
    means: 'the place in an answer that is rewritten: a header or the status',
    of: {
      'AWS::ApiGatewayV2::Integration': ['ResponseParameters{}.ResponseParameters[].Destination'],
    },
  },
  {
    means: "Microsoft's product SharePoint, which documents are read from, and its version",
    of: {
      'AWS::Bedrock::DataSource': ['DataSourceConfiguration.SharePointConfiguration'],
      'AWS::Kendra::DataSource': [
        'DataSourceConfiguration.SharePointConfiguration',
        'DataSourceConfiguration.SharePointConfiguration.SharePointVersion',
      ],
    },
  },
  {
    means: 'drives of an organization that are not read',
    of: {
      'AWS::Kendra::DataSource': ['DataSourceConfiguration.GoogleDriveConfiguration.ExcludeSharedDrives'],
    },
  },
  {
    means: 'through which channels Grafana may be set up to notify: it can make the role for a topic',
    of: {
      'AWS::Grafana::Workspace': ['NotificationDestinations'],
    },
  },
  {
    means: 'by which Databricks share and host a table is read from; it is a source',
    of: {
      'AWS::CleanRooms::ConfiguredTable': [
        'TableReference.Databricks.ConnectionType.DeltaSharing.DeltaShareEndpoint',
        'TableReference.Databricks.ConnectionType.DeltaSharing.ShareName',
      ],
    },
  },
  {
    means: "which AWS blueprints' settings are the same in each region",
    of: {
      'AWS::DataZone::EnvironmentBlueprintConfiguration': ['GlobalParameters'],
    },
  },
  {
    means: 'the part of New Relic, US or EU, that an agent asks for its findings',
    of: {
      'AWS::DevOpsAgent::Service': ['ServiceDetails.MCPServerNewRelic.AuthorizationConfig.ApiKey.Region'],
    },
  },
  {
    means: "where in Confluence the report of a test of one's own software is filed",
    of: {
      'AWS::SecurityAgent::Pentest': ['ReportDestination'],
    },
  },
  {
    means: 'a secret that both sides of a procurement portal know',
    of: {
      'AWS::Invoicing::ProcurementPortalPreference': [
        'ProcurementPortalSharedSecret',
        'TestEnvPreference.ProcurementPortalSharedSecret',
      ],
    },
  },
  {
    means: 'which requests to a source of data are made alike',
    of: {
      'AWS::Glue::ConnectionType': ['RestConfiguration.GlobalSourceConfiguration'],
    },
  },
  {
    means:
      "whether desktops are streamed over AWS's network from the edge next to the person who looks at them; the desktop stays where it is",
    of: {
      'AWS::WorkSpaces::Directory': ['StreamingProperties.GlobalAccelerator'],
    },
  },
  {
    means:
      'how sure the browser has to be before it blackens what looks like personal data, and on which sites it does',
    of: {
      'AWS::WorkSpacesWeb::DataProtectionSettings': [
        'InlineRedactionConfiguration.GlobalConfidenceLevel',
        'InlineRedactionConfiguration.GlobalEnforcedUrls',
        'InlineRedactionConfiguration.GlobalExemptUrls',
      ],
    },
  },
  {
    means: 'whether text can be copied from the session to the device of the person',
    of: {
      'AWS::WorkSpacesWeb::UserSettings': ['CopyAllowed'],
    },
  },
  {
    means: "a file server of the studio's own network",
    of: {
      'AWS::NimbleStudio::StudioComponent': [
        'Configuration.SharedFileSystemConfiguration',
        'Configuration.SharedFileSystemConfiguration.ShareName',
      ],
    },
  },
  {
    means: 'the thing and services that a tunnel leads to, on the side of the device',
    of: {
      'AWS::IoTSecureTunneling::Tunnel': ['DestinationConfig'],
    },
  },
  {
    means: 'whether two connections use the same certificate, as an audit checks',
    of: {
      'AWS::IoT::AccountAuditConfiguration': ['AuditCheckConfigurations.DeviceCertificateSharedCheck'],
    },
  },
  {
    means: 'versions of packages that a device reports once a job has run',
    of: {
      'AWS::IoT::JobTemplate': ['DestinationPackageVersions'],
      'AWS::IoT::Job': ['DestinationPackageVersions'],
    },
  },
  {
    means: 'where the signed code for devices is kept; code is of nobody',
    of: {
      'AWS::IoT::OTAUpdate': [
        'Files[].CodeSigning.StartSigningJobParameter.Destination',
        'Files[].CodeSigning.StartSigningJobParameter.Destination.S3Destination',
      ],
    },
  },
  {
    means: 'the frequency band that devices may send in, by part of the world',
    of: {
      'AWS::IoTWireless::DeviceProfile': ['LoRaWAN.RfRegion'],
      'AWS::IoTWireless::FuotaTask': ['LoRaWAN.RfRegion'],
      'AWS::IoTWireless::MulticastGroup': ['LoRaWAN.RfRegion'],
      'AWS::IoTWireless::WirelessGateway': ['LoRaWAN.RfRegion'],
    },
  },
  {
    means: 'the rule of the same region that messages of devices are handed to, by name; what the rule does is claimed',
    of: {
      'AWS::IoTWireless::WirelessDevice': ['DestinationName', 'LoRaWAN.FPorts.Applications[].DestinationName'],
      'AWS::IoTWireless::WirelessDeviceImportTask': ['DestinationName'],
    },
  },
  {
    means: 'the input of IoT Events, of the same region, that contents are handed to',
    of: {
      'AWS::IoTAnalytics::Dataset': ['ContentDeliveryRules[].Destination.IotEventsDestinationConfiguration'],
    },
  },
  {
    means: 'where on the device a file is found',
    of: {
      'AWS::Greengrass::ResourceDefinition': [
        'InitialVersion.Resources[].ResourceDataContainer.LocalVolumeResourceData.DestinationPath',
        'InitialVersion.Resources[].ResourceDataContainer.S3MachineLearningModelResourceData.DestinationPath',
        'InitialVersion.Resources[].ResourceDataContainer.SageMakerMachineLearningModelResourceData.DestinationPath',
      ],
      'AWS::Greengrass::ResourceDefinitionVersion': [
        'Resources[].ResourceDataContainer.LocalVolumeResourceData.DestinationPath',
        'Resources[].ResourceDataContainer.S3MachineLearningModelResourceData.DestinationPath',
        'Resources[].ResourceDataContainer.SageMakerMachineLearningModelResourceData.DestinationPath',
      ],
      'AWS::GreengrassV2::ComponentVersion': [
        'LambdaFunction.ComponentLambdaParameters.LinuxProcessParams.ContainerParams.Volumes[].DestinationPath',
      ],
    },
  },
  {
    means: 'which node of the flow comes next; the endpoint and the bucket are claimed where they are configured',
    of: {
      'AWS::GroundStation::MissionProfile': ['DataflowEdges[].Destination'],
    },
  },
  {
    means: 'a rectangle or a shape in the picture that is looked at',
    of: {
      'AWS::Rekognition::StreamProcessor': ['BoundingBoxRegionsOfInterest', 'PolygonRegionsOfInterest'],
    },
  },
];
