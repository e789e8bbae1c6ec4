import { createHash } from 'node:crypto';
import type { Acknowledged, NagEvidence, PackEvidence } from '../../lib/domain/nag';
import type { Files } from './folder';

const CELLS = { Eu: 'aws://111111111111/eu-central-1', International: 'aws://222222222222/ap-southeast-1' };

/** The template of a cell's Data stack: what is the cell's own stands in it in each way that it can. */
export const dataTemplate = (cell: 'Eu' | 'International', more = '') => {
  const [, account, region] = /^aws:\/\/(\d+)\/(.+)$/u.exec(CELLS[cell]) ?? [];
  return JSON.stringify({
    Resources: { Media: { Type: 'AWS::S3::Bucket' } },
    own: [cell, account, `${region}a`, more],
  });
};

const pack = (name: string, findings: PackEvidence['findings'] = []): PackEvidence => ({
  pack: name,
  rules: [`${name}-S1`, `${name}-IAM5`],
  findings,
  failures: [],
  types: { 'AWS::S3::Bucket': { resources: 2, unseen: 0 }, 'AWS::EC2::FlowLog': { resources: 2, unseen: 2 } },
});

export const inBothCells = (rule: string, rest = 'Media/Resource'): PackEvidence['findings'] =>
  ['Eu', 'International'].map((cell) => ({
    rule,
    severity: 'error',
    description: 'The S3 Bucket has server access logs disabled - (Control IDs: AC-2(4), AU-12a).',
    resource: `${cell}-Data/${rest}`,
  }));

export const acknowledgedInBoth = (id: string, answer: Partial<Acknowledged['answer']> = {}): Acknowledged[] =>
  ['Eu', 'International'].map((cell) => ({
    id,
    at: `${cell}-Data/Media`,
    answer: { reason: 'nobody asks for its objects', owner: 'platform', since: '2026-11-01', ...answer },
    source: { file: 'stacks/data-stack.ts', line: 12 },
  }));

/** What a synthesis with every pack leaves: two equal cells of one stack each, with nothing open. */
export function evidenceOf(more: Partial<NagEvidence> = {}, templates = templateFiles()): NagEvidence {
  return {
    version: 1,
    packs: [pack('AwsSolutions', inBothCells('AwsSolutions-S1')), pack('NIST.800.53.R5'), pack('HIPAA.Security')],
    acknowledgements: acknowledgedInBoth('AwsSolutions::AwsSolutions-S1'),
    resources: Object.fromEntries(
      ['Eu', 'International'].map((cell) => [
        `${cell}-Data/Media/Resource`,
        {
          stack: `${cell}-Data`,
          logicalId: 'Media',
          type: 'AWS::S3::Bucket',
          template: `${cell}-Data.template.json`,
          source: { file: 'lib/constructs/regional-bucket.ts', line: 40 },
        },
      ]),
    ),
    overrides: { 'Eu-Data/Media/Resource': ['Tags'], 'International-Data/Media/Resource': ['Tags'] },
    templates: Object.fromEntries(
      Object.entries(templates).map(([file, text]) => [file, createHash('sha256').update(text).digest('hex')]),
    ),
    ...more,
  };
}

export function templateFiles(more: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return {
    'Eu-Data.template.json': dataTemplate('Eu'),
    'International-Data.template.json': dataTemplate('International'),
    ...more,
  };
}

/** The files of an assembly in `cdk.out`. CDK's own report has open what is given. */
export function nagAssembly(
  evidence: unknown = evidenceOf(),
  open: readonly (readonly [pack: string, rule: string, resource: string])[] = [],
  templates = templateFiles(),
  stacks: Readonly<Record<string, string>> = { 'Eu-Data': CELLS.Eu, 'International-Data': CELLS.International },
): Files {
  const artifacts = Object.entries(stacks).map(([stackName, environment]) => [
    stackName,
    {
      type: 'aws:cloudformation:stack',
      environment,
      properties: { templateFile: `${stackName}.template.json`, stackName },
    },
  ]);
  const pluginReports = ['AwsSolutions', 'NIST.800.53.R5', 'HIPAA.Security'].map((pluginName) => ({
    pluginName,
    violations: open
      .filter(([name]) => name === pluginName)
      .map(([, ruleName, constructPath]) => ({ ruleName, violatingConstructs: [{ constructPath }] })),
  }));
  const files = {
    'manifest.json': { version: '55.0.0', artifacts: Object.fromEntries(artifacts) },
    'validation-report.json': { pluginReports },
    ...(evidence === undefined ? {} : { 'nag-evidence.json': evidence }),
    ...templates,
  };
  return Object.fromEntries(Object.entries(files).map(([name, content]) => [`cdk.out/${name}`, content]));
}
