import { defineChannel } from '../channel';
import { exampleOf, mapped, propertiesAt } from '../examples';

const CENTRAL = 'AWS::ObservabilityAdmin::OrganizationCentralizationRule';

const RULE_ACTIONS = [
  'observabilityadmin:CreateCentralizationRuleForOrganization',
  'observabilityadmin:UpdateCentralizationRuleForOrganization',
] as const;

const IN_REQUEST = [
  { path: 'rule.source.regions[]', kind: 'region' },
  { path: 'rule.destination.region', kind: 'region' },
  { path: 'rule.destination.destinationLogsConfiguration.backupConfiguration.region', kind: 'region' },
] as const;

/** Where a rule of centralization names regions. */
const CENTRALIZED = [
  // Of another region's log groups a copy is made here.
  'Rule.Source.Regions[]',
  'Rule.Destination.Region',
  'Rule.Destination.DestinationLogsConfiguration.BackupConfiguration.Region',
  'Rule.Destination.DestinationMetricsConfiguration.BackupConfiguration.Region',
] as const;

export const logsCentralization = defineChannel({
  id: 'logs-centralization',
  title: 'CloudWatch centralizes logs within their home region only',
  risk: 'Log events of all source accounts and regions are copied to the destination region, and to the backup region.',
  level: 'content',
  legitimate:
    'For logs of AWS itself and of networks without clients, or with source, destination and backup region all in one jurisdiction.',
  remediation: 'Centralize the logs of each jurisdiction by a rule of its own, in its own region.',
  references: [
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatchLogs_Centralization.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-observabilityadmin-organizationcentralizationrule.html',
  ],

  proactive: {
    rules: mapped(CENTRALIZED, (path) => ({ types: [CENTRAL], path, kind: 'region' }) as const),
    violating: mapped(CENTRALIZED, (path) => exampleOf(CENTRAL, propertiesAt(path, 'us-east-1'))),
    compliant: [
      exampleOf(CENTRAL, {
        RuleName: 'logs-us-east-1',
        Rule: {
          Source: { Regions: [{ Ref: 'AWS::Region' }] },
          Destination: {
            Region: 'eu-central-1',
            DestinationLogsConfiguration: { BackupConfiguration: { Region: { Ref: 'AWS::Region' } } },
          },
        },
      }),
    ],
  },
  preventive: {
    strength: 'exact',
    why: 'condition keys name the source, destination and backup regions. The rule is made in the management account or that of a delegated administrator: source accounts cannot refuse it, and no service control policy binds the management account.',
    denies: [
      {
        actions: RULE_ACTIONS,
        authorisedIn: 'destination',
        strength: 'exact',
        when: { key: 'observabilityadmin:CentralizationDestinationRegion', names: 'region' },
      },
      {
        actions: RULE_ACTIONS,
        authorisedIn: 'destination',
        strength: 'exact',
        when: { key: 'observabilityadmin:CentralizationBackupRegion', names: 'region' },
      },
      {
        actions: RULE_ACTIONS,
        authorisedIn: 'destination',
        strength: 'exact',
        when: { key: 'observabilityadmin:CentralizationSourceRegions', names: 'region', holdsSeveral: true },
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'observabilityadmin.amazonaws.com',
        eventName: 'CreateCentralizationRuleForOrganization',
        recordedIn: 'destination',
        opens: IN_REQUEST,
      },
      {
        eventSource: 'observabilityadmin.amazonaws.com',
        eventName: 'UpdateCentralizationRuleForOrganization',
        recordedIn: 'destination',
        opens: IN_REQUEST,
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-observabilityadmin',
        command: 'GetCentralizationRuleForOrganizationCommand',
        field: 'CentralizationRule.Destination.Region',
        kind: 'region',
      },
      {
        client: '@aws-sdk/client-observabilityadmin',
        command: 'GetCentralizationRuleForOrganizationCommand',
        field: 'CentralizationRule.Source.Regions[]',
        kind: 'region',
      },
    ],
  },
});

const TELEMETRY = [
  'AWS::ObservabilityAdmin::TelemetryRule',
  'AWS::ObservabilityAdmin::OrganizationTelemetryRule',
] as const;

export const telemetryRuleRegions = defineChannel({
  id: 'telemetry-rule-regions',
  title: 'Telemetry rules turn telemetry on in their home region only',
  risk: 'Logs and metrics of the other regions are turned on by one rule; each stays in its region.',
  level: 'metadata',
  legitimate: 'For turning logs on where they are off, which is good in any region: what is recorded stays there.',
  remediation: 'Name the home region, and make a rule of its own where another one needs it.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-observabilityadmin-telemetryrule.html',
  ],

  proactive: {
    rules: [
      { types: TELEMETRY, path: 'Rule.Regions[]', kind: 'region' },
      {
        types: TELEMETRY,
        path: 'Rule.AllRegions',
        kind: 'flag',
        opens: ['true'],
        reach: 'abroad',
        because: 'which is every region',
      },
    ],
    violating: [
      exampleOf(TELEMETRY[0], { Rule: { TelemetryType: 'Logs', Regions: ['eu-central-1', 'us-east-1'] } }),
      exampleOf(TELEMETRY[1], { Rule: { TelemetryType: 'Logs', AllRegions: true } }),
    ],
    compliant: [
      exampleOf(TELEMETRY[0], { RuleName: 'us-east-1', Rule: { Regions: [{ Ref: 'AWS::Region' }] } }),
      exampleOf(TELEMETRY[1], { RuleName: 'us-east-1', Rule: { AllRegions: false } }),
    ],
  },
  preventive: {
    strength: 'exact',
    why: 'observabilityadmin:TargetRegions names the regions of the rule.',
    denies: [
      {
        actions: ['observabilityadmin:CreateTelemetryRule', 'observabilityadmin:CreateTelemetryRuleForOrganization'],
        authorisedIn: 'source',
        strength: 'exact',
        when: { key: 'observabilityadmin:TargetRegions', names: 'region' },
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'observabilityadmin.amazonaws.com',
        eventName: 'CreateTelemetryRule',
        recordedIn: 'source',
        opens: [
          { path: 'rule.regions[]', kind: 'region' },
          { path: 'rule.allRegions', kind: 'flag', opens: ['true'] },
        ],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-observabilityadmin',
        command: 'GetTelemetryRuleCommand',
        field: 'TelemetryRule.Regions[]',
        kind: 'region',
      },
      {
        client: '@aws-sdk/client-observabilityadmin',
        command: 'GetTelemetryRuleCommand',
        field: 'TelemetryRule.AllRegions',
        kind: 'flag',
      },
    ],
  },
});
