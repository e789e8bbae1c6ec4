import { type DestinationSelector, defineChannel, notCovered } from '../channel';
import { exampleOf, mapped, propertiesAt } from '../examples';

type Slot = Pick<DestinationSelector, 'types' | 'path'>;

const SLOTS: readonly [Slot, ...Slot[]] = [
  { types: ['AWS::CloudFormation::StackSet'], path: 'StackInstancesGroup[].Regions[]' },
  { types: ['AWS::ServiceCatalog::StackSetConstraint'], path: 'RegionList[]' },
  {
    types: ['AWS::ServiceCatalog::CloudFormationProvisionedProduct'],
    path: 'ProvisioningPreferences.StackSetRegions[]',
  },
];

export const stacksetsMultiRegion = defineChannel({
  id: 'stacksets-multi-region',
  title: 'Stack sets make their stacks in the home region only',
  risk: 'Whatever the template makes, with its parameters and secrets, is made in each region that is listed.',
  level: 'path',
  legitimate:
    'For guardrails that every region wants: roles, alarms, rules of Config. Stores of personal data are deployed for each cell by itself.',
  remediation: 'List the home region only, and give each jurisdiction a set of its own.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/what-is-cfnstacksets.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stackset.html',
  ],

  proactive: {
    rules: [
      ...mapped(SLOTS, (slot) => ({ ...slot, kind: 'region' }) as const),
      // In which order, where there are stacks at all.
      {
        types: ['AWS::CloudFormation::StackSet'],
        path: 'OperationPreferences.RegionOrder[]',
        kind: 'region',
        onlyAbroad: true,
        severity: 'info',
      },
    ],
    violating: [
      ...mapped(SLOTS, ({ types, path }) => exampleOf(types[0], propertiesAt(path, 'us-east-1'))),
      exampleOf('AWS::CloudFormation::StackSet', propertiesAt('OperationPreferences.RegionOrder[]', 'us-east-1')),
    ],
    compliant: [
      exampleOf('AWS::CloudFormation::StackSet', {
        StackSetName: 'us-east-1',
        StackInstancesGroup: [{ Regions: [{ Ref: 'AWS::Region' }] }],
      }),
      exampleOf('AWS::ServiceCatalog::StackSetConstraint', { RegionList: ['eu-central-1'] }),
    ],
  },
  preventive: {
    strength: 'exact',
    why: 'cloudformation:TargetRegion holds the regions of the stacks. A set that is made together with its stacks has no such key: making the set and making its stacks are two calls.',
    denies: [
      {
        actions: [
          'cloudformation:CreateStackInstances',
          'cloudformation:UpdateStackInstances',
          'cloudformation:UpdateStackSet',
        ],
        authorisedIn: 'source',
        strength: 'exact',
        when: { key: 'cloudformation:TargetRegion', names: 'region', holdsSeveral: true },
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'cloudformation.amazonaws.com',
        eventName: 'CreateStackInstances',
        recordedIn: 'source',
        opens: [{ path: 'regions[]', kind: 'region' }],
      },
      {
        eventSource: 'cloudformation.amazonaws.com',
        eventName: 'UpdateStackSet',
        recordedIn: 'source',
        opens: [{ path: 'regions[]', kind: 'region' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-cloudformation',
        command: 'ListStackInstancesCommand',
        field: 'Summaries[].Region',
        kind: 'region',
      },
    ],
  },
});

export const cfnGetStackOutput = defineChannel({
  id: 'cfn-get-stack-output',
  title: 'Templates read outputs of stacks of their home region only',
  risk: 'A value of a stack in the other region is read at each deployment, which couples the two.',
  level: 'metadata',
  legitimate:
    'For public facts about another stack, such as the name of a hosted zone. A cell that needs an output of another cell is not independent of it.',
  remediation: 'Make what is named at home, and set defaultCrossStackReferences to strong in CDK.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html',
  ],

  proactive: notCovered(
    'it is an intrinsic, not a property: what it reads is taken to be in the region that it names, and is judged wherever it is used',
  ),
  preventive: {
    strength: 'region-deny',
    why: 'the other stack is read by a call in its own region, which a region deny of the deploying role stops.',
    denies: [{ actions: ['cloudformation:DescribeStacks'], authorisedIn: 'destination', strength: 'region-deny' }],
  },
  detective: notCovered('CloudFormation reads the output for itself, and its look-ups are not told apart from others'),
  audit: {
    calls: [
      { client: '@aws-sdk/client-cloudformation', command: 'GetTemplateCommand', field: 'TemplateBody', kind: 'text' },
    ],
  },
});
