import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Stack } from '../../lib/assembly/stack';
import type { Template } from '../../lib/assembly/template';
import { vpcPeeringInterRegion } from '../../lib/catalogue/services/vpc-connections';
import { judge } from '../../lib/controls/proactive/judge';

/** Where aws-cdk-lib writes and reads functions and pseudo parameters of templates. */
const FILES = ['cfn-fn.js', 'cfn-pseudo.js', 'helpers-internal/cfn-parse.js'];

/**
 * What AWS documents and aws-cdk-lib does not write.
 *
 * Sources: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html and
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-reference.html
 */
const DOCUMENTED = [
  'AWS::CodeDeployBlueGreen',
  'AWS::Include',
  'AWS::LanguageExtensions',
  'AWS::SecretsManager-2020-07-23',
  'AWS::SecretsManager-2024-09-16',
  'AWS::Serverless-2016-10-31',
  'AWS::ServiceCatalog',
  'Condition',
  'Fn::ForEach',
  'Ref',
];

/**
 * The functions, pseudo parameters and transforms that a template can have.
 *
 * @param folder where aws-cdk-lib is installed
 */
export function templateNames(folder: string): readonly string[] {
  const texts = FILES.map((file) => readFileSync(path.join(folder, 'core', 'lib', file), 'utf8'));
  const written = texts.flatMap((text) => [...text.matchAll(/"((?:Fn|AWS)::\w+)"/gu)].map(([, name = '']) => name));
  return [...new Set([...written, ...DOCUMENTED])].toSorted();
}

const FAR = 'us-east-1';

/** What leads to another region by what a name stands for: a peer of the network, or what is beside it. */
const PROBES: Readonly<Record<string, Probe>> = {
  'AWS::AccountId': { region: { 'Fn::FindInMap': ['Far', { Ref: 'AWS::AccountId' }, 'Region'] } },
  'AWS::NoValue': { region: { 'Fn::If': ['Never', { Ref: 'AWS::NoValue' }, FAR] } },
  'AWS::Partition': { region: { 'Fn::FindInMap': ['Far', { Ref: 'AWS::Partition' }, 'Region'] } },
  'AWS::Region': { region: { 'Fn::FindInMap': ['Far', { Ref: 'AWS::Region' }, 'Region'] } },
  'AWS::StackId': {
    region: {
      'Fn::FindInMap': ['Far', { 'Fn::Select': [3, { 'Fn::Split': [':', { Ref: 'AWS::StackId' }] }] }, 'Region'],
    },
  },
  'AWS::StackName': { region: { 'Fn::FindInMap': ['Far', { Ref: 'AWS::StackName' }, 'Region'] } },
  'AWS::URLSuffix': {
    region: { 'Fn::Select': [0, { 'Fn::Split': ['.', { 'Fn::Sub': `${FAR}.\${AWS::URLSuffix}` }] }] },
  },
  'AWS::LanguageExtensions': {
    region: { 'Fn::FindInMap': ['Far', 'nowhere', 'Region', { DefaultValue: FAR }] },
    Transform: 'AWS::LanguageExtensions',
  },
  Condition: { region: { 'Fn::If': ['Same', FAR, 'eu-central-1'] } },
  Ref: { region: { Ref: 'Where' } },
  'Fn::And': { region: { 'Fn::If': ['Both', FAR, 'eu-central-1'] } },
  'Fn::Base64': { region: { 'Fn::Base64': FAR } },
  'Fn::Equals': { region: { 'Fn::If': ['Always', FAR, 'eu-central-1'] } },
  'Fn::FindInMap': { region: { 'Fn::FindInMap': ['Far', 'aws', 'Region'] } },
  'Fn::ForEach': {
    region: 'eu-central-1',
    Transform: 'AWS::LanguageExtensions',
    more: {
      'Fn::ForEach::Peer': [
        'There',
        [FAR],
        { 'Peer${There}': { Type: 'AWS::EC2::VPCPeeringConnection', Properties: { PeerRegion: { Ref: 'There' } } } },
      ],
    },
  },
  // Of `us-east-1a`, what is before `1a`.
  'Fn::GetAZs': {
    region: {
      'Fn::Join': [
        '',
        [{ 'Fn::Select': [0, { 'Fn::Split': ['1a', { 'Fn::Select': [0, { 'Fn::GetAZs': FAR }] }] }] }, '1'],
      ],
    },
  },
  'Fn::GetAtt': { region: { 'Fn::GetAtt': ['Parameter', 'Value'] } },
  'Fn::GetStackOutput': {
    region: { 'Fn::GetStackOutput': { StackName: 'Other', OutputName: 'Where', Region: 'eu-central-1' } },
  },
  'Fn::If': { region: { 'Fn::If': ['Always', FAR, 'eu-central-1'] } },
  'Fn::ImportValue': { region: { 'Fn::ImportValue': 'where' } },
  'Fn::Join': { region: { 'Fn::Join': ['-', ['us', 'east', '1']] } },
  'Fn::Length': {
    region: { 'Fn::Sub': ['us-east-${N}', { N: { 'Fn::Length': ['one'] } }] },
    Transform: 'AWS::LanguageExtensions',
  },
  'Fn::Not': { region: { 'Fn::If': ['Never', 'eu-central-1', FAR] } },
  'Fn::Or': { region: { 'Fn::If': ['Either', FAR, 'eu-central-1'] } },
  'Fn::Select': { region: { 'Fn::Select': [1, ['eu-central-1', FAR]] } },
  'Fn::Split': { region: { 'Fn::Select': [1, { 'Fn::Split': [',', `eu-central-1,${FAR}`] }] } },
  'Fn::Sub': { region: { 'Fn::Sub': 'us-${Side}-1' } },
  'Fn::ToJsonString': {
    region: { 'Fn::Select': [1, { 'Fn::Split': ['"', { 'Fn::ToJsonString': [FAR] }] }] },
    Transform: 'AWS::LanguageExtensions',
  },
};

interface Probe {
  readonly region: unknown;
  readonly Transform?: string;
  readonly more?: Template['Resources'];
}

/** Whether the engine finds the other region where only what the name stands for leads to it. */
export function isResolved(name: string): boolean {
  const probe = PROBES[name];
  if (probe === undefined) return false;
  const { region, Transform, more = {} } = probe;
  const peering = { Type: 'AWS::EC2::VPCPeeringConnection', Properties: { PeerRegion: region } };
  const main = stackOf('Main', {
    ...(Transform !== undefined && { Transform }),
    Parameters: { Where: { Type: 'String', Default: FAR }, Side: { Type: 'String', Default: 'east' } },
    Mappings: {
      Far: Object.fromEntries(['aws', 'eu-central-1', '111122223333', 'Main'].map((key) => [key, { Region: FAR }])),
    },
    Conditions: {
      Always: { 'Fn::Equals': ['a', 'a'] },
      Never: { 'Fn::Not': [{ 'Fn::Equals': ['a', 'a'] }] },
      Both: { 'Fn::And': [{ Condition: 'Always' }, { 'Fn::Equals': ['a', 'a'] }] },
      Either: { 'Fn::Or': [{ Condition: 'Never' }, { Condition: 'Always' }] },
      Same: { Condition: 'Always' },
    },
    Resources: {
      Peering: peering,
      Parameter: { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Value: FAR } },
      ...more,
    },
  });
  const other = stackOf('Other', { Resources: {}, Outputs: { Where: { Value: FAR, Export: { Name: 'where' } } } });
  const findings = judge({ stacks: [main, other] }, {}, [vpcPeeringInterRegion]);
  return findings.some(({ value, reach }) => value === FAR && reach === 'abroad');
}

function stackOf(name: string, template: Template): Stack {
  const home = { region: 'eu-central-1', account: '111122223333' };
  return {
    id: name,
    label: name,
    name,
    ...home,
    file: name,
    template,
    parameters: {},
    nested: new Map(),
    originOf: () => ({}),
  };
}
