import { defineChannel, notCovered } from '../channel';
import { exampleOf } from '../examples';

const FAR = 'us-east-1';
const INSTANCE = 'arn:aws:sso:::instance/ssoins-1111222233334444';

export const ssoInstanceReplication = defineChannel({
  id: 'sso-instance-replication',
  aliases: ['identity-center-multi-region'],
  title: 'IAM Identity Center keeps people in its home region only',
  risk: 'Names, addresses, groups, assignments and sessions of everybody who signs in are copied to each further region.',
  level: 'content',
  legitimate:
    'For a workforce that signs in from several regions and must be able to when one fails. Those people were told where their accounts are copied to; customers are none of them.',
  remediation: 'Remove the further region from the instance.',
  references: ['https://docs.aws.amazon.com/singlesignon/latest/userguide/multi-region-iam-identity-center.html'],

  proactive: notCovered(
    'regions are added to an instance by a call; the resource for an instance has no property for regions',
  ),
  preventive: {
    strength: 'whole-action',
    why: 'sso:PrimaryRegion names the region that the instance is in, not the one that is added. Control Tower exempts sso:* from its region deny, so these need statements of their own.',
    denies: [
      { actions: ['identitystore:AddRegion', 'sso:AddRegion'], authorisedIn: 'source', strength: 'whole-action' },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'sso.amazonaws.com',
        eventName: 'AddRegion',
        recordedIn: 'source',
        opens: [{ path: 'regionName', kind: 'region' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-sso-admin',
        command: 'ListRegionsCommand',
        field: 'Regions[].RegionName',
        kind: 'region',
      },
    ],
  },
});

export const ssoRemoteInstance = defineChannel({
  id: 'sso-remote-instance',
  aliases: ['identity-center-remote-region'],
  title: 'Services use an instance of IAM Identity Center in their own region',
  risk: 'Who signs in to the service is looked up in, and told to, the region of the instance. It is the workforce that is looked up, not those whose data the service holds.',
  level: 'metadata',
  legitimate:
    'For a workforce with one directory, which is what the service is made for, if its members know in which region it is.',
  remediation: 'Use an instance in the home region, or record that the workforce is looked up elsewhere.',
  references: [
    'https://docs.aws.amazon.com/singlesignon/latest/userguide/awsapps.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-eks-capability.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-deadline-monitor.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-mpa-identitysource.html',
  ],

  proactive: {
    rules: [
      { types: ['AWS::EKS::Capability'], path: 'Configuration.ArgoCd.AwsIdc.IdcRegion', kind: 'region' },
      { types: ['AWS::Deadline::Monitor'], path: 'IdentityCenterRegion', kind: 'region' },
      {
        types: ['AWS::MPA::IdentitySource'],
        path: 'IdentitySourceParameters.IamIdentityCenter.Region',
        kind: 'region',
      },
    ],
    violating: [
      exampleOf('AWS::EKS::Capability', argoCd({ IdcInstanceArn: INSTANCE, IdcRegion: FAR })),
      exampleOf('AWS::Deadline::Monitor', { IdentityCenterInstanceArn: INSTANCE, IdentityCenterRegion: FAR }),
      exampleOf('AWS::MPA::IdentitySource', {
        IdentitySourceParameters: { IamIdentityCenter: { InstanceArn: INSTANCE, Region: FAR } },
      }),
    ],
    compliant: [
      exampleOf('AWS::EKS::Capability', argoCd({ IdcInstanceArn: INSTANCE })),
      exampleOf('AWS::Deadline::Monitor', { DisplayName: FAR, IdentityCenterInstanceArn: INSTANCE }),
      exampleOf('AWS::MPA::IdentitySource', {
        IdentitySourceParameters: { IamIdentityCenter: { InstanceArn: INSTANCE, Region: { Ref: 'AWS::Region' } } },
      }),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key of these calls names the region of the instance.',
    denies: [
      {
        actions: ['deadline:CreateMonitor', 'eks:CreateCapability', 'mpa:CreateIdentitySource'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'eks.amazonaws.com',
        eventName: 'CreateCapability',
        recordedIn: 'source',
        opens: [{ path: 'configuration.argoCd.awsIdc.idcRegion', kind: 'region' }],
      },
      {
        eventSource: 'deadline.amazonaws.com',
        eventName: 'CreateMonitor',
        recordedIn: 'source',
        opens: [{ path: 'identityCenterRegion', kind: 'region' }],
      },
      {
        eventSource: 'mpa.amazonaws.com',
        eventName: 'CreateIdentitySource',
        recordedIn: 'source',
        opens: [{ path: 'identitySourceParameters.iamIdentityCenter.region', kind: 'region' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-eks',
        command: 'DescribeCapabilityCommand',
        field: 'capability.configuration.argoCd.awsIdc.idcRegion',
        kind: 'region',
      },
      {
        client: '@aws-sdk/client-deadline',
        command: 'GetMonitorCommand',
        field: 'identityCenterRegion',
        kind: 'region',
      },
      {
        client: '@aws-sdk/client-mpa',
        command: 'GetIdentitySourceCommand',
        field: 'IdentitySourceParameters.IamIdentityCenter.Region',
        kind: 'region',
      },
    ],
  },
});

function argoCd(identityCenter: object) {
  return {
    ClusterName: 'c',
    CapabilityName: FAR,
    Type: 'ARGOCD',
    Configuration: { ArgoCd: { AwsIdc: identityCenter } },
  };
}
