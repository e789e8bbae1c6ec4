import { readAssembly } from '../../lib/assembly/read';
import type { Assembly, Stack } from '../../lib/assembly/stack';
import type { JsonMap } from '../../lib/assembly/template';
import { traceFlows } from '../../lib/controls/flows/flows';
import { checkResidency } from '../../lib/controls/residency/check-residency';
import { ASSUMPTIONS, type Flow, pathText } from '../../lib/domain/flow';
import { JURISDICTION_IDS } from '../../lib/domain/jurisdictions';

const folder = process.env['DOMICILE_TEST_ASSEMBLY'] ?? 'no assembly was synthesized';
const { assembly } = readAssembly([folder]);
const { findings, flows } = checkResidency([folder], { flows: true, today: '2026-12-01' });
const ALWAYS = [ASSUMPTIONS.templates, ASSUMPTIONS.administrators, ASSUMPTIONS.aws];

describe('what rests in a cell', () => {
  it('is proved to stay at home, in every store of every cell', () => {
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(flows.filter(({ verdict }) => verdict !== 'proved').map(shown)).toEqual([]);
    const perCell = flows.length / JURISDICTION_IDS.length;
    expect(perCell).toBeGreaterThan(10);
    expect(Number.isInteger(perCell)).toBe(true);
  });

  it.each([
    { store: 'Eu-Data/Profiles/Table', rests: [ASSUMPTIONS.endpoints, ASSUMPTIONS.answers] },
    { store: 'Eu-Data/Media/Bucket', rests: [ASSUMPTIONS.endpoints, ASSUMPTIONS.answers] },
    { store: 'Eu-Data/Vault', rests: [] },
    { store: 'Eu-Identity/Accounts/Pool', rests: [ASSUMPTIONS.endpoints, ASSUMPTIONS.answers, ASSUMPTIONS.mail] },
    {
      store: 'Eu-Api/read-profile/Log/LogGroup',
      rests: ['it is declared to hold nothing personal: the logger takes no field that relates to a person'],
    },
  ])('is proved for $store, provided that', ({ store, rests }) => {
    expect(flows.find(({ store: { name } }) => name === store)?.assumptions).toEqual([...ALWAYS, ...rests]);
  });
});

const PROFILES = 'Eu-Data/Profiles/Table';
const READER = 'Eu-Api/read-profile/Function';
const LOG = 'Eu-Api/read-profile/Log/LogGroup';

describe('what breaks the isolation of a cell', () => {
  it.each([
    {
      name: 'is a route through a NAT gateway',
      stack: 'Eu-Network',
      change: (resources: JsonMap) => ({
        WayOut: {
          Type: 'AWS::EC2::Route',
          Properties: {
            RouteTableId: { Ref: only(resources, 'AWS::EC2::RouteTable', /Subnet1/) },
            DestinationCidrBlock: '0.0.0.0/0',
            NatGatewayId: 'nat-0a1b',
          },
        },
      }),
      store: PROFILES,
      path: `${PROFILES} → (grant: dynamodb:PutItem, which can return what was there) Eu-Api/erase-store/Function → (network: a NAT gateway) the internet`,
    },
    {
      name: 'is a function without the network',
      stack: 'Eu-Api',
      change: (resources: JsonMap) => {
        const id = only(resources, 'AWS::Lambda::Function', /^readprofile/);
        return { [id]: without(resources[id], 'VpcConfig') };
      },
      store: PROFILES,
      path: `${PROFILES} → (grant: dynamodb:GetItem) ${READER} → (network: no VPC) the internet`,
    },
    {
      name: 'is a route of the API without its authorizer',
      stack: 'Eu-Api',
      change: (resources: JsonMap) => {
        const id = only(resources, 'AWS::ApiGatewayV2::Route', /^readprofile/);
        return { [id]: without(resources[id], 'AuthorizationType') };
      },
      store: PROFILES,
      path: `${PROFILES} → (grant: dynamodb:GetItem) ${READER} → (answer: integration) Eu-Api/read-profile-route/integration → (answer: integration) Eu-Api/read-profile-route → (answer: no authorizer, possibly) anybody who asks`,
    },
    {
      name: 'is a policy that lets another account read',
      stack: 'Eu-Data',
      change: (resources: JsonMap) => ({
        Sharing: {
          Type: 'AWS::S3::BucketPolicy',
          Properties: {
            Bucket: { Ref: only(resources, 'AWS::S3::Bucket', /^Media/) },
            PolicyDocument: {
              Statement: [
                { Effect: 'Allow', Action: 's3:GetObject', Resource: '*', Principal: { AWS: '999999999999' } },
              ],
            },
          },
        },
      }),
      store: 'Eu-Data/Media/Bucket',
      path: "Eu-Data/Media/Bucket → (policy: s3:GetObject) account '999999999999'",
    },
    {
      // The log is declared to hold nothing personal, which lowers what is said of it and hides nothing.
      name: 'is a delivery of its logs to a bucket abroad',
      severity: 'info',
      stack: 'Eu-Api',
      change: (resources: JsonMap) => ({
        Filter: {
          Type: 'AWS::Logs::SubscriptionFilter',
          Properties: {
            LogGroupName: { Ref: only(resources, 'AWS::Logs::LogGroup', /^readprofile/) },
            DestinationArn: { 'Fn::GetAtt': ['Delivery', 'Arn'] },
          },
        },
        Delivery: {
          Type: 'AWS::KinesisFirehose::DeliveryStream',
          Properties: {
            S3DestinationConfiguration: {
              BucketARN: 'arn:aws:s3:::logs-us-east-1',
            },
          },
        },
      }),
      store: PROFILES,
      path: `${PROFILES} → (grant: dynamodb:GetItem) ${READER} → (delivery: log) ${LOG} → (delivery: subscription) Eu-Api/Delivery → (delivery: delivery, possibly) 'arn:aws:s3:::logs-us-east-1', a bucket that nothing here makes, named after 'us-east-1'`,
    },
    {
      name: 'is a function that writes to the other cell',
      stack: 'Eu-Api',
      change: (resources: JsonMap) => {
        const role = only(resources, 'AWS::IAM::Role', /^writeprofile/);
        return {
          More: {
            Type: 'AWS::IAM::Policy',
            Properties: {
              Roles: [{ Ref: role }],
              PolicyDocument: {
                Statement: [
                  {
                    Effect: 'Allow',
                    Action: 'sqs:SendMessage',
                    Resource: 'arn:aws:sqs:ap-southeast-1:111111111111:inbox',
                  },
                ],
              },
            },
          },
        };
      },
      store: PROFILES,
      path: `${PROFILES} → (grant: dynamodb:GetItem) Eu-Api/write-profile/Function → (grant: sqs:SendMessage) 'arn:aws:sqs:ap-southeast-1:111111111111:inbox'`,
    },
  ])('$name', ({ stack, change, store, path, severity = 'error' }) => {
    const changed = traceFlows(withResources(assembly, stack, change)).filter(({ store: { name } }) => name === store);
    expect(changed.map((flow) => [flow.severity, shown(flow)])).toEqual([[severity, path]]);
  });
});

function shown({ store, path }: Flow): string {
  return path === undefined ? store.name : pathText(path);
}

/** The same assembly, with more or other resources in one stack. */
function withResources(
  { stacks }: Assembly,
  label: string,
  change: (resources: JsonMap) => Readonly<Record<string, unknown>>,
): Assembly {
  return {
    stacks: stacks.map((stack): Stack => {
      if (stack.label !== label) return stack;
      const { Resources } = stack.template;
      return { ...stack, template: { ...stack.template, Resources: { ...Resources, ...change(Resources) } } };
    }),
  };
}

function only(resources: JsonMap, type: string, pattern: RegExp): string {
  const ids = Object.entries(resources).filter(([id, one]) => pattern.test(id) && (one as JsonMap)['Type'] === type);
  const [first, ...more] = ids;
  if (first === undefined || more.length > 0) throw new Error(`there is not exactly one ${type} like ${pattern}`);
  return first[0];
}

function without(resource: unknown, property: string): unknown {
  const { Properties, ...rest } = resource as { readonly Properties: JsonMap };
  const { [property]: _, ...others } = Properties;
  return { ...rest, Properties: others };
}
