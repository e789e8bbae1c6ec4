import { App, Validations } from 'aws-cdk-lib/core';
import { AwsSolutionsChecks } from 'cdk-nag';
import { ResidencyChecks } from '../../lib/constructs/residency-checks';
import { addOrganization } from '../../stacks/organization-stack';
import { resourcesOf, type Template } from '../support/assembly';
import { withOutput } from '../support/synthesize';

const MANAGEMENT = { DOMICILE_MANAGEMENT_ACCOUNT: '999999999999' };

/** The stack's template, and what it is deployed to; undefined where it is not made. */
function organizationOf(environment: Readonly<Record<string, string>>) {
  return withOutput((props) => {
    const app = new App(props);
    addOrganization(app, environment);
    Validations.of(app).addPlugins(new ResidencyChecks(), new AwsSolutionsChecks(app));
    const [stack] = app.synth().stacks;
    return stack && { template: stack.template as Template, environment: stack.environment };
  });
}

describe('the stack of the organization', () => {
  it('is made only where the management account is named', () => {
    expect(organizationOf({})).toBeUndefined();
  });

  const organization = organizationOf(MANAGEMENT);
  const policies = resourcesOf(organization?.template ?? { Resources: {} }, 'AWS::Organizations::Policy');

  it('goes to the management account, where AWS serves Organizations, and cdk-nag and our checks find nothing', () => {
    expect(organization?.environment).toMatchObject({ account: '999999999999', region: 'us-east-1' });
  });

  it('attaches to each account the policies of its own cell', () => {
    expect(
      policies.map(([, { Properties }]) => `${Properties.Type} of ${Properties.Name} to ${Properties.TargetIds}`),
    ).toEqual(
      [
        ['Eu', '111111111111'],
        ['International', '222222222222'],
      ].flatMap(([cell, account]) => [
        `SERVICE_CONTROL_POLICY of ${cell}-ServiceControl-1 to ${account}`,
        `SERVICE_CONTROL_POLICY of ${cell}-ServiceControl-2 to ${account}`,
        `SERVICE_CONTROL_POLICY of ${cell}-ServiceControl-3 to ${account}`,
        `SERVICE_CONTROL_POLICY of ${cell}-ServiceControl-4 to ${account}`,
        `SERVICE_CONTROL_POLICY of ${cell}-ServiceControl-5 to ${account}`,
        `RESOURCE_CONTROL_POLICY of ${cell}-ResourceControl-1 to ${account}`,
        `DECLARATIVE_POLICY_EC2 of ${cell}-Ec2 to ${account}`,
        `AISERVICES_OPT_OUT_POLICY of ${cell}-AiOptOut to ${account}`,
      ]),
    );
  });

  it('keeps policies when the stack goes, and makes one at a time', () => {
    expect(
      policies.map(([, { DeletionPolicy, UpdateReplacePolicy }]) => [DeletionPolicy, UpdateReplacePolicy]),
    ).toEqual(policies.map(() => ['Retain', 'Retain']));
    expect(policies.map(([, resource]) => (resource as { DependsOn?: string[] }).DependsOn ?? [])).toEqual(
      policies.map((_, index) => (index === 0 ? [] : [policies[index - 1]?.[0]])),
    );
  });

  it('makes one set for an account that both cells share, at the unit that is named', () => {
    const shared = organizationOf({
      ...MANAGEMENT,
      DOMICILE_ACCOUNT_INTERNATIONAL: '111111111111',
      DOMICILE_TARGET_EU: 'ou-ab12-cdefgh34',
    });
    const targets = resourcesOf(shared?.template ?? { Resources: {} }, 'AWS::Organizations::Policy').map(
      ([, { Properties }]) => `${(Properties.Name as string).replace(/-\d$/u, '')} to ${Properties.TargetIds}`,
    );
    expect([...new Set(targets)]).toEqual([
      'Eu-International-ServiceControl to ou-ab12-cdefgh34',
      'Eu-International-ResourceControl to ou-ab12-cdefgh34',
      'Eu-International-Ec2 to ou-ab12-cdefgh34',
      'Eu-International-AiOptOut to ou-ab12-cdefgh34',
    ]);
  });

  it.each([
    {
      name: 'an account that is none',
      environment: { DOMICILE_MANAGEMENT_ACCOUNT: 'management' },
      code: 'MalformedAccount',
    },
    {
      name: 'a cell in the management account, which no policy binds',
      environment: { DOMICILE_MANAGEMENT_ACCOUNT: '111111111111' },
      code: 'CellInManagementAccount',
    },
    {
      name: 'a target that is none',
      environment: { ...MANAGEMENT, DOMICILE_TARGET_EU: 'Europe' },
      code: 'MalformedTarget',
    },
  ])('refuses $name', ({ environment, code }) => {
    expect(() => organizationOf(environment)).toThrow(expect.objectContaining({ code }));
  });

  // What the statements say is tried case by case, and follows the catalogue; which of them stand in which document is reviewed here.
  it('is as it was reviewed', () => {
    const documents = policies.map(([id, { Properties }]) => {
      const { Statement } = Properties.Content as { readonly Statement?: readonly { readonly Sid: string }[] };
      return [id, Statement?.map(({ Sid }) => Sid) ?? Properties.Content];
    });
    expect(Object.fromEntries(documents)).toMatchSnapshot();
  });
});
