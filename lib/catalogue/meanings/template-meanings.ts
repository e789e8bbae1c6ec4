import type { NameMeaning } from './meaning';

/** Functions, pseudo parameters and transforms of templates whose value is not resolved, and why that leaves nothing open. */
export const TEMPLATE_MEANINGS: readonly NameMeaning[] = [
  { means: 'address ranges cut out of another one, which name no region', of: ['Fn::Cidr'] },
  {
    means:
      'a condition on parameters within Rules, which only refuse a deployment: no value of a resource is made of it',
    of: ['Fn::Contains', 'Fn::EachMemberEquals', 'Fn::EachMemberIn', 'Fn::RefAll', 'Fn::ValueOf', 'Fn::ValueOfAll'],
  },
  {
    means:
      'whatever a macro or an included file makes, which is not here: reported as unknown where a destination stands',
    of: ['AWS::Include', 'Fn::Transform'],
  },
  {
    means: 'topics that are told of the deployment, which are named when it is started',
    of: ['AWS::NotificationARNs'],
  },
  {
    means: 'that resources of SAM are written out as others: they are judged as they are written',
    of: ['AWS::Serverless-2016-10-31'],
  },
  {
    means: 'that a function which changes a password is added, in the region of the secret',
    of: ['AWS::SecretsManager-2020-07-23', 'AWS::SecretsManager-2024-09-16'],
  },
  { means: 'that traffic moves from an old version to a new one, within the stack', of: ['AWS::CodeDeployBlueGreen'] },
  {
    means: 'that outputs of another provisioned product are read, in the same account and region',
    of: ['AWS::ServiceCatalog'],
  },
];
