import { MANAGED_POLICY_LIMIT } from '../../lib/controls/preventive/boundary';
import {
  ALL_CELL_ACTIONS,
  EVERY_FUNCTION,
  RESOURCE_IDS,
  ROLE_IDS,
  rightsOf,
} from '../../lib/controls/preventive/cell-actions';
import { DEPLOYED_SERVICES } from '../../lib/controls/preventive/deployment-policy';
import { STACK_KINDS } from '../../lib/domain/cell';
import { isFunction } from '../../lib/domain/routes';
import { onlyResource, resourcesOf, templateOf } from '../support/assembly';

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

/** Every role of the cell, by name, with all statements of its policies. */
const roles = STACK_KINDS.flatMap((kind) =>
  resourcesOf(templateOf(kind), 'AWS::IAM::Role').map(([, { Properties }]) => ({
    name: Properties.RoleName as string,
    boundary: Properties.PermissionsBoundary as unknown,
    managed: (Properties.ManagedPolicyArns ?? []) as unknown[],
    trusts: Properties.AssumeRolePolicyDocument.Statement as unknown,
    statements: (Properties.Policies ?? []).flatMap(
      (policy: { PolicyDocument: { Statement: Statement[] } }) => policy.PolicyDocument.Statement,
    ) as Statement[],
  })),
);

/** Roles that a service other than Lambda works in. */
const SERVICES_THAT_WORK: Readonly<Record<string, string>> = {
  'Eu-backup': 'backup.amazonaws.com',
  'Eu-erasure': 'states.amazonaws.com',
  'Eu-export': 'states.amazonaws.com',
  'Eu-import': 'states.amazonaws.com',
};
const isOfFunction = ({ name }: { readonly name: string }) => isFunction(name.replace('Eu-', ''));

const boundary = onlyResource(templateOf('Network'), 'AWS::IAM::ManagedPolicy').Properties;

const actionsOf = (statements: readonly Statement[], effect: string) =>
  statements.filter(({ Effect }) => Effect === effect).flatMap(({ Action }) => Action);

describe('every role of a cell', () => {
  it('is in the table, and has a name that begins with the cell', () => {
    expect(roles.map(({ name }) => name).toSorted()).toEqual(ROLE_IDS.map((role) => `Eu-${role}`).toSorted());
  });

  it.each(roles)('$name carries the boundary of the cell', (role) => {
    expect(role.boundary).toBe('arn:aws:iam::111111111111:policy/Eu-Boundary');
  });

  it.each(roles)('$name is assumed by the service that works in it, and by nobody else', ({ name, trusts }) => {
    const service = SERVICES_THAT_WORK[name] ?? 'lambda.amazonaws.com';
    const statement = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: service } };
    const own = { Condition: { StringEquals: { 'aws:SourceAccount': '111111111111' } } };
    expect(trusts).toEqual([service === 'lambda.amazonaws.com' ? statement : { ...statement, ...own }]);
  });

  it('is all that a cell has of IAM, beside the boundary: no policy is attached from elsewhere', () => {
    const types = STACK_KINDS.flatMap((kind) => Object.values(templateOf(kind).Resources).map(({ Type }) => Type));
    expect(types.filter((type) => type.startsWith('AWS::IAM::') && type !== 'AWS::IAM::Role')).toEqual([
      'AWS::IAM::ManagedPolicy',
    ]);
  });

  it.each(roles)('$name has no policy but its own, and names each action', (role) => {
    expect(role.managed).toEqual([]);
    expect(actionsOf(role.statements, 'Allow').filter((action) => action.includes('*'))).toEqual([]);
  });

  it.each(roles)('$name touches named resources only, but for the network interfaces of functions', (role) => {
    const anything = role.statements.filter(({ Resource }) => JSON.stringify(Resource) === '"*"');
    expect(new Set(anything.flatMap(({ Action }) => Action).map((action) => action.split(':')[0]))).toEqual(
      new Set(isOfFunction(role) ? ['ec2'] : []),
    );
  });

  it.each(roles.filter(isOfFunction))('$name denies the code of its function what Lambda does for it', (role) => {
    const denied = role.statements.filter(({ Effect }) => Effect === 'Deny');
    expect(denied).toEqual([
      {
        Effect: 'Deny',
        Action: actionsOf(role.statements, 'Allow').filter((action) => action.startsWith('ec2:')),
        Resource: '*',
        Condition: { Null: { 'lambda:SourceFunctionArn': 'false' } },
      },
    ]);
  });

  it.each(roles)('$name uses the key of the stores only through services of the home region', (role) => {
    const withKeys = role.statements.filter(({ Action, Resource }) => {
      const keys = [Action].flat().some((action) => action.startsWith('kms:'));
      return keys && !JSON.stringify(Resource).includes('PersonKey');
    });
    const through = withKeys.map(
      ({ Condition }) =>
        (Condition as { StringEquals: Record<string, string | string[]> }).StringEquals['kms:ViaService'],
    );
    expect(
      through.flat().filter((service) => !/^[a-z0-9]+\.eu-central-1\.amazonaws\.com$/.test(service ?? '')),
    ).toEqual([]);
    expect(through).toHaveLength(withKeys.length);
  });
});

describe('the boundary', () => {
  it('allows, at home, exactly what some role of the cell is allowed, and denies everything abroad', () => {
    const needed = [...new Set(roles.flatMap(({ statements }) => actionsOf(statements, 'Allow')))].toSorted();
    expect(boundary.PolicyDocument).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'WhatTheCellDoesAtHome',
          Effect: 'Allow',
          Action: needed,
          Resource: '*',
          Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-central-1' } },
        },
        {
          Sid: 'NothingAbroad',
          Effect: 'Deny',
          Action: '*',
          Resource: '*',
          Condition: { StringNotEquals: { 'aws:RequestedRegion': 'eu-central-1' } },
        },
      ],
    });
  });

  it.each(ALL_CELL_ACTIONS)('allows %s for exactly the roles that the table names', (action) => {
    const having = roles
      .filter(({ statements }) => actionsOf(statements, 'Allow').includes(action))
      .map(({ name }) => name);
    const everyFunction: readonly string[] = [...EVERY_FUNCTION.ec2, ...EVERY_FUNCTION.logs];
    const named = ROLE_IDS.filter((role) =>
      everyFunction.includes(action)
        ? isFunction(role)
        : RESOURCE_IDS.some((resource) => rightsOf(role, resource).includes(action)),
    );
    const expected = named.map((role) => `Eu-${role}`);
    expect(having.toSorted()).toEqual(expected.toSorted());
  });

  it('fits into a managed policy', () => {
    expect(JSON.stringify(boundary.PolicyDocument).length).toBeLessThanOrEqual(MANAGED_POLICY_LIMIT);
  });
});

describe('the policy of a deployment', () => {
  /** The IAM services of each group of resource types. Roles and policies have statements of their own. */
  const SERVICES: Readonly<Record<string, readonly string[]>> = {
    ApiGatewayV2: ['apigateway'],
    Backup: ['backup', 'backup-storage'],
    CloudTrail: ['cloudtrail'],
    CloudWatch: ['cloudwatch'],
    Cognito: ['cognito-idp'],
    DynamoDB: ['dynamodb'],
    EC2: ['ec2'],
    Events: ['events'],
    IAM: [],
    KMS: ['kms'],
    Lambda: ['lambda'],
    Logs: ['logs'],
    Route53Resolver: ['route53resolver'],
    S3: ['s3'],
    SNS: ['sns'],
    SQS: ['sqs'],
    StepFunctions: ['states'],
    WAFv2: ['wafv2'],
  };

  it('has the services whose resources the stacks are made of, and no others', () => {
    const groups = STACK_KINDS.flatMap((kind) =>
      Object.values(templateOf(kind).Resources).map(({ Type }) => Type.split('::')[1] ?? Type),
    );
    const needed = [...new Set(groups)].flatMap((group) => SERVICES[group] ?? [`unknown: ${group}`]);
    expect(needed.toSorted()).toEqual([...DEPLOYED_SERVICES]);
  });
});
