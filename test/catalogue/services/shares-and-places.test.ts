import { outpostsLocalZones } from '../../../lib/catalogue/services/outposts';
import { ramResourceShare } from '../../../lib/catalogue/services/ram';
import { wafv2CloudfrontScope } from '../../../lib/catalogue/services/wafv2';
import { describeChannel } from '../../support/describe-channel';

const PATH = 'AllowExternalPrincipals';
const share = (properties: object) => ({ Name: 'networks', ...properties });
const parameter = (declared: object) => ({ Parameters: { Value: { Type: 'String', ...declared } }, Resources: {} });

describeChannel(ramResourceShare, [
  {
    name: 'reports a share that leaves it to AWS, which admits outsiders',
    properties: share({ Principals: ['444455556666'] }),
    violations: [{ path: PATH, value: 'nothing', reach: 'unknown' }],
  },
  {
    name: 'only points out a share with the organization that could admit others',
    properties: share({
      Principals: [
        'arn:aws:organizations::111122223333:ou/o-1/ou-1',
        { 'Fn::Sub': 'arn:${AWS::Partition}:organizations::111122223333:organization/o-1' },
      ],
    }),
    violations: [{ path: PATH, value: 'nothing', reach: 'unknown', severity: 'info' }],
  },
  {
    name: 'reports a share with the organization and with somebody else',
    properties: share({
      AllowExternalPrincipals: true,
      Principals: ['arn:aws:organizations::111122223333:organization/o-1', { Ref: 'Value' }],
    }),
    template: parameter({}),
    violations: [{ path: PATH, value: 'true', reach: 'unknown' }],
  },
  {
    name: 'passes a share that admits nobody by default',
    properties: share({ AllowExternalPrincipals: { Ref: 'Value' } }),
    template: parameter({ Default: 'false', AllowedValues: ['true', 'false'] }),
    violations: [],
  },
  {
    name: 'reports the branch of a condition that leaves it to AWS',
    properties: share({ AllowExternalPrincipals: { 'Fn::If': ['Closed', false, { Ref: 'AWS::NoValue' }] } }),
    template: {
      ...parameter({}),
      Conditions: { Closed: { 'Fn::Equals': [{ Ref: 'Value' }, 'yes'] } },
    },
    violations: [{ path: PATH, value: 'nothing', reach: 'unknown' }],
  },
  {
    name: 'passes resources that the template makes or imports',
    properties: share({
      AllowExternalPrincipals: false,
      ResourceArns: [{ 'Fn::GetAtt': ['Gateway', 'TransitGatewayArn'] }, { 'Fn::ImportValue': 'subnet' }],
    }),
    template: { Resources: { Gateway: { Type: 'AWS::EC2::TransitGateway' } } },
    violations: [],
  },
]);

describeChannel(outpostsLocalZones, [
  {
    name: 'passes a zone of the region that is put together',
    properties: { VpcId: 'vpc-1', AvailabilityZone: { 'Fn::Sub': '${AWS::Region}b' } },
    violations: [],
  },
  {
    name: 'passes a zone that only the deployment names',
    properties: { VpcId: 'vpc-1', AvailabilityZone: { Ref: 'Value' } },
    template: parameter({}),
    violations: [],
  },
  {
    name: 'reports a Local Zone whose name begins like the region',
    properties: { VpcId: 'vpc-1', AvailabilityZone: { 'Fn::Sub': '${AWS::Region}-ham-1a' } },
    violations: [{ path: 'AvailabilityZone', value: 'eu-central-1-ham-1a', reach: 'unknown' }],
  },
  {
    name: 'reports a subnet on an Outpost that only the deployment names',
    properties: { VpcId: 'vpc-1', OutpostArn: { Ref: 'Value' } },
    template: parameter({}),
    violations: [{ path: 'OutpostArn', value: '${Value}', reach: 'unknown' }],
  },
]);

describeChannel(wafv2CloudfrontScope, [
  {
    name: 'passes an ACL of the edge where its region is allowed',
    properties: { Scope: 'CLOUDFRONT', VisibilityConfig: { SampledRequestsEnabled: true } },
    allowed: ['us-east-1'],
    violations: [],
  },
  {
    name: 'points out an ACL of the edge that keeps samples',
    properties: { Scope: 'CLOUDFRONT', VisibilityConfig: { SampledRequestsEnabled: 'true' } },
    violations: [{ path: 'Scope', value: 'CLOUDFRONT', reach: 'abroad', severity: 'info' }],
  },
]);
