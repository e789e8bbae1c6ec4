import { defineChannel, type Rule } from '../channel';
import { exampleOf, mapped } from '../examples';

/** Where a template says in which zone, and so at which place, something is kept. */
const ZONES = [
  ['AWS::EC2::Subnet', 'AvailabilityZone', 'eu-central-1-ham-1a', 'eu-central-1a'],
  ['AWS::EC2::Subnet', 'AvailabilityZoneId', 'euc1-ham1-az1', 'euc1-az2'],
  ['AWS::EC2::Volume', 'AvailabilityZone', 'us-east-1a', 'eu-central-1b'],
  ['AWS::EC2::Volume', 'AvailabilityZoneId', 'use1-az1', 'euc1-az1'],
  ['AWS::EC2::Instance', 'AvailabilityZone', 'eu-central-1-waw-1a', 'eu-central-1c'],
  ['AWS::S3Express::DirectoryBucket', 'LocationName', 'euc1-ham1-az1', 'euc1-az3'],
] as const;

const OUTPOST = 'arn:aws:outposts:eu-central-1:111122223333:outpost/op-1';

export const outpostsLocalZones = defineChannel({
  id: 'outposts-local-zones',
  title: 'Networks, disks and buckets are in zones of the region itself',
  risk: 'What is kept in a Local Zone, a Wavelength Zone or on an Outpost is at that place, possibly in another country, while its region is called the same.',
  level: 'content',
  legitimate:
    'For a place in the country of the people it serves: Hamburg serves people of Germany as Frankfurt does. Which country it is, and whose law, is what decides, and not the name of the region.',
  remediation: 'Use an Availability Zone of the home region, or record in which country the place is.',
  references: [
    'https://docs.aws.amazon.com/local-zones/latest/ug/available-local-zones.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-subnet.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-outposts-site.html',
  ],

  proactive: {
    rules: [
      ...mapped(ZONES, ([type, path]): Rule => ({ types: [type], path, kind: 'zone' })),
      {
        types: ['AWS::EC2::Subnet', 'AWS::EC2::Volume'],
        path: 'OutpostArn',
        kind: 'presence',
        reach: 'unknown',
        because: 'whose site the owner chose, in whatever country',
      },
      {
        types: ['AWS::Outposts::Site'],
        path: 'OperatingAddress.CountryCode',
        kind: 'presence',
        reach: 'unknown',
        because: 'the country of a site, which has to be one of the jurisdiction',
      },
    ],
    violating: [
      ...mapped(ZONES, ([type, path, apart]) => exampleOf(type, { [path]: apart })),
      exampleOf('AWS::EC2::Subnet', { VpcId: 'vpc-1', OutpostArn: OUTPOST }),
      exampleOf('AWS::EC2::Volume', { Size: 8, OutpostArn: OUTPOST }),
      exampleOf('AWS::Outposts::Site', { Name: 'plant', OperatingAddress: { City: 'Manila', CountryCode: 'PH' } }),
    ],
    compliant: [
      ...mapped(ZONES, ([type, path, , within]) => exampleOf(type, { [path]: within })),
      exampleOf('AWS::EC2::Subnet', {
        VpcId: 'vpc-1',
        AvailabilityZone: { 'Fn::Select': [0, { 'Fn::GetAZs': '' }] },
      }),
    ],
  },
  preventive: {
    strength: 'partly',
    why: 'a Local Zone or a Wavelength Zone is of no use before the account opts in to its group, which is an action of its own. Outposts are ordered, and subnets on them have no key: ec2:AvailabilityZone tells the zone of machines and disks, not their Outpost.',
    denies: [
      {
        actions: ['ec2:ModifyAvailabilityZoneGroup', 'outposts:CreateOutpost', 'outposts:CreateSite'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'ec2.amazonaws.com',
        eventName: 'ModifyAvailabilityZoneGroup',
        recordedIn: 'source',
        opens: [{ path: 'ModifyAvailabilityZoneGroupRequest.OptInStatus', kind: 'flag', opens: ['opted-in'] }],
      },
      {
        eventSource: 'outposts.amazonaws.com',
        eventName: 'CreateSite',
        recordedIn: 'source',
        opens: [{ path: 'operatingAddress.countryCode', kind: 'presence' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-ec2',
        command: 'DescribeAvailabilityZonesCommand',
        field: 'AvailabilityZones[].ZoneType',
        kind: 'flag',
      },
      {
        client: '@aws-sdk/client-ec2',
        command: 'DescribeSubnetsCommand',
        field: 'Subnets[].AvailabilityZone',
        kind: 'zone',
      },
      {
        client: '@aws-sdk/client-outposts',
        command: 'ListSitesCommand',
        field: 'Sites[].OperatingAddressCountryCode',
        kind: 'flag',
      },
    ],
  },
});
