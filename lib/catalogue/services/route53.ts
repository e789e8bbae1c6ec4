import { defineChannel } from '../channel';
import { exampleOf } from '../examples';

const FAR = 'us-east-1';

export const route53CrossRegionRouting = defineChannel({
  id: 'route53-cross-region-routing',
  title: 'DNS names lead to endpoints of the home region only',
  risk: 'People of one jurisdiction are sent to the endpoint of another, by latency, by failure or always, and what they enter is made there.',
  level: 'path',
  legitimate:
    'For a public site that is the same in all regions, or between regions of one jurisdiction. A name under which people sign in leads to one cell.',
  remediation: 'Let each jurisdiction have names of its own, and no failover from one to another.',
  references: [
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-recordset.html',
    'https://docs.aws.amazon.com/Route53/latest/APIReference/api-policies-traffic-policy-document-format.html',
  ],

  // Health checks from other regions open connections and read no data: they are no channel. A target that is not bound is
  // no finding, for nearly every record has one; where it is made in the assembly, it is known.
  proactive: {
    rules: [
      { types: ['AWS::Route53::RecordSet'], path: 'Region', kind: 'region' },
      { types: ['AWS::Route53::RecordSetGroup'], path: 'RecordSets[].Region', kind: 'region' },
      {
        types: ['AWS::Route53::RecordSetGroup'],
        path: 'RecordSets[].GeoProximityLocation.AWSRegion',
        kind: 'region',
      },
      { types: ['AWS::Route53::RecordSet'], path: 'AliasTarget.DNSName', kind: 'endpoint', onlyAbroad: true },
      { types: ['AWS::Route53::RecordSet'], path: 'ResourceRecords[]', kind: 'endpoint', onlyAbroad: true },
      {
        types: ['AWS::Route53::RecordSetGroup'],
        path: 'RecordSets[].AliasTarget.DNSName',
        kind: 'endpoint',
        onlyAbroad: true,
      },
      {
        types: ['AWS::Route53::RecordSetGroup'],
        path: 'RecordSets[].ResourceRecords[]',
        kind: 'endpoint',
        onlyAbroad: true,
      },
      { types: ['AWS::Route53::TrafficPolicy'], path: 'Document$.Endpoints.{}.Region', kind: 'region' },
      {
        types: ['AWS::Route53::TrafficPolicy'],
        path: 'Document$.Endpoints.{}.Value',
        kind: 'endpoint',
        onlyAbroad: true,
      },
    ],
    violating: [
      record({ SetIdentifier: 'far', Region: FAR, ResourceRecords: ['192.0.2.1'] }),
      record({ Failover: 'SECONDARY', AliasTarget: { DNSName: `api-1.${FAR}.elb.amazonaws.com` } }),
      record({ Type: 'CNAME', ResourceRecords: ['api.eu-central-1.example.org', `db.x.${FAR}.rds.amazonaws.com`] }),
      exampleOf('AWS::Route53::RecordSetGroup', {
        RecordSets: [
          { Name: 'api.example.org', Type: 'A', Region: FAR },
          { Name: 'api.example.org', Type: 'A', GeoProximityLocation: { AWSRegion: FAR } },
          { Name: 'api.example.org', Type: 'A', AliasTarget: { DNSName: `api-1.${FAR}.elb.amazonaws.com` } },
          { Name: 'mail.example.org', Type: 'MX', ResourceRecords: [`10 inbound-smtp.${FAR}.amazonaws.com`] },
        ],
      }),
      trafficPolicy({ Type: 'elastic-load-balancer', Value: `api-1.${FAR}.elb.amazonaws.com`, Region: FAR }),
    ],
    compliant: [
      record({ SetIdentifier: 'here', Region: { Ref: 'AWS::Region' }, ResourceRecords: ['192.0.2.1'] }),
      record({ AliasTarget: { DNSName: { 'Fn::GetAtt': ['Balancer', 'DNSName'] } } }),
      record({ Name: 'us-east-1.example.org', Type: 'CNAME', ResourceRecords: ['d111111abcdef8.cloudfront.net'] }),
      record({ Type: 'TXT', ResourceRecords: ['"v=spf1 include:amazonses.com -all"'] }),
      exampleOf('AWS::Route53::HealthCheck', {
        HealthCheckConfig: { Type: 'TCP', IPAddress: '192.0.2.1', Port: 443, Regions: [FAR, 'eu-west-1', 'sa-east-1'] },
      }),
      trafficPolicy({
        Type: 'elastic-load-balancer',
        Value: 'api-1.eu-central-1.elb.amazonaws.com',
        Region: 'eu-central-1',
      }),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'the condition keys of ChangeResourceRecordSets tell name, type and change of a record, not where it leads. Route 53 is one service for all regions, which a region deny has to exempt.',
    denies: [
      {
        actions: [
          'route53:ChangeResourceRecordSets',
          'route53:CreateTrafficPolicy',
          'route53:CreateTrafficPolicyInstance',
        ],
        authorisedIn: 'us-east-1',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'route53.amazonaws.com',
        eventName: 'ChangeResourceRecordSets',
        recordedIn: 'us-east-1',
        opens: [{ path: 'changeBatch.changes[].resourceRecordSet.region', kind: 'region' }],
      },
      {
        eventSource: 'route53.amazonaws.com',
        eventName: 'CreateTrafficPolicy',
        recordedIn: 'us-east-1',
        opens: [{ path: 'document', kind: 'presence' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-route-53',
        command: 'ListResourceRecordSetsCommand',
        field: 'ResourceRecordSets[].Region',
        kind: 'region',
      },
      {
        client: '@aws-sdk/client-route-53',
        command: 'ListResourceRecordSetsCommand',
        field: 'ResourceRecordSets[].AliasTarget.DNSName',
        kind: 'endpoint',
      },
    ],
  },
});

export const route53QueryLogs = defineChannel({
  id: 'route53-query-logs',
  aliases: ['route53-query-logs-and-zones'],
  title: 'Queries for names of public zones are not logged',
  risk: 'Which names are asked for, and by which resolvers, is written to a log group of us-east-1, the only region that Route 53 logs to.',
  level: 'metadata',
  legitimate:
    'For zones whose names are all known, such as `www` and `api`: what is logged then is that a resolver asked. Zones with a name for each customer tell who is one.',
  remediation: 'Remove the logging of queries, or keep what tells of people out of the names.',
  references: [
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/query-logs.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-hostedzone.html',
  ],

  proactive: {
    rules: [
      {
        types: ['AWS::Route53::HostedZone'],
        path: 'QueryLoggingConfig.CloudWatchLogsLogGroupArn',
        kind: 'arn',
      },
      { types: ['AWS::Route53::QueryLoggingConfig'], path: 'CloudWatchLogsLogGroupArn', kind: 'arn' },
    ],
    violating: [
      exampleOf('AWS::Route53::HostedZone', {
        Name: 'example.org',
        QueryLoggingConfig: { CloudWatchLogsLogGroupArn: logGroupIn(FAR) },
      }),
      exampleOf('AWS::Route53::QueryLoggingConfig', {
        HostedZoneId: 'Z1',
        CloudWatchLogsLogGroupArn: logGroupIn(FAR),
      }),
    ],
    compliant: [
      exampleOf('AWS::Route53::HostedZone', { Name: 'us-east-1.example.org' }),
      exampleOf('AWS::Route53::HostedZone', {
        Name: 'example.org',
        QueryLoggingConfig: { CloudWatchLogsLogGroupArn: logGroupIn('eu-central-1') },
      }),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'there is no other region to log to, so the action is refused outright.',
    denies: [{ actions: ['route53:CreateQueryLoggingConfig'], authorisedIn: 'us-east-1', strength: 'whole-action' }],
  },
  detective: {
    events: [
      {
        eventSource: 'route53.amazonaws.com',
        eventName: 'CreateQueryLoggingConfig',
        recordedIn: 'us-east-1',
        opens: [{ path: 'cloudWatchLogsLogGroupArn', kind: 'arn' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-route-53',
        command: 'ListQueryLoggingConfigsCommand',
        field: 'QueryLoggingConfigs[].CloudWatchLogsLogGroupArn',
        kind: 'arn',
      },
    ],
  },
});

export const route53PrivateZoneAssociation = defineChannel({
  id: 'route53-private-zone-association',
  title: 'Private zones are associated with networks of their home region only',
  risk: 'The names and addresses of the zone can be looked up in the network of the other region. It opens no route.',
  level: 'metadata',
  legitimate: 'For names of shared tools that networks of every region use, such as a mirror of packages.',
  remediation: 'Remove the network of the other region from the zone.',
  references: [
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-associate-vpcs.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-hostedzone.html',
  ],

  proactive: {
    rules: [{ types: ['AWS::Route53::HostedZone'], path: 'VPCs[].VPCRegion', kind: 'region' }],
    violating: [privateZone({ VPCId: 'vpc-1', VPCRegion: { Ref: 'AWS::Region' } }, { VPCId: 'vpc-2', VPCRegion: FAR })],
    compliant: [privateZone({ VPCId: 'vpc-1', VPCRegion: { Ref: 'AWS::Region' } })],
  },
  preventive: {
    strength: 'whole-action',
    why: 'route53:VPCs holds ids and regions of the networks in one text, and a deny of every region but one would have to match that text; the actions are refused outright.',
    denies: [
      {
        actions: ['route53:AssociateVPCWithHostedZone', 'route53:CreateVPCAssociationAuthorization'],
        authorisedIn: 'us-east-1',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'route53.amazonaws.com',
        eventName: 'AssociateVPCWithHostedZone',
        recordedIn: 'us-east-1',
        opens: [{ path: 'vPC.vPCRegion', kind: 'region' }],
      },
      {
        eventSource: 'route53.amazonaws.com',
        eventName: 'CreateVPCAssociationAuthorization',
        recordedIn: 'us-east-1',
        opens: [{ path: 'vPC.vPCRegion', kind: 'region' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-route-53',
        command: 'GetHostedZoneCommand',
        field: 'VPCs[].VPCRegion',
        kind: 'region',
      },
    ],
  },
});

function record(properties: Readonly<Record<string, unknown>>) {
  return exampleOf('AWS::Route53::RecordSet', {
    HostedZoneId: 'Z1',
    Name: 'api.example.org',
    Type: 'A',
    ...properties,
  });
}

function trafficPolicy(endpoint: object) {
  return exampleOf('AWS::Route53::TrafficPolicy', {
    Name: 'api',
    Document: JSON.stringify({
      AWSPolicyFormatVersion: '2015-10-01',
      RecordType: 'A',
      StartEndpoint: 'api',
      Endpoints: { api: endpoint },
    }),
  });
}

function logGroupIn(region: string) {
  return `arn:aws:logs:${region}:111122223333:log-group:/aws/route53/example.org:*`;
}

function privateZone(...networks: readonly object[]) {
  return exampleOf('AWS::Route53::HostedZone', { Name: 'internal.example.org', VPCs: networks });
}
