import { foldAlike } from '../support/fold-alike';

const policy = (action: string) => ({
  PolicyDocument: {
    Statement: [
      { Action: action, Effect: 'Allow', Resource: '*', Condition: { Bool: { 'aws:SecureTransport': 'true' } } },
    ],
  },
});
const role = (name: string, action = 's3:GetObject') => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    RoleName: `Eu-${name}`,
    Policies: [policy(action)],
    Of: { Ref: `${name.replaceAll('-', '')}Function0123ABCD` },
  },
});
const NAMES = ['one', 'one-more', 'three', 'four', 'five'];
const template = (changed = 's3:GetObject') => ({
  Resources: Object.fromEntries(
    NAMES.map((name) => [`${name.replaceAll('-', '')}Role89ABCDEF`, role(name, name === 'four' ? changed : undefined)]),
  ),
});

describe('a template that is folded for review', () => {
  it('has once what stands in it several times, but for the names of its own', () => {
    expect(foldAlike(template(), NAMES)).toEqual({
      Resources: {
        oneRole89ABCDEF: 'alike 1',
        onemoreRole89ABCDEF: 'alike 1',
        threeRole89ABCDEF: 'alike 1',
        fourRole89ABCDEF: 'alike 1',
        fiveRole89ABCDEF: 'alike 1',
      },
      Alike: {
        1: {
          Type: 'AWS::IAM::Role',
          Properties: {
            RoleName: 'Eu-<own>',
            Policies: [policy('s3:GetObject')],
            Of: { Ref: '<own>Function0123ABCD' },
          },
        },
      },
    });
  });

  it('shows one that differs from the others', () => {
    expect(foldAlike(template('s3:PutObject'), NAMES)).not.toEqual(foldAlike(template(), NAMES));
    expect(JSON.stringify(foldAlike(template('s3:PutObject'), NAMES))).toContain('s3:PutObject');
  });

  it('shows one that names what belongs to another', () => {
    const { Resources } = template();
    const foreign = { Resources: { ...Resources, fiveRole89ABCDEF: role('four') } };
    expect(foldAlike(foreign, NAMES)).not.toEqual(foldAlike(template(), NAMES));
  });
});
