import type { Rule } from '../../../lib/catalogue/channel';
import { describeRules, TYPES } from '../../support/describe-rules';

const region = (path: string, more: object = {}): Rule => ({ types: TYPES, path, kind: 'region', ...more });
const US = "is 'us-east-1', outside of 'eu-central-1'";
const P = { Main: { Parameters: { P: { Type: 'String' } } } };

describeRules('the path of a selector', [
  {
    name: 'leads to the keys of a map',
    rule: { types: TYPES, path: 'V{key}', kind: 'arn' },
    value: { 'arn:aws:backup:us-east-1:1:backup-vault:v': {}, 'arn:aws:backup:eu-central-1:1:backup-vault:v': {} },
    says: [
      "'V.arn:aws:backup:us-east-1:1:backup-vault:v' of 'Subject' is 'arn:aws:backup:us-east-1:1:backup-vault:v', outside of 'eu-central-1'",
    ],
  },
  {
    name: 'leads into a document in a text',
    rule: region('V$.calls[].region'),
    value: { 'Fn::Sub': '{"calls": [{"region": "us-east-1"}, {"region": "${AWS::Region}"}]}' },
    says: [`'V.calls[0].region' of 'Subject' ${US}`],
  },
  {
    name: 'leads into a document that is a map already',
    rule: region('V$.region'),
    value: { region: 'us-east-1' },
    says: [`'V.region' of 'Subject' ${US}`],
  },
  {
    name: 'reports a document of which nothing is known',
    rule: region('V$.region'),
    value: { Ref: 'P' },
    stacks: P,
    says: [
      "'V' of 'Subject' is '${P}', parameter 'P' has no default; whether it stays in 'eu-central-1' cannot be told",
    ],
  },
  {
    name: 'leads to any depth',
    rule: region('V$.**.region'),
    value: '{"region": "us-east-1", "a": [{"b": {"region": "eu-central-1"}}, {"region": "us-east-1"}, 1]}',
    says: [`'V.region' of 'Subject' ${US}`, `'V.a[1].region' of 'Subject' ${US}`],
  },
  {
    name: 'leads to any depth past what is not known',
    rule: region('V.**.region'),
    value: { name: { Ref: 'P' }, inner: { region: 'us-east-1' } },
    stacks: P,
    says: [`'V.inner.region' of 'Subject' ${US}`],
  },
]);

describeRules('what stands beside a value', [
  {
    name: 'excuses it in the same element only',
    rule: region('V[].R', { unless: { path: 'V[].S', is: ['off'] } }),
    value: [
      { R: 'us-east-1', S: 'OFF' },
      { R: 'us-east-1', S: 'on' },
    ],
    says: [`'V[1].R' of 'Subject' ${US}`],
  },
  {
    name: 'excuses nothing where it is not certain',
    rule: region('V.R', { unless: { path: 'V.S', is: ['off'] } }),
    value: { R: 'us-east-1', S: { Ref: 'P' } },
    stacks: P,
    says: [`'V.R' of 'Subject' ${US}`],
  },
  {
    name: 'is needed where a selector asks for it',
    rule: region('V[].R', { when: { path: 'V[].S', is: ['on'] } }),
    value: [
      { R: 'us-east-1', S: 'off' },
      { R: 'us-east-1' },
      { R: 'us-east-1', S: 'on' },
      { R: 'us-east-1', S: { Ref: 'P' } },
    ],
    stacks: P,
    says: [`'V[2].R' of 'Subject' ${US}`, `'V[3].R' of 'Subject' ${US}`],
  },
  {
    name: 'excuses a value by being there',
    rule: region('V[].R', { unless: { path: 'V[].S', is: 'present' } }),
    value: [{ R: 'us-east-1', S: {} }, { R: 'us-east-1' }],
    says: [`'V[1].R' of 'Subject' ${US}`],
  },
  {
    name: 'excuses a value by not being there',
    rule: region('V[].R', { unless: { path: 'V[].S', is: 'absent' } }),
    value: [{ R: 'us-east-1', S: {} }, { R: 'us-east-1' }],
    says: [`'V[0].R' of 'Subject' ${US}`],
  },
]);

describeRules('a selector', [
  {
    name: 'reports what is missing, in each element that lacks it',
    rule: { types: TYPES, path: 'V[].S', kind: 'absence', reach: 'unknown', because: 'which opens everything' },
    value: [{ S: 1 }, {}, { S: { 'Fn::If': ['Open', 1, { Ref: 'AWS::NoValue' }] } }],
    says: [
      "'V[1].S' of 'Subject' is 'nothing', which opens everything; whether it stays in 'eu-central-1' cannot be told",
      "'V[2].S' of 'Subject' is 'nothing', which opens everything; whether it stays in 'eu-central-1' cannot be told",
    ],
  },
  {
    name: 'misses nothing in a list that is not there',
    rule: { types: TYPES, path: 'V[].S', kind: 'absence', reach: 'unknown', because: 'which opens everything' },
    value: undefined,
    says: [],
  },
  {
    name: 'opens at every value but some',
    rule: { types: TYPES, path: 'V[]', kind: 'flag', closes: ['block'], reach: 'abroad', because: 'which is open' },
    value: ['Block', 'share', { Ref: 'P' }],
    stacks: P,
    says: [
      "'V[1]' of 'Subject' is 'share', which is open, outside of 'eu-central-1'",
      "'V[2]' of 'Subject' is '${P}', parameter 'P' has no default; whether it stays in 'eu-central-1' cannot be told",
    ],
  },
  {
    name: 'passes what names nothing, where it is told so',
    rule: { types: TYPES, path: 'V[]', kind: 'arn', passesUnnamed: true },
    value: [{ Ref: 'P' }, { 'Fn::Sub': 'arn:aws:sqs:${P}:1:q' }],
    stacks: P,
    says: [
      "'V[1]' of 'Subject' is 'arn:aws:sqs:${P}:1:q', parameter 'P' has no default; whether it stays in 'eu-central-1' cannot be told",
    ],
  },
]);
