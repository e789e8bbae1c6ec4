import { propertiesAt } from '../../../lib/catalogue/examples';
import { isKind, KINDS } from '../../../lib/controls/flows/kinds';
import { POLICIES } from '../../../lib/controls/flows/resource-policies';
import { edgesOf } from '../../support/describe-edges';
import { describeFlows } from '../../support/describe-flows';
import { allow, arnOf, BUCKET, CALLED, deny, documentOf, fn, ref, resource, role } from '../../support/flow-templates';

const SUBJECTS = POLICIES.map((policy) => ({ ...policy, store: policy.bare ?? policy.type }));
const NAMING: Readonly<Record<string, string>> = {
  'AWS::Kinesis::ResourcePolicy': 'AWS::Kinesis::Stream',
  'AWS::S3Tables::TableBucketPolicy': 'AWS::S3Tables::TableBucket',
  'AWS::S3Vectors::VectorBucketPolicy': 'AWS::S3Vectors::VectorBucket',
  'AWS::SNS::TopicInlinePolicy': 'AWS::SNS::Topic',
  'AWS::SNS::TopicPolicy': 'AWS::SNS::Topic',
  'AWS::SQS::QueueInlinePolicy': 'AWS::SQS::Queue',
  'AWS::SQS::QueuePolicy': 'AWS::SQS::Queue',
};

describe("a resource's own policy", () => {
  it.each(SUBJECTS)('is read in $document of $type', ({ type, document, of, store }) => {
    const storeType = NAMING[type] ?? store;
    const [action = ''] = isKind(storeType) ? KINDS[storeType].reads : [];
    const policy = documentOf(allow(action, '*', { Principal: { AWS: '999999999999' } }));
    const [outer = '', inner] = document.split('.$');
    const stands = propertiesAt(outer, inner === undefined ? policy : JSON.stringify(policy));
    const resources =
      of === undefined
        ? { Store: resource(storeType, stands) }
        : { Store: resource(storeType), Policy: resource(type, { ...propertiesAt(of, ref('Store')), ...stands }) };
    expect(edgesOf(resources)).toContain(`Store → account '999999999999' (policy: ${action})`);
  });
});

/** A bucket with statements of its own. */
function bucketWith(statement: object, more: Readonly<Record<string, unknown>> = {}) {
  return {
    Bucket: BUCKET,
    Policy: resource('AWS::S3::BucketPolicy', { Bucket: ref('Bucket'), PolicyDocument: documentOf(statement) }),
    ...more,
  };
}

const read = (Principal: unknown, more: Readonly<Record<string, unknown>> = {}) =>
  bucketWith(allow('s3:GetObject', '*', { Principal, ...more }));
const READER = {
  Role: role([], { RoleName: 'reader' }),
  Reader: fn(),
};
const BY_READER = '(policy: s3:GetObject) Reader → (network: no VPC) the internet';
const to = (place: string, doubt = '') => ({ Bucket: `(policy: s3:GetObject${doubt}) ${place}` });

describeFlows('a policy lets in whom it names: it', [
  { name: 'follows anybody', resources: read('*'), says: to('anybody') },
  { name: 'follows anybody of AWS', resources: read({ AWS: '*' }), says: to('anybody') },
  { name: 'follows another account', resources: read({ AWS: '999999999999' }), says: to("account '999999999999'") },
  {
    name: 'follows somebody of another account',
    resources: read({ AWS: ['arn:aws:iam::999999999999:role/reader'] }),
    says: to("account '999999999999'"),
  },
  {
    name: 'follows somebody who is not known',
    resources: read({ AWS: ref('Reader') }),
    says: to("'${Reader}'", ', possibly'),
  },
  { name: 'leaves the own account to its policies', resources: read({ AWS: '111122223333' }), says: { Bucket: [] } },
  {
    name: 'leaves the root of the own account to its policies',
    resources: read({ AWS: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:root' } }),
    says: { Bucket: [] },
  },
  { name: 'follows a role', resources: { ...read({ AWS: arnOf('Role') }), ...READER }, says: { Bucket: BY_READER } },
  {
    name: 'follows a role by its ARN',
    resources: { ...read({ AWS: 'arn:aws:iam::111122223333:role/reader' }), ...READER },
    says: { Bucket: BY_READER },
  },
  {
    name: 'follows a role of the own account that is not here',
    resources: read({ AWS: 'arn:aws:iam::111122223333:role/somebody' }),
    says: to("'arn:aws:iam::111122223333:role/somebody', which is not here", ', possibly'),
  },
  { name: 'leaves services of AWS alone', resources: read({ Service: 'config.amazonaws.com' }), says: { Bucket: [] } },
  {
    name: 'follows a service whose name is not known',
    resources: read({ Service: ref('Service') }),
    says: to("'${Service}'", ', possibly'),
  },
  {
    name: 'follows CloudFront to its edge',
    resources: read({ Service: 'cloudfront.amazonaws.com' }, { Condition: { StringEquals: { 'AWS:SourceArn': 'x' } } }),
    says: to("CloudFront's edge locations"),
  },
  {
    name: 'follows an identity of CloudFront to its edge',
    resources: {
      ...read({ CanonicalUser: { 'Fn::GetAtt': ['Identity', 'S3CanonicalUserId'] } }),
      Identity: resource('AWS::CloudFront::CloudFrontOriginAccessIdentity'),
    },
    says: to("CloudFront's edge locations"),
  },
  {
    name: 'follows an identity of CloudFront by its ARN',
    resources: read({ AWS: 'arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1' }),
    says: to("CloudFront's edge locations"),
  },
  {
    name: 'follows whom an identity provider signs in',
    resources: read({ Federated: 'cognito-identity.amazonaws.com' }),
    says: to("whoever 'cognito-identity.amazonaws.com' signs in"),
  },
  {
    name: 'follows everybody but a few',
    resources: bucketWith({ Effect: 'Allow', Action: 's3:*', Resource: '*', NotPrincipal: { AWS: '111122223333' } }),
    says: to('everybody but a few'),
  },
  {
    name: 'leaves alone who may only write',
    resources: bucketWith(allow('s3:PutObject', '*', { Principal: '*' })),
    says: { Bucket: [] },
  },
  {
    name: 'leaves alone who is refused',
    resources: bucketWith(deny('s3:*', '*', { Principal: '*' })),
    says: { Bucket: [] },
  },
]);

const narrowed = (operator: string, key: string, value: unknown) =>
  read('*', { Condition: { [operator]: { [key]: value } } });

describeFlows('a condition narrows whom it is decided for: it', [
  ...[
    { key: 'aws:PrincipalAccount', value: '111122223333' },
    { key: 'AWS:SourceOwner', value: { Ref: 'AWS::AccountId' } },
    { key: 'aws:SourceAccount', value: ['111122223333'] },
    { key: 'aws:SourceArn', value: 'arn:aws:sns:eu-central-1:111122223333:topic' },
    { key: 'aws:SourceArn', value: arnOf('Bucket') },
    { key: 'aws:PrincipalArn', value: 'arn:aws:iam::111122223333:root' },
  ].map(({ key, value }) => ({
    name: `believes ${key}`,
    resources: narrowed('StringEquals', key, value),
    says: { Bucket: [] },
  })),
  ...['StringLike', 'ArnLike', 'ArnEquals', 'StringEqualsIgnoreCase', 'ForAnyValue:StringEquals'].map((operator) => ({
    name: `believes ${operator}`,
    resources: narrowed(operator, 'aws:PrincipalAccount', '111122223333'),
    says: { Bucket: [] },
  })),
  ...['StringNotEquals', 'StringEqualsIfExists', 'ForAllValues:StringEquals', 'Null'].map((operator) => ({
    name: `does not believe ${operator}`,
    resources: narrowed(operator, 'aws:PrincipalAccount', '111122223333'),
    says: to('anybody'),
  })),
  {
    name: 'follows another account',
    resources: narrowed('StringEquals', 'aws:PrincipalAccount', ['111122223333', '999999999999']),
    says: to("account '999999999999'"),
  },
  {
    name: 'follows the source in another account',
    resources: narrowed('ArnLike', 'aws:SourceArn', 'arn:aws:sns:*:999999999999:*'),
    says: to("'arn:aws:sns:*:999999999999:*'", ', possibly'),
  },
  {
    name: 'follows a role',
    resources: { ...narrowed('ArnEquals', 'aws:PrincipalArn', arnOf('Role')), ...READER },
    says: { Bucket: BY_READER },
  },
  {
    name: 'believes that something is asked for by the own network only',
    resources: {
      ...narrowed('StringEquals', 'aws:SourceVpce', ref('Endpoint')),
      Endpoint: resource('AWS::EC2::VPCEndpoint'),
    },
    says: { Bucket: [] },
  },
  {
    name: 'does not know a network that is not here',
    resources: narrowed('StringEquals', 'aws:SourceVpc', 'vpc-0a1b'),
    says: to('anybody'),
  },
  {
    name: 'does not know what an organization is',
    resources: narrowed('StringEquals', 'aws:PrincipalOrgID', 'o-1'),
    says: to('anybody'),
  },
  {
    name: 'leaves a role what it is',
    resources: {
      ...read({ AWS: arnOf('Role') }, { Condition: { StringEquals: { 'aws:PrincipalAccount': '999999999999' } } }),
      ...READER,
    },
    says: { Bucket: BY_READER },
  },
]);

const BLOCKED = (setting: string, value: unknown) =>
  resource('AWS::S3::Bucket', { PublicAccessBlockConfiguration: { [setting]: value }, AccessControl: 'PublicRead' });
const BY_LIST = { Bucket: "(policy: access list 'PublicRead') anybody" };

describeFlows('a bucket can refuse the public: it', [
  {
    name: 'believes that public policies are restricted',
    resources: {
      ...read('*'),
      Bucket: resource('AWS::S3::Bucket', { PublicAccessBlockConfiguration: { RestrictPublicBuckets: true } }),
    },
    says: { Bucket: [] },
  },
  {
    name: 'does not believe so of another account',
    resources: {
      ...read({ AWS: '999999999999' }),
      Bucket: resource('AWS::S3::Bucket', { PublicAccessBlockConfiguration: { RestrictPublicBuckets: true } }),
    },
    says: to("account '999999999999'"),
  },
  {
    name: 'believes that access lists are ignored',
    resources: { Bucket: BLOCKED('IgnorePublicAcls', 'true') },
    says: { Bucket: [] },
  },
  {
    name: 'follows an access list that is not ignored',
    resources: { Bucket: BLOCKED('IgnorePublicAcls', false) },
    says: BY_LIST,
  },
  {
    name: 'follows an access list that may be ignored',
    resources: { Bucket: BLOCKED('IgnorePublicAcls', ref('On')) },
    says: BY_LIST,
  },
  {
    name: 'follows an access list where another setting is on',
    resources: { Bucket: BLOCKED('BlockPublicAcls', true) },
    says: BY_LIST,
  },
  {
    name: 'leaves other access lists alone',
    resources: { Bucket: resource('AWS::S3::Bucket', { AccessControl: 'LogDeliveryWrite' }) },
    says: { Bucket: [] },
  },
  {
    name: 'believes a denial to everybody in its policy',
    resources: {
      Bucket: BUCKET,
      Policy: resource('AWS::S3::BucketPolicy', {
        Bucket: ref('Bucket'),
        PolicyDocument: documentOf(
          allow('s3:GetObject', '*', { Principal: '*' }),
          deny('s3:Get*', '*', { Principal: '*' }),
        ),
      }),
    },
    says: { Bucket: [] },
  },
  ...[
    { what: 'of somebody', more: { Principal: { AWS: '999999999999' } } },
    { what: 'of everybody but somebody', more: { NotPrincipal: '*' } },
    { what: 'under a condition', more: { Principal: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } } },
    { what: 'of something', more: { Principal: '*', Resource: 'arn:aws:s3:::x/private/*' } },
    { what: 'of all but something', more: { Principal: '*', Resource: undefined, NotResource: '*' } },
    { what: 'of another action', more: { Principal: '*', Action: 's3:PutObject' } },
  ].map(({ what, more }) => ({
    name: `does not believe a denial ${what}`,
    resources: {
      Bucket: BUCKET,
      Policy: resource('AWS::S3::BucketPolicy', {
        Bucket: ref('Bucket'),
        PolicyDocument: documentOf(allow('s3:GetObject', '*', { Principal: '*' }), {
          ...deny('s3:Get*', '*'),
          ...more,
        }),
      }),
    },
    says: to('anybody'),
  })),
]);

const permitted = (properties: Readonly<Record<string, unknown>>) => ({
  ...CALLED,
  Permission: resource('AWS::Lambda::Permission', { FunctionName: ref('Reader'), ...properties }),
});
const ANSWERED = '(grant: dynamodb:GetItem) Reader → (policy: lambda:InvokeFunction)';

describeFlows('whoever may call a function is answered: it', [
  { name: 'follows anybody', resources: permitted({ Principal: '*' }), says: { Table: `${ANSWERED} anybody` } },
  {
    name: 'follows another account',
    resources: permitted({ Principal: '999999999999' }),
    says: { Table: `${ANSWERED} account '999999999999'` },
  },
  {
    name: 'leaves services alone',
    resources: permitted({ Principal: 'apigateway.amazonaws.com' }),
    says: { Table: [] },
  },
  {
    name: 'believes the account of a source',
    resources: permitted({ Principal: '*', SourceAccount: '111122223333' }),
    says: { Table: [] },
  },
  {
    name: 'leaves functions alone that are not here',
    resources: permitted({ Principal: '*', FunctionName: 'other' }),
    says: { Table: [] },
  },
]);

describeFlows('without an account, nothing is known to be the own one: it', [
  {
    name: 'follows an account that may be the own',
    stacks: { Main: { stack: { account: undefined as unknown as string }, Resources: read({ AWS: '111122223333' }) } },
    says: to("account '111122223333'", ', possibly'),
  },
  {
    name: 'knows the own account by its name',
    stacks: {
      Main: {
        stack: { account: undefined as unknown as string },
        Resources: read({ AWS: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:root' } }),
      },
    },
    says: { Bucket: [] },
  },
]);
