import type { Rule } from '../../../lib/catalogue/channel';
import { describeRules, TYPES } from '../../support/describe-rules';

const flag: Rule = {
  types: TYPES,
  path: 'V',
  kind: 'flag',
  opens: ['EDGE'],
  reach: 'abroad',
  because: 'which is everywhere',
};
const P = { Parameters: { P: { Type: 'String' } } };

describeRules('a rule', [
  { name: 'passes a flag with another value', rule: flag, value: 'REGIONAL', says: [] },
  {
    name: 'reports a flag, whatever its case',
    rule: flag,
    value: 'edge',
    says: ["'V' of 'Subject' is 'edge', which is everywhere, outside of 'eu-central-1'"],
  },
  {
    name: 'reports a flag of which only the deployment decides',
    rule: flag,
    value: { Ref: 'P' },
    stacks: { Main: P },
    says: [
      "'V' of 'Subject' is '${P}', parameter 'P' has no default; whether it stays in 'eu-central-1' cannot be told",
    ],
  },
  { name: 'passes a flag that is not there', rule: flag, value: undefined, says: [] },
  {
    name: 'reports a flag that opens by default',
    rule: { ...flag, opensWhenAbsent: true },
    value: undefined,
    says: ["'V' of 'Subject' is 'nothing', which is everywhere, outside of 'eu-central-1'"],
  },
  {
    name: 'reports a flag that can be absent and so open',
    rule: { ...flag, opensWhenAbsent: true },
    value: { 'Fn::If': ['C', 'REGIONAL', { Ref: 'AWS::NoValue' }] },
    stacks: { Main: { ...P, Conditions: { C: { 'Fn::Equals': [{ Ref: 'P' }, 'x'] } } } },
    says: ["'V' of 'Subject' is 'nothing', which is everywhere, outside of 'eu-central-1'"],
  },
  {
    name: 'reports a property for being there',
    rule: { types: TYPES, path: 'V', kind: 'presence', reach: 'unknown', because: 'which tells no region' },
    value: 'x',
    says: ["'V' of 'Subject' is 'x', which tells no region; whether it stays in 'eu-central-1' cannot be told"],
  },
  {
    name: 'passes a property that is not there',
    rule: { types: TYPES, path: 'V', kind: 'presence', reach: 'unknown', because: 'which tells no region' },
    value: undefined,
    says: [],
  },
  {
    name: 'reports a resource for being there',
    rule: { types: TYPES, path: '', kind: 'presence', reach: 'abroad', because: 'which is everywhere' },
    value: undefined,
    says: ["'Subject' is there, which is everywhere, outside of 'eu-central-1'"],
  },
  {
    name: 'reads every value of a map',
    rule: { types: TYPES, path: 'V{}', kind: 'region' },
    value: { a: 'eu-central-1', b: 'us-east-1' },
    says: ["'V.b' of 'Subject' is 'us-east-1', outside of 'eu-central-1'"],
  },
  {
    name: 'reads every element of a list',
    rule: { types: TYPES, path: 'V[]', kind: 'region' },
    value: ['us-east-1', { Ref: 'AWS::Region' }],
    says: ["'V[0]' of 'Subject' is 'us-east-1', outside of 'eu-central-1'"],
  },
]);
