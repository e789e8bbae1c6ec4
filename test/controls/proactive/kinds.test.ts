import type { Rule } from '../../../lib/catalogue/channel';
import { describeRules, type RuleCase, TYPES } from '../../support/describe-rules';

const P = { Main: { Parameters: { P: { Type: 'String' } } } };
const HOME = "outside of 'eu-central-1'";
const UNTOLD = "whether it stays in 'eu-central-1' cannot be told";

const rule = (kind: 'region' | 'zone' | 'key' | 'model' | 'account' | 'bucket' | 'text' | 'endpoint'): Rule => ({
  types: TYPES,
  path: 'V',
  kind,
});

/** What is said of a literal, by its kind: an empty text where nothing is. */
const literals: readonly (readonly [Parameters<typeof rule>[0], string, string])[] = [
  ['region', 'EU-CENTRAL-1', ''],
  ['region', '*', `, which stands for every region, ${HOME}`],
  ['region', 'ALL', `, which stands for every region, ${HOME}`],
  ['region', 'eu-central-1, us-east-1', `, ${HOME}`],
  ['region', 'eu-central-1,${P}', `, parameter 'P' has no default; ${UNTOLD}`],
  ['zone', 'eu-central-1b', ''],
  ['zone', 'euc1-az3', ''],
  ['zone', 'us-east-1a', `, ${HOME}`],
  ['zone', 'use1-az4', `, ${HOME}`],
  ['zone', 'eu-central-1-ham-1a', `, a place apart from 'eu-central-1', and possibly in another country; ${UNTOLD}`],
  ['zone', '${P}', ''],
  ['key', '1234abcd-12ab-34cd-56ef-1234567890ab', ''],
  ['key', 'arn:aws:kms:us-east-1:111122223333:key/1', `, ${HOME}`],
  [
    'key',
    'arn:aws:kms:eu-central-1:111122223333:key/mrk-1',
    `, a multi-region key, which other regions can have as well; ${UNTOLD}`,
  ],
  ['key', 'mrk-1', `, a multi-region key, which other regions can have as well; ${UNTOLD}`],
  ['model', 'anthropic.claude-3-haiku-20240307-v1:0', ''],
  ['model', 'arn:aws:bedrock:eu-central-1::foundation-model/amazon.nova-pro-v1:0', ''],
  ['model', 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0', `, ${HOME}`],
  [
    'model',
    'us.amazon.nova-pro-v1:0',
    `, an inference profile that may answer from 'us-east-1', 'us-east-2', 'us-west-2', ${HOME}`,
  ],
  ['model', 'global.amazon.nova-2-lite-v1:0', `, an inference profile that may answer from every region, ${HOME}`],
  [
    'model',
    'arn:aws:bedrock:eu-central-1:111122223333:inference-profile/eu.amazon.nova-pro-v1:0',
    `, an inference profile that may answer from 'eu-north-1', 'eu-west-1', 'eu-west-3', ${HOME}`,
  ],
  ['account', '111122223333', ''],
  ['account', '${AWS::AccountId}', ''],
  ['account', 'arn:aws:iam::${AWS::AccountId}:root', ''],
  ['account', 'lambda.amazonaws.com', ''],
  ['account', '444455556666', `, account '444455556666', which is not known to be at home; ${UNTOLD}`],
  [
    'account',
    'arn:aws:iam::444455556666:root',
    `, account '444455556666', which is not known to be at home; ${UNTOLD}`,
  ],
  ['account', '*', `, which stands for everybody; ${UNTOLD}`],
  ['account', '${P}', `, parameter 'P' has no default; ${UNTOLD}`],
  ['bucket', 'copy.s3.us-east-1.amazonaws.com', `, ${HOME}`],
  ['bucket', 's3a://copy/x', `, a bucket that nothing here makes; ${UNTOLD}`],
  ['endpoint', 'b-1.eu-central-1.amazonaws.com:9092,b-2.us-east-1.amazonaws.com:9092', `, ${HOME}`],
  ['text', 'region: eu-central-1', ''],
  ['text', 'region: us-east-1', `, which names 'us-east-1', ${HOME}`],
  ['text', '${P}', ''],
];

describeRules(
  'a kind of destination',
  literals.map(
    ([kind, text, says]): RuleCase => ({
      name: `reads a ${kind} in '${text}'`,
      rule: rule(kind),
      value: { 'Fn::Sub': text },
      stacks: P,
      says: says === '' ? [] : [`'V' of 'Subject' is '${text.replace('${AWS::AccountId}', '111122223333')}'${says}`],
    }),
  ),
);

describeRules('a kind of destination, with more regions allowed,', [
  {
    name: 'passes an inference profile that answers from them',
    rule: rule('model'),
    value: 'eu.amazon.nova-pro-v1:0',
    allowed: ['eu-north-1', 'eu-west-1', 'eu-west-3'],
    says: [],
  },
]);
