import { defineChannel } from '../channel';
import { exampleOf } from '../examples';

const FAR = 'us-east-1';

export const globalacceleratorEndpointGroup = defineChannel({
  id: 'globalaccelerator-endpoint-group',
  aliases: ['global-accelerator'],
  title: 'Global accelerators lead to endpoints of the home region only',
  risk: 'Connections enter at the edge nearest to the person and end in whichever endpoint group is nearest or healthy, in its region.',
  level: 'path',
  legitimate:
    'For a service that knows nobody, such as a speed test or a public file mirror, or with endpoint groups in regions of the same jurisdiction.',
  remediation: 'Remove the endpoint group of the other region, and have an accelerator for each jurisdiction.',
  references: [
    'https://docs.aws.amazon.com/global-accelerator/latest/dg/about-endpoint-groups.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-globalaccelerator-endpointgroup.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-globalaccelerator-crossaccountattachment.html',
  ],

  proactive: {
    rules: [
      { types: ['AWS::GlobalAccelerator::EndpointGroup'], path: 'EndpointGroupRegion', kind: 'region' },
      // The group's region tells where an endpoint is that is not bound.
      {
        types: ['AWS::GlobalAccelerator::EndpointGroup'],
        path: 'EndpointConfigurations[].EndpointId',
        kind: 'arn',
        onlyAbroad: true,
      },
      { types: ['AWS::GlobalAccelerator::CrossAccountAttachment'], path: 'Resources[].Region', kind: 'region' },
      {
        types: ['AWS::GlobalAccelerator::CrossAccountAttachment'],
        path: 'Resources[].EndpointId',
        kind: 'arn',
        onlyAbroad: true,
      },
    ],
    violating: [
      exampleOf('AWS::GlobalAccelerator::EndpointGroup', {
        ListenerArn: { Ref: 'Listener' },
        EndpointGroupRegion: FAR,
        EndpointConfigurations: [{ EndpointId: balancerIn(FAR) }],
      }),
      exampleOf('AWS::GlobalAccelerator::CrossAccountAttachment', {
        Name: 'shared',
        Principals: ['444455556666'],
        Resources: [{ EndpointId: balancerIn(FAR), Region: FAR }],
      }),
    ],
    compliant: [
      exampleOf('AWS::GlobalAccelerator::EndpointGroup', {
        ListenerArn: { Ref: 'Listener' },
        EndpointGroupRegion: { Ref: 'AWS::Region' },
        EndpointConfigurations: [{ EndpointId: balancerIn('eu-central-1') }, { EndpointId: { Ref: 'Balancer' } }],
      }),
      exampleOf('AWS::GlobalAccelerator::CrossAccountAttachment', {
        Name: 'us-east-1',
        Resources: [{ EndpointId: balancerIn('eu-central-1'), Region: 'eu-central-1' }],
      }),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the region of a group or of an endpoint. The service is called in us-west-2 whatever it leads to, so a region deny has to exempt it.',
    denies: [
      {
        actions: [
          'globalaccelerator:AddEndpoints',
          'globalaccelerator:CreateCrossAccountAttachment',
          'globalaccelerator:CreateCustomRoutingEndpointGroup',
          'globalaccelerator:CreateEndpointGroup',
          'globalaccelerator:UpdateCrossAccountAttachment',
          'globalaccelerator:UpdateEndpointGroup',
        ],
        authorisedIn: 'us-west-2',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'globalaccelerator.amazonaws.com',
        eventName: 'CreateEndpointGroup',
        recordedIn: 'us-west-2',
        opens: [{ path: 'endpointGroupRegion', kind: 'region' }],
      },
      {
        eventSource: 'globalaccelerator.amazonaws.com',
        eventName: 'CreateCustomRoutingEndpointGroup',
        recordedIn: 'us-west-2',
        opens: [{ path: 'endpointGroupRegion', kind: 'region' }],
      },
      {
        eventSource: 'globalaccelerator.amazonaws.com',
        eventName: 'AddEndpoints',
        recordedIn: 'us-west-2',
        opens: [{ path: 'endpointConfigurations[].endpointId', kind: 'arn' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-global-accelerator',
        command: 'ListEndpointGroupsCommand',
        field: 'EndpointGroups[].EndpointGroupRegion',
        kind: 'region',
      },
      {
        client: '@aws-sdk/client-global-accelerator',
        command: 'ListCustomRoutingEndpointGroupsCommand',
        field: 'EndpointGroups[].EndpointGroupRegion',
        kind: 'region',
      },
    ],
  },
});

function balancerIn(region: string) {
  return `arn:aws:elasticloadbalancing:${region}:111122223333:loadbalancer/app/api/50dc6c495c0c9188`;
}
