import path from 'node:path';
import { readAssembly } from '../../lib/assembly/read';
import { type Files, inFolder, manifestOf, within } from '../support/folder';

const EMPTY = { Resources: {} };
const HASH = 'a'.repeat(64);
const nestedBy = (TemplateURL: unknown, more: object = {}) => ({
  Resources: { Child: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL }, ...more } },
});

interface Case {
  readonly name: string;
  readonly files: Files;
  /** @default - the folder itself */
  readonly inputs?: readonly string[];
  readonly home?: string;
  readonly stacks: readonly string[];
  readonly problems?: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: 'reads a template',
    files: { 'a.json': EMPTY },
    inputs: ['a.json'],
    home: 'eu-central-1',
    stacks: ['a.json in eu-central-1'],
  },
  {
    name: 'reads a template in YAML, with a mark of its byte order and Windows line ends',
    files: { 'a.yaml': '\uFEFFResources:\r\n  B:\r\n    Type: AWS::S3::Bucket\r\n' },
    inputs: ['a.yaml'],
    home: 'eu-central-1',
    stacks: ['a.yaml in eu-central-1'],
  },
  {
    name: 'reads the templates of a folder and leaves everything else',
    files: {
      'a.yaml': 'AWSTemplateFormatVersion: 2010-09-09\nResources: {}\n',
      'deep/b.json': EMPTY,
      'case.json': { id: 'a', where: [] },
      'tsconfig.json': '{ // no JSON\n}',
      'node_modules/c.json': EMPTY,
      'notes.txt': 'Resources:',
    },
    home: 'eu-central-1',
    stacks: ['a.yaml in eu-central-1', 'deep/b.json in eu-central-1'],
  },
  {
    name: 'reads a cloud assembly, each stack where its environment says',
    files: {
      'manifest.json': manifestOf({
        A: { region: 'eu-central-1' },
        B: { region: 'us-east-1' },
        C: { region: 'unknown-region' },
      }),
      'A.template.json': EMPTY,
      'B.template.json': EMPTY,
      'C.template.json': EMPTY,
    },
    home: 'eu-west-1',
    stacks: ['A in eu-central-1', 'B in us-east-1', 'C in eu-west-1'],
  },
  {
    name: 'reads the empty template of a stack in which nothing is',
    files: { 'manifest.json': manifestOf({ A: { region: 'eu-central-1' } }), 'A.template.json': {} },
    stacks: ['A in eu-central-1'],
  },
  {
    name: 'takes no list of resources for an empty stack',
    files: { 'manifest.json': manifestOf({ A: { region: 'eu-central-1' } }), 'A.template.json': { Resources: [] } },
    stacks: [],
    problems: ["'A.template.json' has no map of 'Resources'; name a CloudFormation template"],
  },
  {
    name: 'reads a cloud assembly by its manifest',
    files: { 'manifest.json': manifestOf({ A: { region: 'eu-central-1' } }), 'A.template.json': EMPTY },
    inputs: ['manifest.json'],
    stacks: ['A in eu-central-1'],
  },
  {
    name: 'reads a cloud assembly in a folder of other things',
    files: {
      'app/cdk.out/manifest.json': manifestOf({ A: { region: 'eu-central-1' } }),
      'app/cdk.out/A.template.json': EMPTY,
    },
    stacks: ['A in eu-central-1'],
  },
  {
    name: 'does not take a manifest of something else for one',
    files: { 'manifest.json': { name: 'web app' }, 'a.json': EMPTY },
    home: 'eu-central-1',
    stacks: ['a.json in eu-central-1'],
  },
  {
    name: 'reads the stacks of stages',
    files: {
      'manifest.json': manifestOf(
        {},
        { Live: { type: 'cdk:cloud-assembly', properties: { directoryName: 'assembly-Live' } } },
      ),
      'assembly-Live/manifest.json': manifestOf({ A: { region: 'eu-central-1' } }),
      'assembly-Live/A.template.json': EMPTY,
    },
    stacks: ['A in eu-central-1'],
  },
  {
    name: 'finds nested templates by the hash of their asset',
    files: {
      'manifest.json': manifestOf(
        { A: { region: 'eu-central-1' } },
        { 'A.assets': { type: 'cdk:asset-manifest', properties: { file: 'A.assets.json' } } },
      ),
      'A.assets.json': { files: { [HASH]: { source: { path: 'child.json' } } } },
      'A.template.json': nestedBy({ 'Fn::Sub': `https://s3.\${AWS::Region}.\${AWS::URLSuffix}/assets/${HASH}.json` }),
      'child.json': nestedBy('https://elsewhere.example/none.json'),
    },
    stacks: ['A in eu-central-1', 'A/Child in eu-central-1'],
  },
  {
    name: 'finds nested templates as the synthesizer of CDK v1 lists them',
    files: {
      'manifest.json': {
        version: '55.0.0',
        artifacts: {
          A: {
            type: 'aws:cloudformation:stack',
            environment: 'aws://111122223333/eu-central-1',
            properties: { templateFile: 'A.template.json' },
            metadata: { '/A': [{ type: 'aws:cdk:asset', data: { id: HASH, path: 'child.json', packaging: 'file' } }] },
          },
        },
      },
      'A.template.json': nestedBy({ 'Fn::Join': ['/', [{ Ref: `AssetParameters${HASH}S3Bucket` }, 'x']] }),
      'child.json': EMPTY,
    },
    stacks: ['A in eu-central-1', 'A/Child in eu-central-1'],
  },
  {
    name: 'says which nested template is published from a file that is not in the assembly',
    files: {
      'manifest.json': manifestOf({ A: { region: 'eu-central-1' } }),
      'A.template.json': nestedBy(`https://a.example/${HASH}.json`),
    },
    stacks: ['A in eu-central-1'],
    problems: [`'manifest.json' names '${HASH}', which is not there; make the assembly again`],
  },
  {
    name: 'finds nested templates by the path in their metadata',
    files: {
      'manifest.json': manifestOf({ A: { region: 'eu-central-1' } }),
      'A.template.json': nestedBy('https://a.example/x', { Metadata: { 'aws:asset:path': 'child.json' } }),
      'child.json': EMPTY,
    },
    stacks: ['A in eu-central-1', 'A/Child in eu-central-1'],
  },
  {
    name: 'finds nested templates beside their parent, and judges them only there',
    files: {
      'main.yaml':
        'Resources:\n  Child:\n    Type: AWS::CloudFormation::Stack\n    Properties:\n      TemplateURL: !Sub https://${Bucket}.s3.amazonaws.com/${Prefix}templates/child.yaml\n',
      'templates/child.yaml': 'Resources: {}\n',
    },
    home: 'eu-central-1',
    stacks: ['main.yaml in eu-central-1', 'main.yaml/Child in eu-central-1'],
  },
  {
    name: "finds the template of SAM's nested application",
    files: {
      'main.json': {
        Resources: { Child: { Type: 'AWS::Serverless::Application', Properties: { Location: './child.json' } } },
      },
      'child.json': EMPTY,
    },
    inputs: ['main.json'],
    home: 'eu-central-1',
    stacks: ['main.json in eu-central-1', 'main.json/Child in eu-central-1'],
  },
  {
    name: 'takes a nested template that is published under its own name for one that is not here',
    files: { 'template.json': nestedBy('https://a.example/template.json') },
    home: 'eu-central-1',
    stacks: ['template.json in eu-central-1'],
  },
  {
    name: 'says which nested template is not where its path leads',
    files: { 'template.yaml': nestedBy('./parts/child.yaml') },
    home: 'eu-central-1',
    stacks: ['template.yaml in eu-central-1'],
    problems: [
      "'template.yaml' names './parts/child.yaml', which is not there; put it there, so that it is judged as well",
    ],
  },
  {
    name: 'takes a nested template outside of the folder for one that is not here',
    files: { 'in/template.yaml': nestedBy('../child.yaml'), 'child.yaml': EMPTY },
    inputs: ['in'],
    home: 'eu-central-1',
    stacks: ['in/template.yaml in eu-central-1'],
  },
  {
    name: 'says that an assembly has no stack',
    files: { 'out/manifest.json': manifestOf({}) },
    inputs: ['out'],
    stacks: [],
    problems: ["'out' holds no stack; name the assembly of an app that has one"],
  },
  {
    name: 'reads what it can beside what it cannot',
    files: { 'a.json': EMPTY, 'b.json': '{"Resources": {' },
    inputs: ['b.json', 'a.json', 'c.json'],
    home: 'eu-central-1',
    stacks: ['a.json in eu-central-1'],
    problems: [
      "'b.json' is no JSON at line 1, column 16: expected property name or '}'",
      "'c.json' is not there; name a template, a folder or a cloud assembly",
    ],
  },
  {
    name: 'wants to know where a template goes',
    files: { 'a.json': EMPTY },
    inputs: ['a.json'],
    stacks: [],
    problems: ["nothing says where 'a.json' is deployed to; name its region with --home"],
  },
  {
    name: 'refuses a region that AWS does not have',
    files: { 'manifest.json': manifestOf({ A: { region: 'eu-centrl-1' } }), 'A.template.json': EMPTY },
    stacks: [],
    problems: ["the region of 'A' is 'eu-centrl-1', which is no region of AWS; did you mean 'eu-central-1'"],
  },
  {
    name: 'refuses a region of the other partition',
    files: { 'manifest.json': manifestOf({ A: { region: 'cn-north-1' } }), 'A.template.json': EMPTY },
    stacks: [],
    problems: [
      "the region of 'A' is 'cn-north-1' in the partition 'aws-cn', which no setting allows; check it where it is operated",
    ],
  },
  {
    name: 'refuses files outside of the assembly',
    files: {
      'out/manifest.json': manifestOf(
        { A: { region: 'eu-central-1', file: '../secret.json' }, B: { region: 'eu-central-1', file: '/etc/passwd' } },
        { Live: { type: 'cdk:cloud-assembly', properties: { directoryName: '..' } } },
      ),
      'secret.json': EMPTY,
    },
    inputs: ['out'],
    stacks: [],
    problems: [
      "'out/manifest.json' names '../secret.json', which is outside of its folder; nothing outside is read",
      "'out/manifest.json' names '/etc/passwd', which is outside of its folder; nothing outside is read",
      "'out/manifest.json' names '..', which is outside of its folder; nothing outside is read",
    ],
  },
  {
    name: 'says which template of an assembly is missing',
    files: { 'manifest.json': manifestOf({ A: { region: 'eu-central-1' } }) },
    stacks: [],
    problems: ["'manifest.json' names 'A.template.json', which is not there; make the assembly again"],
  },
  {
    name: 'says which nested template of an assembly is missing',
    files: {
      'manifest.json': manifestOf({ A: { region: 'eu-central-1' } }),
      'A.template.json': nestedBy('https://a.example/x', { Metadata: { 'aws:asset:path': 'child.json' } }),
    },
    stacks: ['A in eu-central-1'],
    problems: ["'manifest.json' names 'child.json', which is not there; make the assembly again"],
  },
  {
    name: 'ends where stages lead back to themselves',
    files: {
      'manifest.json': manifestOf(
        { A: { region: 'eu-central-1' } },
        { Live: { type: 'cdk:cloud-assembly', properties: { directoryName: '.' } } },
      ),
      'A.template.json': EMPTY,
    },
    stacks: ['A in eu-central-1'],
  },
  {
    name: 'ends where templates nest each other',
    files: { 'a.json': nestedBy('b.json'), 'b.json': nestedBy('a.json') },
    inputs: ['a.json'],
    home: 'eu-central-1',
    stacks: ['a.json in eu-central-1', 'a.json/Child in eu-central-1'],
    problems: ["'a.json' is nested in itself by 'Child' of 'a.json/Child'; take it out"],
  },
  {
    name: 'finds no template in an empty folder',
    files: { 'a.txt': '' },
    stacks: [],
    problems: ["'.' holds no template; name a template or a cloud assembly"],
  },
];

describe('reading', () => {
  it.each(cases)('$name', ({ files, inputs = ['.'], home, stacks, problems = [] }) => {
    const result = inFolder(files, (folder) => within(folder, () => readAssembly(inputs, { home })));
    expect({
      stacks: result.assembly.stacks.map(({ label, region }) => `${label} in ${region}`),
      problems: result.problems.map(({ message }) => message),
    }).toEqual({ stacks, problems });
  });

  it('gives a nested stack the account and region of its parent', () => {
    const files = { 'a.json': nestedBy('b.json'), 'b.json': EMPTY };
    const { assembly } = inFolder(files, (folder) =>
      readAssembly([path.join(folder, 'a.json')], { home: 'eu-north-1' }),
    );
    const [parent, child] = assembly.stacks;
    expect({
      region: child?.region,
      parent: child?.parent?.stack === parent,
      nested: parent?.nested.get('Child') === child,
    }).toEqual({ region: 'eu-north-1', parent: true, nested: true });
  });
});
