import { describeResolver, parameters, text } from '../support/describe-resolver';

describeResolver('other stacks', [
  {
    name: 'imports what a sibling of the region exports',
    value: { 'Fn::ImportValue': 'bucket' },
    others: { Data: { Outputs: { B: { Value: 'media', Export: { Name: 'bucket' } } } } },
    is: ['media'],
  },
  {
    name: 'imports by a name that is put together',
    value: { 'Fn::ImportValue': { 'Fn::Sub': '${Source}-bucket' } },
    main: parameters({ Source: text({ Default: 'Data' }) }),
    others: {
      Data: { Outputs: { B: { Value: 'media', Export: { Name: { 'Fn::Sub': '${AWS::StackName}-bucket' } } } } },
    },
    is: ['media'],
  },
  {
    name: 'imports whatever the name could be',
    value: { 'Fn::ImportValue': { 'Fn::Sub': '${Source}-bucket' } },
    main: parameters({ Source: text() }),
    others: {
      Data: {
        Outputs: {
          B: { Value: 'media', Export: { Name: 'Data-bucket' } },
          C: { Value: 'other', Export: { Name: 'Data-queue' } },
        },
      },
    },
    is: ['media'],
  },
  {
    name: 'imports nothing from another region',
    value: { 'Fn::ImportValue': 'bucket' },
    others: {
      Data: { stack: { region: 'us-east-1' }, Outputs: { B: { Value: 'media', Export: { Name: 'bucket' } } } },
    },
    is: ['${bucket}'],
  },
  {
    name: 'reads an output of a stack in another region',
    value: { 'Fn::GetStackOutput': { StackName: 'Data', OutputName: 'B', Region: 'us-east-1' } },
    others: { Data: { stack: { region: 'us-east-1' }, Outputs: { B: { Value: 'media' } } } },
    is: ['media'],
  },
  {
    name: 'leaves a hole for an output of a stack that is not here',
    value: { 'Fn::GetStackOutput': { StackName: 'Data', OutputName: 'B' } },
    is: ['${Data.B}'],
  },
  {
    name: 'reads the value that an SSM parameter of the template is given',
    value: { 'Fn::GetAtt': 'S.Value' },
    main: { Resources: { S: { Type: 'AWS::SSM::Parameter', Properties: { Value: 'us-west-2' } } } },
    is: ['us-west-2'],
  },
  {
    name: 'leaves a hole for the answer of a custom resource',
    value: { 'Fn::GetAtt': ['C', 'Region'] },
    main: { Resources: { C: { Type: 'Custom::Where' } } },
    is: ['${C.Region}'],
  },
]);

describeResolver('loops in circles', [
  {
    name: 'ends where exports lead back to themselves',
    value: { 'Fn::ImportValue': 'a' },
    main: { Outputs: { A: { Value: { 'Fn::ImportValue': 'b' }, Export: { Name: 'a' } } } },
    others: { Other: { Outputs: { B: { Value: { 'Fn::ImportValue': 'a' }, Export: { Name: 'b' } } } } },
    is: ['${…}'],
  },
  {
    name: 'ends where two stacks export what they import',
    value: { 'Fn::ImportValue': 'a' },
    main: { Outputs: { A: { Value: { 'Fn::ImportValue': 'a' }, Export: { Name: 'a' } } } },
    others: { Other: { Outputs: { A: { Value: { 'Fn::ImportValue': 'a' }, Export: { Name: 'a' } } } } },
    is: ['${…}', '${…}'],
  },
  {
    name: 'ends where an SSM parameter stores its own value twice',
    value: { 'Fn::GetAtt': 'S.Value' },
    main: {
      Resources: {
        S: { Type: 'AWS::SSM::Parameter', Properties: { Value: { 'Fn::Sub': '${S.Value}${S.Value}' } } },
      },
    },
    is: ['${…}${…}'],
  },
  {
    name: 'calls no function that a map holds',
    value: { 'Fn::FindInMap': ['M', 'a', 'b'] },
    main: { Mappings: { M: { a: { b: { 'Fn::FindInMap': ['M', 'a', 'b'] } } } } },
    is: ['${Fn::FindInMap}'],
  },
  {
    name: 'ends where an export is named by an import',
    value: { 'Fn::ImportValue': 'a' },
    main: { Outputs: { A: { Value: '1', Export: { Name: { 'Fn::ImportValue': 'a' } } } } },
    is: ['1'],
  },
  {
    name: 'ends at absurd depth',
    value: Array.from({ length: 1000 }).reduce<unknown>((inner) => ({ 'Fn::Join': ['', [inner]] }), 'x'),
    is: ['${…}'],
  },
  {
    name: 'ends at absurd numbers of alternatives',
    value: { 'Fn::Sub': '${A}${B}${C}' },
    main: parameters(
      Object.fromEntries(
        ['A', 'B', 'C'].map((name) => [
          name,
          text({ AllowedValues: Array.from({ length: 20 }, (_, index) => `${index}`) }),
        ]),
      ),
    ),
    is: Array.from({ length: 20 }, (_, index) => `${index}\${…}\${…}`),
  },
]);
