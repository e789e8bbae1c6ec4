import { describeResolver, parameters, text } from '../support/describe-resolver';

describeResolver('maps', [
  {
    name: 'finds by region',
    value: { 'Fn::FindInMap': ['M', { Ref: 'AWS::Region' }, 'to'] },
    main: { Mappings: { M: { 'eu-central-1': { to: 'eu-west-1' }, 'us-east-1': { to: 'us-west-2' } } } },
    is: ['eu-west-1'],
  },
  {
    name: 'finds by a default',
    value: { 'Fn::FindInMap': ['M', { Ref: 'P' }, 'to'] },
    main: { ...parameters({ P: text({ Default: 'a' }) }), Mappings: { M: { a: { to: 'x' }, b: { to: 'y' } } } },
    is: ['x'],
  },
  {
    name: 'takes every row that the key can be',
    value: { 'Fn::FindInMap': ['M', { Ref: 'P' }, 'to'] },
    main: { ...parameters({ P: text() }), Mappings: { M: { a: { to: 'x' }, b: { to: 'y' } } } },
    is: ['x', 'y'],
  },
  {
    name: 'takes rows and columns of one parameter together',
    value: {
      'Fn::Sub': [
        '${A}${B}',
        { A: { 'Fn::FindInMap': ['M', { Ref: 'P' }, 'to'] }, B: { 'Fn::FindInMap': ['M', { Ref: 'P' }, 'by'] } },
      ],
    },
    main: { ...parameters({ P: text() }), Mappings: { M: { a: { to: 'x', by: '1' }, b: { to: 'y', by: '2' } } } },
    is: ['x1', 'y2'],
  },
  {
    name: 'takes the default value where the map has none',
    value: { 'Fn::FindInMap': ['M', 'c', 'to', { DefaultValue: { Ref: 'AWS::Region' } }] },
    main: { Mappings: { M: { a: { to: 'x' } } } },
    is: ['eu-central-1'],
  },
  {
    name: 'leaves a hole where the map has nothing',
    value: { 'Fn::FindInMap': ['M', 'c', 'to'] },
    main: { Mappings: { M: { a: { to: 'x' } } } },
    is: ['${Fn::FindInMap}'],
  },
  {
    name: 'finds lists',
    value: { 'Fn::FindInMap': ['M', 'a', 'to'] },
    main: { Mappings: { M: { a: { to: ['x', 'y'] } } } },
    is: ['[x, y]'],
  },
]);

describeResolver('conditions', [
  {
    name: 'takes the branch of a condition that holds',
    value: { 'Fn::If': ['C', 'a', 'b'] },
    main: {
      ...parameters({ P: text({ Default: 'yes' }) }),
      Conditions: { C: { 'Fn::Equals': [{ Ref: 'P' }, 'yes'] } },
    },
    is: ['a'],
  },
  {
    name: 'takes the other branch of one that does not',
    value: { 'Fn::If': ['C', 'a', { Ref: 'AWS::NoValue' }] },
    main: {
      ...parameters({ P: text({ Default: 'no' }) }),
      Conditions: { C: { 'Fn::Equals': [{ Ref: 'P' }, 'yes'] } },
    },
    is: ['absent'],
  },
  {
    name: 'takes both where nothing decides',
    value: { 'Fn::If': ['C', 'a', 'b'] },
    main: { ...parameters({ P: text() }), Conditions: { C: { 'Fn::Equals': [{ Ref: 'P' }, 'yes'] } } },
    is: ['a', 'b'],
  },
  {
    name: 'knows that a text cannot become one that starts otherwise',
    value: { 'Fn::If': ['C', 'a', 'b'] },
    main: { ...parameters({ P: text() }), Conditions: { C: { 'Fn::Equals': [{ 'Fn::Sub': 'x-${P}' }, 'y-1'] } } },
    is: ['b'],
  },
  {
    name: 'is of one mind about one condition',
    value: { 'Fn::Sub': ['${A}${B}', { A: { 'Fn::If': ['C', 'a', 'b'] }, B: { 'Fn::If': ['C', '1', '2'] } }] },
    main: { ...parameters({ P: text() }), Conditions: { C: { 'Fn::Equals': [{ Ref: 'P' }, 'yes'] } } },
    is: ['a1', 'b2'],
  },
  {
    name: 'knows that a parameter equals one text at most',
    value: { 'Fn::Sub': ['${A}${B}', { A: { 'Fn::If': ['C', 'a', ''] }, B: { 'Fn::If': ['D', 'b', ''] } }] },
    main: {
      ...parameters({ P: text() }),
      Conditions: { C: { 'Fn::Equals': [{ Ref: 'P' }, '1'] }, D: { 'Fn::Equals': [{ Ref: 'P' }, '2'] } },
    },
    is: ['a', 'b', ''],
  },
  {
    name: 'negates, joins and nests',
    value: { 'Fn::If': ['C', 'a', 'b'] },
    main: {
      Conditions: {
        C: {
          'Fn::And': [
            { 'Fn::Not': [{ Condition: 'D' }] },
            { 'Fn::Or': [{ 'Fn::Equals': ['1', '2'] }, { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-central-1'] }] },
          ],
        },
        D: { 'Fn::Equals': ['a', 'b'] },
      },
    },
    is: ['a'],
  },
  {
    name: 'is settled by one operand, whatever the others are',
    value: { 'Fn::If': ['C', 'a', 'b'] },
    main: {
      ...parameters({ P: text() }),
      Conditions: { C: { 'Fn::And': [{ 'Fn::Equals': [{ Ref: 'P' }, 'x'] }, { 'Fn::Equals': ['1', '2'] }] } },
    },
    is: ['b'],
  },
  {
    name: 'takes both where a condition leads back to itself',
    value: { 'Fn::If': ['C', 'a', 'b'] },
    main: { Conditions: { C: { 'Fn::Not': [{ Condition: 'D' }] }, D: { 'Fn::Not': [{ Condition: 'C' }] } } },
    is: ['a', 'b'],
  },
  {
    name: 'takes both where the condition is not declared',
    value: { 'Fn::If': ['Nobody', 'a', 'b'] },
    is: ['a', 'b'],
  },
  {
    name: 'compares what an allowed value gives',
    value: { 'Fn::If': ['C', { Ref: 'P' }, 'home'] },
    main: {
      ...parameters({ P: text({ AllowedValues: ['home', 'far'] }) }),
      Conditions: { C: { 'Fn::Equals': [{ Ref: 'P' }, 'far'] } },
    },
    is: ['home', 'far'],
  },
]);
