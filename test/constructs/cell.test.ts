import { Template } from 'aws-cdk-lib/assertions';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { App } from 'aws-cdk-lib/core';
import { Cell } from '../../stacks/cell';
import { withOutput } from '../support/synthesize';

describe('a cell', () => {
  it('puts its boundary on roles that CDK makes for its own helpers', () => {
    withOutput((props) => {
      const app = new App(props);
      const { stacks } = new Cell(app, { jurisdiction: 'eu', account: '111111111111', mailDomain: 'domicile.example' });
      new Vpc(stacks.Guard, 'Vpc', { natGateways: 0, restrictDefaultSecurityGroup: true });
      const roles = Object.values(Template.fromStack(stacks.Guard).findResources('AWS::IAM::Role'));
      expect(roles.map(({ Properties }) => Properties.PermissionsBoundary)).toEqual([
        'arn:aws:iam::111111111111:policy/Eu-Boundary',
        'arn:aws:iam::111111111111:policy/Eu-Boundary',
      ]);
    });
  });

  it('makes its stacks children of the app, so that id, name and selector are one word', () => {
    withOutput((props) => {
      const app = new App(props);
      const { stacks } = new Cell(app, { jurisdiction: 'eu', account: '111111111111', mailDomain: 'domicile.example' });
      expect(
        Object.values(stacks).map((stack) => [stack.node.path, stack.stackName, stack.terminationProtection]),
      ).toEqual([
        ['Eu-Network', 'Eu-Network', false],
        ['Eu-Data', 'Eu-Data', true],
        ['Eu-Identity', 'Eu-Identity', true],
        ['Eu-Api', 'Eu-Api', false],
        ['Eu-Guard', 'Eu-Guard', false],
        ['Eu-Oversight', 'Eu-Oversight', true],
      ]);
    });
  });
});
