import type { PropertyMeaning } from './meaning';

/** Properties of data sets of QuickSight, and what its users may share. */
export const QUICKSIGHT_SHARING: readonly PropertyMeaning[] = [
  {
    means: 'which table of a data set holds the prepared rows',
    of: {
      'AWS::QuickSight::DataSet': [
        'DataPrepConfiguration.DestinationTableMap',
        'SemanticModelConfiguration.TableMap{}.DestinationTableId',
      ],
    },
  },
  {
    means: 'the data source whose credentials are used for this one, too',
    of: {
      'AWS::QuickSight::DataSource': ['Credentials.CopySourceArn'],
    },
  },
  {
    means: 'a colour of the bar at the top',
    of: {
      'AWS::QuickSight::Brand': ['BrandDefinition.ApplicationTheme.BrandElementStyle.NavbarStyle.GlobalNavbar'],
    },
  },
  {
    means: 'whether users may be kept from sharing boards, analyses and the like with others of the same account',
    of: {
      'AWS::QuickSight::CustomPermissions': [
        'Capabilities.ApproveFlowShareRequests',
        'Capabilities.ShareAnalyses',
        'Capabilities.ShareApps',
        'Capabilities.ShareChatAgents',
        'Capabilities.ShareDashboards',
        'Capabilities.ShareDataSources',
        'Capabilities.ShareDatasets',
        'Capabilities.ShareKnowledgeBases',
        'Capabilities.ShareSpaces',
      ],
    },
  },
  {
    means: 'whether users may be kept from folders that others of the same account see',
    of: {
      'AWS::QuickSight::CustomPermissions': [
        'Capabilities.CreateSharedFolders',
        'Capabilities.ManageSharedFolders',
        'Capabilities.RenameSharedFolders',
      ],
    },
  },
  {
    means: 'whether users may be kept from actions of a product called SharePoint or S&P Global, or from its documents',
    of: {
      'AWS::QuickSight::CustomPermissions': [
        'Capabilities.CreateAndUpdateSandPGlobalEnergyAction',
        'Capabilities.CreateAndUpdateSharePointAction',
        'Capabilities.CreateAndUpdateSharePointKnowledgeBase',
        'Capabilities.SandPGlobalEnergyAction',
        'Capabilities.SharePointAction',
        'Capabilities.SharePointKnowledgeBase',
        'Capabilities.UseSandPGlobalEnergyAction',
        'Capabilities.UseSharePointAction',
        'Capabilities.UseSharePointKnowledgeBase',
      ],
    },
  },
  {
    means: 'whether users may be kept from sharing a source that is a database of AWS',
    of: {
      'AWS::QuickSight::CustomPermissions': [
        'Capabilities.ShareAthenaDataSource',
        'Capabilities.ShareAuroraDataSource',
        'Capabilities.ShareDocumentDbDataSource',
        'Capabilities.ShareDynamoDbDataSource',
        'Capabilities.ShareOpenSearchDataSource',
        'Capabilities.ShareRdsDataSource',
        'Capabilities.ShareRedshiftAutoDiscoveredDataSource',
        'Capabilities.ShareRedshiftManualDataSource',
        'Capabilities.ShareTimestreamDataSource',
      ],
    },
  },
  {
    means: 'whether users may be kept from sharing a source that is files or figures in S3',
    of: {
      'AWS::QuickSight::CustomPermissions': [
        'Capabilities.ShareFileDataSource',
        'Capabilities.ShareS3AnalyticsDataSource',
        'Capabilities.ShareS3DataSource',
        'Capabilities.ShareS3TablesDataSource',
      ],
    },
  },
  {
    means: 'whether users may be kept from sharing a source that is a database of their own',
    of: {
      'AWS::QuickSight::CustomPermissions': [
        'Capabilities.ShareDb2DataSource',
        'Capabilities.ShareMariaDbDataSource',
        'Capabilities.ShareMongoAtlasDataSource',
        'Capabilities.ShareMongoDbDataSource',
        'Capabilities.ShareMySqlDataSource',
        'Capabilities.ShareOracleDataSource',
        'Capabilities.SharePostgreSqlDataSource',
        'Capabilities.ShareSapHanaDataSource',
        'Capabilities.ShareSqlServerDataSource',
        'Capabilities.ShareTeradataDataSource',
      ],
    },
  },
  {
    means: 'whether users may be kept from sharing a source that is a warehouse or an engine of queries',
    of: {
      'AWS::QuickSight::CustomPermissions': [
        'Capabilities.ShareDatabricksDataSource',
        'Capabilities.ShareDenodoDataSource',
        'Capabilities.ShareDremioDataSource',
        'Capabilities.ShareExasolDataSource',
        'Capabilities.ShareGoogleBigQueryDataSource',
        'Capabilities.ShareImpalaDataSource',
        'Capabilities.SharePrestoDataSource',
        'Capabilities.ShareSnowflakeDataSource',
        'Capabilities.ShareStarburstDataSource',
        'Capabilities.ShareTrinoDataSource',
      ],
    },
  },
  {
    means: 'whether users may be kept from sharing a source that is a program for offices or shops',
    of: {
      'AWS::QuickSight::CustomPermissions': [
        'Capabilities.ShareAdobeAnalyticsDataSource',
        'Capabilities.ShareGitHubDataSource',
        'Capabilities.ShareGoogleAnalyticsDataSource',
        'Capabilities.ShareGoogleSheetsDataSource',
        'Capabilities.ShareJiraDataSource',
        'Capabilities.SharePayPalDataSource',
        'Capabilities.ShareSalesforceDataSource',
        'Capabilities.ShareServiceNowDataSource',
        'Capabilities.ShareSquareDataSource',
        'Capabilities.ShareTwitterDataSource',
      ],
    },
  },
  {
    means: 'whether users may be kept from sharing a source that is reached through Spark or Radiant',
    of: {
      'AWS::QuickSight::CustomPermissions': [
        'Capabilities.ShareRadiantDataSource',
        'Capabilities.ShareSparkDataSource',
      ],
    },
  },
  {
    means: 'whether users may be kept from sharing a base of documents',
    of: {
      'AWS::QuickSight::CustomPermissions': [
        'Capabilities.ShareBedrockManagedKnowledgeBase',
        'Capabilities.ShareBoxKnowledgeBase',
        'Capabilities.ShareConfluenceKnowledgeBase',
        'Capabilities.ShareGoogleDriveKnowledgeBase',
        'Capabilities.ShareIDCKnowledgeBase',
        'Capabilities.ShareOneDriveKnowledgeBase',
        'Capabilities.ShareQBusinessKnowledgeBase',
        'Capabilities.ShareS3KnowledgeBase',
        'Capabilities.ShareSharePointKnowledgeBase',
        'Capabilities.ShareWebCrawlerKnowledgeBase',
      ],
    },
  },
  {
    means: 'whether users may be kept from sharing actions of services of AWS',
    of: {
      'AWS::QuickSight::CustomPermissions': [
        'Capabilities.ShareAmazonBedrockARSAction',
        'Capabilities.ShareAmazonBedrockFSAction',
        'Capabilities.ShareAmazonBedrockKRSAction',
        'Capabilities.ShareAmazonSThreeAction',
        'Capabilities.ShareComprehendAction',
        'Capabilities.ShareComprehendMedicalAction',
        'Capabilities.ShareTextractAction',
      ],
    },
  },
  {
    means: 'whether users may be kept from sharing actions of calendars, mail and chat',
    of: {
      'AWS::QuickSight::CustomPermissions': [
        'Capabilities.ShareCanvaAgentAction',
        'Capabilities.ShareGoogleCalendarAction',
        'Capabilities.ShareIntercomAction',
        'Capabilities.ShareMSExchangeAction',
        'Capabilities.ShareMSTeamsAction',
        'Capabilities.ShareNotionAction',
        'Capabilities.ShareOneDriveAction',
        'Capabilities.ShareSharePointAction',
        'Capabilities.ShareSlackAction',
        'Capabilities.ShareZendeskAction',
      ],
    },
  },
  {
    means: 'whether users may be kept from sharing actions of tools for projects and code',
    of: {
      'AWS::QuickSight::CustomPermissions': [
        'Capabilities.ShareAsanaAction',
        'Capabilities.ShareConfluenceAction',
        'Capabilities.ShareGithubAction',
        'Capabilities.ShareHuggingFaceAction',
        'Capabilities.ShareJiraAction',
        'Capabilities.ShareLinearAction',
        'Capabilities.ShareMondayAction',
        'Capabilities.ShareNewRelicAction',
        'Capabilities.SharePagerDutyAction',
        'Capabilities.ShareSmartsheetAction',
      ],
    },
  },
  {
    means: 'whether users may be kept from sharing actions of programs for business',
    of: {
      'AWS::QuickSight::CustomPermissions': [
        'Capabilities.ShareBambooHRAction',
        'Capabilities.ShareBoxAgentAction',
        'Capabilities.ShareFactSetAction',
        'Capabilities.ShareHubspotAction',
        'Capabilities.ShareSalesforceAction',
        'Capabilities.ShareSandPGMIAction',
        'Capabilities.ShareSandPGlobalEnergyAction',
        'Capabilities.ShareServiceNowAction',
      ],
    },
  },
  {
    means: 'whether users may be kept from sharing actions of SAP',
    of: {
      'AWS::QuickSight::CustomPermissions': [
        'Capabilities.ShareSAPBillOfMaterialAction',
        'Capabilities.ShareSAPBusinessPartnerAction',
        'Capabilities.ShareSAPMaterialStockAction',
        'Capabilities.ShareSAPPhysicalInventoryAction',
        'Capabilities.ShareSAPProductMasterDataAction',
      ],
    },
  },
  {
    means: 'whether users may be kept from sharing actions that are described by an interface',
    of: {
      'AWS::QuickSight::CustomPermissions': [
        'Capabilities.ShareGenericHTTPAction',
        'Capabilities.ShareMCPAction',
        'Capabilities.ShareOpenAPIAction',
      ],
    },
  },
];
