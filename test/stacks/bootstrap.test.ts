import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { parse } from 'yaml';

interface Role {
  readonly Type: string;
  readonly Properties: {
    readonly RoleName: unknown;
    readonly PermissionsBoundary?: unknown;
    readonly ManagedPolicyArns?: unknown;
  };
}

interface Bootstrap {
  readonly Parameters: Readonly<Record<string, { readonly Type: string }>>;
  readonly Conditions: Readonly<Record<string, unknown>>;
  readonly Resources: Readonly<Record<string, Role>>;
}

/** The template that `cdk bootstrap` deploys, of the CLI that this project pins. */
const template = parse(
  execFileSync(process.execPath, [path.join('node_modules', 'aws-cdk', 'bin', 'cdk'), 'bootstrap', '--show-template'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }),
) as Bootstrap;

const boundary = {
  'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:policy/${InputPermissionsBoundary}',
};

// An emulator drops boundaries that CloudFormation sets, so that this reads what the options of docs/deploying.md come to.
describe('the bootstrap of a cell, as docs/deploying.md has it', () => {
  it('takes the boundary, its reach and the execution policies as parameters', () => {
    expect(Object.keys(template.Parameters)).toEqual(
      expect.arrayContaining([
        'ApplyPermissionsBoundaryToAllRoles',
        'CloudFormationExecutionPolicies',
        'InputPermissionsBoundary',
      ]),
    );
  });

  const roles = Object.entries(template.Resources)
    .filter(([, { Type }]) => Type === 'AWS::IAM::Role')
    .map(([id, { Properties }]) => ({ id, ...Properties }));

  it('has the five roles that deploy a CDK app', () => {
    expect(roles.map(({ id }) => id).toSorted()).toEqual([
      'CloudFormationExecutionRole',
      'DeploymentActionRole',
      'FilePublishingRole',
      'ImagePublishingRole',
      'LookupRole',
    ]);
  });

  it.each(roles)('$id carries the boundary, and its name is of one region', ({ id, PermissionsBoundary, RoleName }) => {
    const { 'Fn::If': choice } = PermissionsBoundary as { 'Fn::If': unknown[] };
    expect(choice[0]).toBe(
      id === 'CloudFormationExecutionRole' ? 'PermissionsBoundarySet' : 'ShouldApplyPermissionsBoundaryToAllRoles',
    );
    expect(JSON.stringify(choice)).toContain(JSON.stringify(boundary));
    expect(RoleName).toEqual({ 'Fn::Sub': expect.stringMatching(/-\$\{AWS::AccountId\}-\$\{AWS::Region\}$/) });
  });

  it('gives CloudFormation the policies that it is told, and an administrator only where it is told nothing', () => {
    const { ManagedPolicyArns } = template.Resources['CloudFormationExecutionRole']?.Properties ?? {};
    expect(ManagedPolicyArns).toEqual({
      'Fn::If': ['HasCloudFormationExecutionPolicies', { Ref: 'CloudFormationExecutionPolicies' }, expect.anything()],
    });
  });
});
