import { STACK_KINDS } from '../../lib/domain/cell';
import { HOME_REGION, type JurisdictionId } from '../../lib/domain/jurisdictions';
import { type Template, templateOf, withoutAssetHashes } from '../support/assembly';
import { synthesizeCells } from '../support/synthesize';

type CellActions = typeof import('../../lib/controls/preventive/cell-actions');
type KeyPolicy = typeof import('../../lib/controls/preventive/key-policy');
type Core = typeof import('aws-cdk-lib/core');
type Lambda = typeof import('aws-cdk-lib/aws-lambda');
type Scope = ConstructorParameters<Core['Stack']>[0];

/** Stack and type of each resource of a cell whose snapshot would differ, each once. */
function changes(templates: Readonly<Record<string, Template>>): string[] {
  const changed = STACK_KINDS.flatMap((kind) => {
    const before = withoutAssetHashes(templateOf(kind)).Resources;
    const after = withoutAssetHashes(templates[`Eu-${kind}`])?.Resources ?? {};
    return Object.keys({ ...before, ...after })
      .filter((id) => JSON.stringify(before[id]) !== JSON.stringify(after[id]))
      .map((id) => `${kind} ${(after[id] ?? before[id])?.Type}`);
  });
  return [...new Set(changed)];
}

/** The templates of an app of which some modules are replaced. The path of a module is relative to this file. */
function synthesizeWith(replaced: Readonly<Record<string, () => object>>): Record<string, Template> {
  jest.resetModules();
  for (const [module, factory] of Object.entries(replaced)) jest.doMock(module, factory);
  try {
    return synthesizeCells();
  } finally {
    for (const module of Object.keys(replaced)) jest.dontMock(module);
  }
}

describe('a snapshot', () => {
  it('does not change with the code of a function', () => {
    const templates = synthesizeWith({
      '../../stacks/function-code': () => {
        const { Code } = require('aws-cdk-lib/aws-lambda') as Lambda;
        return { functionCode: () => Code.fromAsset('lib/domain'), functionCodeWith: () => Code.fromAsset('stacks') };
      },
    });
    expect(JSON.stringify(templates['Eu-Api'])).not.toBe(JSON.stringify(templateOf('Api')));
    expect(changes(templates)).toEqual([]);
  });

  it('changes with a grant, with the policy of a key and with a retention, in the resources that have them', () => {
    const templates = synthesizeWith({
      '../../lib/controls/preventive/cell-actions': () => {
        const actual: CellActions = jest.requireActual('../../lib/controls/preventive/cell-actions');
        const scan = 'dynamodb:Scan';
        return {
          ...actual,
          ALL_CELL_ACTIONS: [...actual.ALL_CELL_ACTIONS, scan],
          rightsOf: (...asked: Parameters<CellActions['rightsOf']>) =>
            asked[0] === 'read-profile' && asked[1] === 'profiles'
              ? [...actual.rightsOf(...asked), scan]
              : actual.rightsOf(...asked),
          askedByFunctions: (service: string) =>
            service === 'dynamodb' ? [...actual.askedByFunctions(service), scan] : actual.askedByFunctions(service),
        };
      },
      '../../lib/controls/preventive/key-policy': () => {
        const actual: KeyPolicy = jest.requireActual('../../lib/controls/preventive/key-policy');
        const storeKeyPolicy: KeyPolicy['storeKeyPolicy'] = (place) => actual.storeKeyPolicy(place, ['dynamodb']);
        return { ...actual, storeKeyPolicy };
      },
      '../../lib/domain/retention': () => ({ ...jest.requireActual('../../lib/domain/retention'), LOG_DAYS: 14 }),
    });
    expect(changes(templates)).toEqual([
      'Network AWS::EC2::VPCEndpoint',
      'Network AWS::IAM::ManagedPolicy',
      'Data AWS::KMS::Key',
      'Identity AWS::Logs::LogGroup',
      'Api AWS::Logs::LogGroup',
      'Api AWS::IAM::Role',
      'Guard AWS::Logs::LogGroup',
    ]);
  });
});

describe('the stacks that hold data', () => {
  it('do not change when the stacks that use them are not there', () => {
    const without = (kind: string) => () => {
      const { CfnResource, Stack } = require('aws-cdk-lib/core') as Core;
      return {
        [`${kind}Stack`]: class extends Stack {
          readonly api = undefined;
          constructor(scope: Scope, props: { readonly jurisdiction: JurisdictionId }) {
            super(scope, `${props.jurisdiction}-without-${kind}`, { env: { region: HOME_REGION[props.jurisdiction] } });
            new CfnResource(this, 'Nothing', { type: 'AWS::CloudFormation::WaitConditionHandle' });
          }
          tellWhereDataRests(): void {}
        },
      };
    };
    const templates = synthesizeWith({
      '../../stacks/api-stack': without('Api'),
      '../../stacks/guard-stack': without('Guard'),
      '../../stacks/oversight-stack': without('Oversight'),
    });
    expect(templates['Eu-Data']).toEqual(templateOf('Data'));
    expect(templates['Eu-Identity']).toEqual(templateOf('Identity'));
    expect(templates['Eu-Network']).toEqual(templateOf('Network'));
  });
});
