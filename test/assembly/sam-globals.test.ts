import { withGlobals } from '../../lib/assembly/sam-globals';
import { stackOf } from '../support/in-memory';

const GLOBALS = {
  Function: {
    Timeout: 10,
    Layers: ['a'],
    Environment: { Variables: { REGION: 'us-east-1', STAGE: 'live' } },
    VpcConfig: { 'Fn::If': ['C', {}, { Ref: 'AWS::NoValue' }] },
  },
};
const ofType = (type: string, properties?: object) =>
  withGlobals({ Type: type, ...(properties && { Properties: properties }) }, stackOf({ Globals: GLOBALS }));

describe('what SAM takes for all resources of a kind', () => {
  it.each([
    ['is taken for one that says nothing', 'AWS::Serverless::Function', undefined, GLOBALS.Function],
    [
      'is merged with what one says itself',
      'AWS::Serverless::Function',
      { Timeout: 3, Layers: ['b'], Environment: { Variables: { REGION: 'eu-central-1' } }, VpcConfig: { Ref: 'V' } },
      {
        Timeout: 3,
        Layers: ['a', 'b'],
        Environment: { Variables: { REGION: 'eu-central-1', STAGE: 'live' } },
        VpcConfig: { Ref: 'V' },
      },
    ],
    ['is nothing to another kind', 'AWS::Serverless::Api', { Name: 'a' }, { Name: 'a' }],
    ['is nothing to a service', 'AWS::Lambda::Function', { Timeout: 3 }, { Timeout: 3 }],
  ])('%s', (_, type, properties, expected) => {
    expect(ofType(type, properties)['Properties']).toEqual(expected);
  });
});
