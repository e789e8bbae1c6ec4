import path from 'node:path';
import { type CheckOptions, check } from '../../../lib/controls/proactive/check';
import type { Finding } from '../../../lib/domain/finding';
import { type Files, inFolder, manifestOf } from '../../support/folder';

const table = (...regions: unknown[]) => ({
  Type: 'AWS::DynamoDB::GlobalTable',
  Properties: { Replicas: regions.map((Region) => ({ Region })) },
});
const replicating = (destination: unknown) => ({
  Type: 'AWS::S3::Bucket',
  Properties: { ReplicationConfiguration: { Rules: [{ Status: 'Enabled', Destination: { Bucket: destination } }] } },
});
const nested = (file: string, Parameters: object = {}) => ({
  Type: 'AWS::CloudFormation::Stack',
  Properties: { TemplateURL: `https://a.example/${file}`, Parameters },
});
const parameter = (more: object = {}) => ({ Type: 'String', ...more });

interface Case {
  readonly name: string;
  readonly files: Files;
  readonly options?: CheckOptions;
  /** `reach stack/logicalId value`. */
  readonly findings: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: 'judges each stack by its own region',
    files: {
      'manifest.json': manifestOf({ Eu: { region: 'eu-central-1' }, International: { region: 'ap-southeast-1' } }),
      'Eu.template.json': { Resources: { T: table({ Ref: 'AWS::Region' }, 'ap-southeast-1') } },
      'International.template.json': { Resources: { T: table({ Ref: 'AWS::Region' }, 'ap-southeast-1') } },
    },
    findings: ['abroad Eu/T ap-southeast-1'],
  },
  {
    name: 'takes a stack outside of the allowed regions for a home of its own',
    files: {
      'manifest.json': manifestOf({ Eu: { region: 'eu-central-1' }, Edge: { region: 'us-east-1' } }),
      'Eu.template.json': { Resources: { T: table('eu-central-1', 'eu-north-1') } },
      'Edge.template.json': { Resources: { T: table('us-east-1', 'eu-central-1') } },
    },
    options: { home: 'eu-central-1', allowed: ['eu-north-1'] },
    findings: ['abroad Edge/T eu-central-1'],
  },
  {
    name: 'lets data move among the regions of a jurisdiction, and into no other one',
    files: {
      'manifest.json': manifestOf({ Eu: { region: 'eu-north-1' }, International: { region: 'ap-southeast-1' } }),
      'Eu.template.json': { Resources: { T: table('eu-central-1', 'eu-north-1', 'ap-southeast-1') } },
      'International.template.json': { Resources: { T: table('ap-southeast-1', 'ap-south-1', 'eu-central-1') } },
    },
    options: {
      home: 'eu-central-1',
      groups: [
        ['eu-central-1', 'eu-north-1'],
        ['ap-southeast-1', 'ap-south-1'],
      ],
    },
    findings: ['abroad Eu/T ap-southeast-1', 'abroad International/T eu-central-1'],
  },
  {
    name: 'knows a bucket that a stack abroad makes by its name',
    files: {
      'manifest.json': manifestOf({ Main: { region: 'eu-central-1' }, Analytics: { region: 'us-west-2' } }),
      'Main.template.json': { Resources: { B: replicating('arn:aws:s3:::clicks') } },
      'Analytics.template.json': {
        Resources: { S: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'clicks' } } },
      },
    },
    findings: ['abroad Main/B arn:aws:s3:::clicks'],
  },
  {
    name: 'knows a bucket that a stack at home makes by its name',
    files: {
      'manifest.json': manifestOf({ Main: { region: 'eu-central-1' }, Copies: { region: 'eu-central-1' } }),
      'Main.template.json': { Resources: { B: replicating({ 'Fn::Sub': 'arn:aws:s3:::clicks-${AWS::Region}' }) } },
      'Copies.template.json': {
        Resources: {
          S: {
            Type: 'AWS::S3::Bucket',
            Properties: { BucketName: { 'Fn::Join': ['-', ['clicks', { Ref: 'AWS::Region' }]] } },
          },
        },
      },
    },
    findings: [],
  },
  {
    name: 'takes the worse of two stacks that make buckets of one name',
    files: {
      'manifest.json': manifestOf({
        Main: { region: 'eu-central-1' },
        Home: { region: 'eu-central-1' },
        Far: { region: 'us-east-1' },
      }),
      'Main.template.json': { Resources: { B: replicating('arn:aws:s3:::clicks') } },
      'Home.template.json': { Resources: { S: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'clicks' } } } },
      'Far.template.json': { Resources: { S: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'clicks' } } } },
    },
    findings: ['abroad Main/B arn:aws:s3:::clicks'],
  },
  {
    name: "follows aws-cdk-lib's references from region to region",
    files: {
      'manifest.json': manifestOf({ Main: { region: 'eu-central-1' }, Far: { region: 'us-east-1' } }),
      'Main.template.json': {
        Resources: {
          B: replicating({ 'Fn::GetAtt': ['Reader', '/cdk/exports/Main/Copy'] }),
          Reader: { Type: 'Custom::CrossRegionExportReader', Properties: { ReaderProps: { region: 'eu-central-1' } } },
        },
      },
      'Far.template.json': {
        Resources: {
          Copy: { Type: 'AWS::S3::Bucket' },
          Writer: {
            Type: 'Custom::CrossRegionExportWriter',
            Properties: {
              WriterProps: {
                region: 'eu-central-1',
                exports: { '/cdk/exports/Main/Copy': { 'Fn::GetAtt': ['Copy', 'Arn'] } },
              },
            },
          },
        },
      },
    },
    findings: ['abroad Main/B ${Copy.Arn}', 'abroad Far/Writer eu-central-1'],
  },
  {
    name: 'gives parameters to nested stacks, whatever their defaults',
    files: {
      'main.json': {
        Resources: {
          N: nested('child.json', { Copy: { 'Fn::Sub': 'us-${AWS::AccountId}' } }),
          M: nested('child.json', { Copy: 'us-east-1' }),
          O: nested('child.json'),
        },
      },
      'child.json': {
        Parameters: { Copy: parameter({ Default: 'eu-central-1' }) },
        Resources: { T: table({ Ref: 'Copy' }) },
      },
    },
    options: { home: 'eu-central-1' },
    findings: ['abroad main.json/N/T us-${AWS::AccountId}', 'abroad main.json/M/T us-east-1'],
  },
  {
    name: 'takes outputs of nested stacks',
    files: {
      'main.json': {
        Resources: {
          N: nested('child.json'),
          B: replicating({ 'Fn::GetAtt': ['N', 'Outputs.Copy'] }),
          C: replicating({ 'Fn::GetAtt': 'N.Outputs.None' }),
        },
      },
      'child.json': {
        Resources: { S: { Type: 'AWS::S3::Bucket' } },
        Outputs: { Copy: { Value: { 'Fn::GetAtt': ['S', 'Arn'] } } },
      },
    },
    options: { home: 'eu-central-1' },
    findings: ['unknown main.json/C ${None}'],
  },
  {
    name: 'ends where the outputs and parameters of nested stacks lead in a circle',
    files: {
      'main.json': {
        Resources: {
          N: nested('child.json', { P: { 'Fn::GetAtt': ['M', 'Outputs.O'] } }),
          M: nested('child.json', { P: { 'Fn::GetAtt': ['N', 'Outputs.O'] } }),
        },
      },
      'child.json': {
        Parameters: { P: parameter() },
        Resources: { T: table({ Ref: 'P' }) },
        Outputs: { O: { Value: { Ref: 'P' } } },
      },
    },
    options: { home: 'eu-central-1' },
    findings: ['unknown main.json/N/T ${…}', 'unknown main.json/M/T ${…}'],
  },
  {
    name: 'leaves nested stacks alone that are never made, and knows what their condition gives',
    files: {
      'main.json': {
        Parameters: { Stage: parameter() },
        Conditions: { Never: { 'Fn::Equals': ['a', 'b'] }, Live: { 'Fn::Equals': [{ Ref: 'Stage' }, 'live'] } },
        Resources: {
          N: { ...nested('child.json', { Copy: 'us-east-1' }), Condition: 'Never' },
          M: {
            ...nested('child.json', { Copy: { 'Fn::If': ['Live', { Ref: 'AWS::Region' }, 'us-east-1'] } }),
            Condition: 'Live',
          },
        },
      },
      'child.json': { Parameters: { Copy: parameter() }, Resources: { T: table({ Ref: 'Copy' }) } },
    },
    options: { home: 'eu-central-1' },
    findings: [],
  },
  {
    name: 'does not take a value for certain that a stack stores only sometimes',
    files: {
      'main.json': {
        Parameters: { Stage: parameter() },
        Conditions: { Live: { 'Fn::Equals': [{ Ref: 'Stage' }, 'live'] } },
        Resources: {
          S: { Type: 'AWS::SSM::Parameter', Condition: 'Live', Properties: { Name: '/copy', Value: 'eu-central-1' } },
          T: table('{{resolve:ssm:/copy}}'),
        },
      },
    },
    options: { home: 'eu-central-1' },
    findings: ['unknown main.json/T {{resolve:ssm:/copy}}'],
  },
  {
    name: 'takes the parameters that an assembly gives',
    files: {
      'manifest.json': manifestOf({ Main: { region: 'eu-central-1', parameters: { Copy: 'us-east-1' } } }),
      'Main.template.json': { Parameters: { Copy: parameter() }, Resources: { T: table({ Ref: 'Copy' }) } },
    },
    findings: ['abroad Main/T us-east-1'],
  },
  {
    name: 'tells assemblies apart whose stacks have the same names',
    files: Object.fromEntries(
      ['us-east-1', 'eu-central-1'].flatMap((copy) => [
        [`${copy}/manifest.json`, manifestOf({ Main: { region: 'eu-central-1' } })],
        [
          `${copy}/Main.template.json`,
          { Parameters: { Copy: parameter({ Default: copy }) }, Resources: { T: table({ Ref: 'Copy' }) } },
        ],
      ]),
    ),
    findings: ['abroad Main/T us-east-1'],
  },
  {
    name: 'judges templates in YAML',
    files: {
      't.yaml':
        'Parameters:\n  Copy: {Type: String, Default: us-east-1}\nResources:\n  T:\n    Type: AWS::DynamoDB::GlobalTable\n    Properties:\n      AttributeDefinitions: [{AttributeName: pk, AttributeType: N}]\n      Replicas:\n        - Region: !Ref AWS::Region\n        - Region: !Ref Copy\n  K:\n    Type: AWS::KMS::Key\n    Properties: {MultiRegion: yes}\n',
    },
    options: { home: 'eu-central-1' },
    findings: ['abroad t.yaml/T us-east-1', 'unknown t.yaml/K true'],
  },
];

const said = ({ reach, stack, logicalId, value }: Finding) => `${reach} ${stack}/${logicalId} ${value}`;

describe('a check', () => {
  it.each(cases)('$name', ({ files, options, findings }) => {
    const result = inFolder(files, (folder) => {
      const { findings: found, problems } = check([folder], options);
      const strip = (text: string) => text.replaceAll(`${folder}${path.sep}`, '');
      return { findings: found.map(said).map(strip), problems };
    });
    expect(result).toEqual({ findings, problems: [] });
  });

  it('says which nested templates it has not read', () => {
    const files = {
      'main.json': { Resources: { Here: nested('beside.json'), Elsewhere: nested('elsewhere.json') } },
      'beside.json': { Resources: { T: table('eu-central-1') } },
    };
    const { judged, problems } = inFolder(files, (folder) => check([folder], { home: 'eu-central-1' }));
    expect(problems).toEqual([]);
    expect(judged.map(({ stack, unread }) => [path.basename(stack), unread])).toEqual([
      ['main.json', ['Elsewhere']],
      ['Here', []],
    ]);
  });

  it('says where in the app a finding comes from', () => {
    const files: Files = {
      'cdk.out/manifest.json': {
        version: '55.0.0',
        artifacts: {
          Data: {
            type: 'aws:cloudformation:stack',
            environment: 'aws://111122223333/eu-central-1',
            properties: { templateFile: 'Data.template.json' },
            additionalMetadataFile: 'Data.metadata.json',
          },
        },
      },
      'cdk.out/Data.template.json': { Resources: { PeopleE38C8D03: table('us-east-1') } },
      'cdk.out/Data.metadata.json': (folder: string) => ({
        '/Data/People/Resource': [
          { type: 'aws:cdk:logicalId', data: 'PeopleE38C8D03' },
          {
            type: 'aws:cdk:creationStack',
            data: [
              '...new TableV2 in aws-cdk-lib...',
              `new Data (${folder}/node_modules/x/y.js:1:1)`,
              `new Data (${folder}/lib/data.ts:12:5)`,
              '...node internals...',
            ],
          },
        ],
      }),
    };
    const findings = inFolder(files, (folder) => check([path.join(folder, 'cdk.out')]).findings);
    expect(findings.map(({ constructPath, source }) => ({ constructPath, source }))).toEqual([
      { constructPath: 'Data/People/Resource', source: { file: path.join('lib', 'data.ts'), line: 12 } },
    ]);
  });
});
