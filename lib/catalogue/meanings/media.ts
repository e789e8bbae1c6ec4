import type { PropertyMeaning } from './meaning';

/** Properties of pictures and sounds. */
export const MEDIA: readonly PropertyMeaning[] = [
  {
    means: 'switching between two sources of a flow, and when',
    of: {
      'AWS::MediaConnect::Bridge': ['SourceFailoverConfig', 'SourceFailoverConfig.FailoverMode'],
      'AWS::MediaConnect::Flow': ['SourceFailoverConfig', 'SourceFailoverConfig.FailoverMode'],
      'AWS::MediaConnect::RouterInput': ['Configuration.Failover'],
    },
  },
  {
    means: 'the address and port that a stream within a media network is sent to, beside the one that is claimed',
    of: {
      'AWS::MediaConnect::FlowOutput': [
        'MediaStreamOutputConfigurations[].DestinationConfigurations',
        'MediaStreamOutputConfigurations[].DestinationConfigurations[].DestinationIp',
        'MediaStreamOutputConfigurations[].DestinationConfigurations[].DestinationPort',
      ],
    },
  },
  {
    means: 'how content is encrypted between a router and the flow or input of the same account',
    of: {
      'AWS::MediaConnect::RouterOutput': [
        'Configuration.MediaConnectFlow.DestinationTransitEncryption',
        'Configuration.MediaLiveInput.DestinationTransitEncryption',
        'Configuration.SourceEndpoint.DestinationTransitEncryption',
        'Configuration.SourceEndpoint.DestinationTransitEncryptionType',
      ],
    },
  },
  {
    means: 'the port at the address that is claimed',
    of: {
      'AWS::MediaConnect::RouterOutput': [
        'Configuration.Standard.ProtocolConfiguration.Rist.DestinationPort',
        'Configuration.Standard.ProtocolConfiguration.RtmpPush.DestinationPort',
        'Configuration.Standard.ProtocolConfiguration.Rtp.DestinationPort',
        'Configuration.Standard.ProtocolConfiguration.SrtCaller.DestinationPort',
      ],
    },
  },
  {
    means: 'the address, port and network on which an endpoint receives what a router sends; its region is claimed',
    of: {
      'AWS::MediaConnect::DestinationEndpoint': [
        'Configuration.Standard.DestinationNetworkingConfiguration',
        'Configuration.Standard.DestinationNetworkingConfiguration.Public.DestinationAllowRules',
        'Configuration.Standard.DestinationNetworkingType',
        'Configuration.Standard.ProtocolConfiguration.Rist.DestinationAddress',
        'Configuration.Standard.ProtocolConfiguration.Rist.DestinationIngestPort',
        'Configuration.Standard.ProtocolConfiguration.Rtp.DestinationAddress',
        'Configuration.Standard.ProtocolConfiguration.Rtp.DestinationIngestPort',
        'Configuration.Standard.ProtocolConfiguration.SrtListener.DestinationAddress',
        'Configuration.Standard.ProtocolConfiguration.SrtListener.DestinationIngestPort',
      ],
    },
  },
  {
    means: 'the port of an endpoint that content is fetched from, and the endpoint that a router is fed by',
    of: {
      'AWS::MediaConnect::SourceEndpoint': [
        'Configuration.Standard.ProtocolConfiguration.Rist.DestinationIngestPort',
        'Configuration.Standard.ProtocolConfiguration.Rtp.DestinationIngestPort',
        'Configuration.Standard.ProtocolConfiguration.SrtCaller.DestinationIngestPort',
      ],
      'AWS::MediaConnect::RouterInput': ['Configuration.DestinationEndpoint'],
    },
  },
  {
    means: 'the queue of the same region that a job moves to when it has waited long',
    of: {
      'AWS::MediaConvert::JobTemplate': ['HopDestinations'],
    },
  },
  {
    means: 'a copyright notice in a manifest',
    of: {
      'AWS::MediaPackageV2::OriginEndpoint': ['DashManifests[].ProgramInformation.Copyright'],
    },
  },
  {
    means: 'whether a programme may be shown everywhere in the network, as a cue in the stream says',
    of: {
      'AWS::MediaLive::Channel': [
        'EncoderSettings.AvailConfiguration.AvailSettings.Scte35SpliceInsert.NoRegionalBlackoutFlag',
        'EncoderSettings.AvailConfiguration.AvailSettings.Scte35TimeSignalApos.NoRegionalBlackoutFlag',
      ],
    },
  },
  {
    means: 'settings for the whole picture: of the channel, and of its colours',
    of: {
      'AWS::MediaLive::Channel': [
        'EncoderSettings.ColorCorrectionSettings.GlobalColorCorrections',
        'EncoderSettings.GlobalConfiguration',
      ],
    },
  },
  {
    means: 'when an input takes over from another',
    of: {
      'AWS::MediaLive::Channel': [
        'InputAttachments[].AutomaticInputFailoverSettings',
        'InputAttachments[].AutomaticInputFailoverSettings.FailoverConditions',
        'InputAttachments[].AutomaticInputFailoverSettings.FailoverConditions[].FailoverConditionSettings',
      ],
    },
  },
  {
    means: 'how captions look that are drawn over the picture',
    of: {
      'AWS::MediaLive::Channel': [
        'EncoderSettings.CaptionDescriptions[].DestinationSettings.BurnInDestinationSettings',
        'EncoderSettings.CaptionDescriptions[].DestinationSettings.DvbSubDestinationSettings',
      ],
    },
  },
  {
    means: 'how captions are carried in the signal of the picture',
    of: {
      'AWS::MediaLive::Channel': [
        'EncoderSettings.CaptionDescriptions[].DestinationSettings.AribDestinationSettings',
        'EncoderSettings.CaptionDescriptions[].DestinationSettings.EmbeddedDestinationSettings',
        'EncoderSettings.CaptionDescriptions[].DestinationSettings.EmbeddedPlusScte20DestinationSettings',
        'EncoderSettings.CaptionDescriptions[].DestinationSettings.Scte20PlusEmbeddedDestinationSettings',
        'EncoderSettings.CaptionDescriptions[].DestinationSettings.Scte27DestinationSettings',
      ],
    },
  },
  {
    means: 'how captions are written that are a text beside the picture, and which of the ways is taken',
    of: {
      'AWS::MediaLive::Channel': [
        'EncoderSettings.CaptionDescriptions[].DestinationSettings',
        'EncoderSettings.CaptionDescriptions[].DestinationSettings.EbuTtDDestinationSettings',
        'EncoderSettings.CaptionDescriptions[].DestinationSettings.EbuTtDDestinationSettings.CopyrightHolder',
        'EncoderSettings.CaptionDescriptions[].DestinationSettings.RtmpCaptionInfoDestinationSettings',
        'EncoderSettings.CaptionDescriptions[].DestinationSettings.SmpteTtDestinationSettings',
        'EncoderSettings.CaptionDescriptions[].DestinationSettings.TeletextDestinationSettings',
        'EncoderSettings.CaptionDescriptions[].DestinationSettings.TtmlDestinationSettings',
        'EncoderSettings.CaptionDescriptions[].DestinationSettings.WebvttDestinationSettings',
      ],
    },
  },
  {
    means: "which of the channel's destinations, which are claimed, an output of files is written to, by its id",
    of: {
      'AWS::MediaLive::Channel': [
        'EncoderSettings.OutputGroups[].OutputGroupSettings.ArchiveGroupSettings.Destination',
        'EncoderSettings.OutputGroups[].OutputGroupSettings.ArchiveGroupSettings.Destination.DestinationRefId',
        'EncoderSettings.OutputGroups[].OutputGroupSettings.FrameCaptureGroupSettings.Destination',
        'EncoderSettings.OutputGroups[].OutputGroupSettings.FrameCaptureGroupSettings.Destination.DestinationRefId',
        'EncoderSettings.OutputGroups[].OutputGroupSettings.HlsGroupSettings.Destination',
        'EncoderSettings.OutputGroups[].OutputGroupSettings.HlsGroupSettings.Destination.DestinationRefId',
        'EncoderSettings.OutputGroups[].OutputGroupSettings.MsSmoothGroupSettings.Destination',
        'EncoderSettings.OutputGroups[].OutputGroupSettings.MsSmoothGroupSettings.Destination.DestinationRefId',
      ],
    },
  },
  {
    means: "which of the channel's destinations, which are claimed, an output for ingest is sent to, by its id",
    of: {
      'AWS::MediaLive::Channel': [
        'EncoderSettings.OutputGroups[].OutputGroupSettings.CmafIngestGroupSettings.AdditionalDestinations',
        'EncoderSettings.OutputGroups[].OutputGroupSettings.CmafIngestGroupSettings.AdditionalDestinations[].Destination',
        'EncoderSettings.OutputGroups[].OutputGroupSettings.CmafIngestGroupSettings.AdditionalDestinations[].Destination.DestinationRefId',
        'EncoderSettings.OutputGroups[].OutputGroupSettings.CmafIngestGroupSettings.Destination',
        'EncoderSettings.OutputGroups[].OutputGroupSettings.CmafIngestGroupSettings.Destination.DestinationRefId',
      ],
    },
  },
  {
    means:
      "which of the channel's destinations, which are claimed, gets the second variant of a watermark for ingest, by its id",
    of: {
      'AWS::MediaLive::Channel': [
        'EncoderSettings.OutputGroups[].OutputGroupSettings.CmafIngestGroupSettings.WatermarkingSettings.CmafIngestAbWatermarkerIrdetoSettings.AdditionalDestinationsAlternateDestinations',
        'EncoderSettings.OutputGroups[].OutputGroupSettings.CmafIngestGroupSettings.WatermarkingSettings.CmafIngestAbWatermarkerIrdetoSettings.AdditionalDestinationsAlternateDestinations[].DestinationRefId',
        'EncoderSettings.OutputGroups[].OutputGroupSettings.CmafIngestGroupSettings.WatermarkingSettings.CmafIngestAbWatermarkerIrdetoSettings.AlternateDestination',
        'EncoderSettings.OutputGroups[].OutputGroupSettings.CmafIngestGroupSettings.WatermarkingSettings.CmafIngestAbWatermarkerIrdetoSettings.AlternateDestination.DestinationRefId',
      ],
    },
  },
  {
    means: "which of the channel's destinations, which are claimed, an output for MediaPackage is sent to, by its id",
    of: {
      'AWS::MediaLive::Channel': [
        'EncoderSettings.OutputGroups[].OutputGroupSettings.MediaPackageGroupSettings.Destination',
        'EncoderSettings.OutputGroups[].OutputGroupSettings.MediaPackageGroupSettings.Destination.DestinationRefId',
        'EncoderSettings.OutputGroups[].OutputGroupSettings.MediaPackageGroupSettings.MediapackageV2GroupSettings.AdditionalDestinations',
        'EncoderSettings.OutputGroups[].OutputGroupSettings.MediaPackageGroupSettings.MediapackageV2GroupSettings.AdditionalDestinations[].Destination',
        'EncoderSettings.OutputGroups[].OutputGroupSettings.MediaPackageGroupSettings.MediapackageV2GroupSettings.AdditionalDestinations[].Destination.DestinationRefId',
        'EncoderSettings.OutputGroups[].Outputs[].OutputSettings.MediaPackageOutputSettings.MediaPackageV2DestinationSettings',
      ],
    },
  },
  {
    means:
      "which of the channel's destinations, which are claimed, gets the second variant of a watermark for MediaPackage, by its id",
    of: {
      'AWS::MediaLive::Channel': [
        'EncoderSettings.OutputGroups[].OutputGroupSettings.MediaPackageGroupSettings.MediapackageV2GroupSettings.WatermarkingSettings.MediaPackageV2AbWatermarkerIrdetoSettings.AdditionalDestinationsAlternateDestinations',
        'EncoderSettings.OutputGroups[].OutputGroupSettings.MediaPackageGroupSettings.MediapackageV2GroupSettings.WatermarkingSettings.MediaPackageV2AbWatermarkerIrdetoSettings.AdditionalDestinationsAlternateDestinations[].DestinationRefId',
        'EncoderSettings.OutputGroups[].OutputGroupSettings.MediaPackageGroupSettings.MediapackageV2GroupSettings.WatermarkingSettings.MediaPackageV2AbWatermarkerIrdetoSettings.AlternateDestination',
        'EncoderSettings.OutputGroups[].OutputGroupSettings.MediaPackageGroupSettings.MediapackageV2GroupSettings.WatermarkingSettings.MediaPackageV2AbWatermarkerIrdetoSettings.AlternateDestination.DestinationRefId',
      ],
    },
  },
  {
    means: "which of the channel's destinations, which are claimed, a stream is sent to, by its id",
    of: {
      'AWS::MediaLive::Channel': [
        'EncoderSettings.OutputGroups[].Outputs[].OutputSettings.MediaConnectRouterOutputSettings.Destination',
        'EncoderSettings.OutputGroups[].Outputs[].OutputSettings.MediaConnectRouterOutputSettings.Destination.DestinationRefId',
        'EncoderSettings.OutputGroups[].Outputs[].OutputSettings.MultiplexOutputSettings.Destination',
        'EncoderSettings.OutputGroups[].Outputs[].OutputSettings.MultiplexOutputSettings.Destination.DestinationRefId',
        'EncoderSettings.OutputGroups[].Outputs[].OutputSettings.RtmpOutputSettings.Destination',
        'EncoderSettings.OutputGroups[].Outputs[].OutputSettings.RtmpOutputSettings.Destination.DestinationRefId',
        'EncoderSettings.OutputGroups[].Outputs[].OutputSettings.SrtOutputSettings.Destination',
        'EncoderSettings.OutputGroups[].Outputs[].OutputSettings.SrtOutputSettings.Destination.DestinationRefId',
        'EncoderSettings.OutputGroups[].Outputs[].OutputSettings.UdpOutputSettings.Destination',
        'EncoderSettings.OutputGroups[].Outputs[].OutputSettings.UdpOutputSettings.Destination.DestinationRefId',
      ],
    },
  },
  {
    means: 'the address that a push input receives on',
    of: {
      'AWS::MediaLive::Input': ['Destinations', 'RouterSettings.Destinations'],
    },
  },
  {
    means: 'the entitlement of MediaConnect, in the same account, that a multiplex is handed over by',
    of: {
      'AWS::MediaLive::Multiplex': ['Destinations', 'Destinations[].MultiplexMediaConnectOutputDestinationSettings'],
    },
  },
];
