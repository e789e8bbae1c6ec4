import { describeFlows } from '../../support/describe-flows';
import {
  allow,
  arnOf,
  CALLED,
  documentOf,
  fn,
  QUEUE,
  resource,
  role,
  TABLE,
  trust,
} from '../../support/flow-templates';

const TRUSTED = (document: unknown) => ({
  Table: TABLE,
  Role: role([allow('dynamodb:GetItem', arnOf('Table'))], { AssumeRolePolicyDocument: document }),
});
const TAKEN = '(grant: dynamodb:GetItem) Role → (trust:';

describeFlows('whoever may take on a role reads what it reads: it', [
  {
    name: 'follows another account',
    resources: TRUSTED(trust({ AWS: 'arn:aws:iam::999999999999:root' })),
    says: { Table: `${TAKEN} sts:AssumeRole) account '999999999999'` },
  },
  {
    name: 'leaves the own account to its policies',
    resources: TRUSTED(trust({ AWS: '111122223333' })),
    says: { Table: [] },
  },
  {
    name: 'leaves alone who may only tag a session',
    resources: TRUSTED(documentOf({ Effect: 'Allow', Action: 'sts:TagSession', Principal: '*' })),
    says: { Table: [] },
  },
  {
    name: 'leaves alone who is refused',
    resources: TRUSTED(documentOf({ Effect: 'Deny', Action: 'sts:AssumeRole', Principal: '*' })),
    says: { Table: [] },
  },
  {
    name: 'follows another role that it names',
    resources: { ...TRUSTED(trust({ AWS: arnOf('Taker') })), Taker: role([]), Open: fn('Taker') },
    says: { Table: `${TAKEN} sts:AssumeRole) Open → (network: no VPC) the internet` },
  },
  {
    name: 'follows another role that is granted it',
    resources: {
      ...TRUSTED(trust({ AWS: '111122223333' })),
      Taker: role([allow('sts:AssumeRole', arnOf('Role'))]),
      Open: fn('Taker'),
    },
    says: {
      Table: '(grant: dynamodb:GetItem) Role → (grant: sts:AssumeRole) Open → (network: no VPC) the internet',
    },
  },
  {
    name: 'takes an asterisk for the roles that let themselves be taken on',
    resources: {
      ...TRUSTED(trust({ AWS: '111122223333' })),
      Other: TABLE,
      Closed: role([allow('dynamodb:GetItem', arnOf('Other'))], {
        AssumeRolePolicyDocument: trust({ Service: 'backup.amazonaws.com' }),
      }),
      Taker: role([allow('sts:AssumeRole', '*')]),
      Open: fn('Taker'),
    },
    says: {
      Table: '(grant: dynamodb:GetItem) Role → (grant: sts:AssumeRole) Open → (network: no VPC) the internet',
      Other: [],
    },
  },
  {
    name: 'follows what is written by a role that is taken on',
    resources: {
      ...CALLED,
      Queue: QUEUE,
      Role: role([allow('dynamodb:GetItem', arnOf('Table')), allow('sts:AssumeRole', arnOf('Writer'))]),
      Writer: role([allow('sqs:SendMessage', 'arn:aws:sqs:us-east-1:111122223333:abroad')], {
        AssumeRolePolicyDocument: trust({ AWS: '111122223333' }),
      }),
    },
    says: {
      Table: "(grant: dynamodb:GetItem) Reader → (grant: sts:AssumeRole) 'arn:aws:sqs:us-east-1:111122223333:abroad'",
      Queue: [],
    },
  },
  {
    name: 'follows a role of another account that is taken on',
    resources: {
      ...CALLED,
      Role: role([
        allow('dynamodb:GetItem', arnOf('Table')),
        allow('sts:AssumeRole', 'arn:aws:iam::999999999999:role/other'),
      ]),
    },
    says: {
      Table:
        "(grant: dynamodb:GetItem) Reader → (grant: sts:AssumeRole, possibly) 'arn:aws:iam::999999999999:role/other', account '999999999999', which is not known to be at home",
    },
  },
  {
    name: 'follows whom a provider signs in',
    resources: TRUSTED({
      Statement: [
        {
          Effect: 'Allow',
          Action: 'sts:AssumeRoleWithWebIdentity',
          Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/token.example.org' },
        },
      ],
    }),
    says: {
      Table: `${TAKEN} sts:AssumeRoleWithWebIdentity) whoever 'arn:aws:iam::111122223333:oidc-provider/token.example.org' signs in`,
    },
  },
  {
    name: 'follows pods of a cluster',
    resources: TRUSTED(
      trust({ Federated: 'arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-central-1.amazonaws.com/id/A' }),
    ),
    says: { Table: `${TAKEN} pods of a cluster, whose network is not here, possibly) the internet` },
  },
  ...[arnOf('Staff'), 'arn:aws:iam::111122223333:saml-provider/Staff'].map((Federated) => ({
    name: `takes staff for administrators: ${JSON.stringify(Federated)}`,
    resources: { ...TRUSTED(trust({ Federated })), Staff: resource('AWS::IAM::SAMLProvider') },
    says: { Table: [] },
  })),
  {
    name: 'trusts the answers to persons who are signed in',
    resources: TRUSTED(
      trust(
        { Federated: 'cognito-identity.amazonaws.com' },
        { Condition: { 'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' } } },
      ),
    ),
    says: { Table: ['answers'] },
  },
  ...[
    { 'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'unauthenticated' } },
    { 'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': ['authenticated', 'unauthenticated'] } },
    { StringEquals: { 'cognito-identity.amazonaws.com:aud': 'pool' } },
    { 'ForAllValues:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' } },
    {},
  ].map((Condition) => ({
    name: `follows anybody whom an identity pool lets in: ${JSON.stringify(Condition)}`,
    resources: TRUSTED(trust({ Federated: 'cognito-identity.amazonaws.com' }, { Condition })),
    says: { Table: `${TAKEN} an identity pool lets in who is not signed in) anybody` },
  })),
]);
