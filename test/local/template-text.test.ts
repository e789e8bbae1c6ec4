import { resolveText } from '../../lib/local/template-text';

const PLACE = { account: '000000000000', region: 'eu-central-1' };

describe('the text of a template', () => {
  it.each([
    ['a literal', 'arn:aws:iam::000000000000:policy/Eu-Boundary', 'arn:aws:iam::000000000000:policy/Eu-Boundary'],
    ['a pseudo parameter', { Ref: 'AWS::AccountId' }, '000000000000'],
    [
      'a join, as CDK writes ARNs',
      {
        'Fn::Join': [
          '',
          ['arn:', { Ref: 'AWS::Partition' }, ':iam::', { Ref: 'AWS::AccountId' }, ':policy/Eu-Boundary'],
        ],
      },
      'arn:aws:iam::000000000000:policy/Eu-Boundary',
    ],
    ['a join with a separator', { 'Fn::Join': ['-', ['Eu', { Ref: 'AWS::Region' }]] }, 'Eu-eu-central-1'],
    [
      'a substitution',
      { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:policy/X' },
      'arn:aws:iam::000000000000:policy/X',
    ],
  ])('is resolved from %s', (_what, value, text) => {
    expect(resolveText(value, PLACE)).toBe(text);
  });

  it.each([
    ['nothing', undefined],
    ['a number', 12],
    ['a resource', { Ref: 'Boundary' }],
    ['a resource in a join', { 'Fn::Join': ['', ['arn:', { Ref: 'Boundary' }]] }],
    ['a resource in a substitution', { 'Fn::Sub': 'arn:${Boundary}' }],
    ['a substitution with variables of its own', { 'Fn::Sub': ['${X}', { X: 'y' }] }],
    ['an import', { 'Fn::ImportValue': 'Eu-Network:Boundary' }],
    ['an attribute', { 'Fn::GetAtt': ['Boundary', 'Arn'] }],
    ['a join that is none', { 'Fn::Join': 'arn' }],
  ])('is not guessed from %s', (_what, value) => {
    expect(resolveText(value, PLACE)).toBeUndefined();
  });
});
