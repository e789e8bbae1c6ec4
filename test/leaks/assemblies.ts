import type { JsonMap } from '../../lib/assembly/template';
import { type Files, manifestOf } from '../support/folder';
import type { Carrier } from './carriers';
import type { Asked, Spelling, Written } from './spellings';
import { ABROAD, BUCKETS, HOME, type Pair } from './values';
import { asYaml } from './yaml';

/** The logical id of what carries the leak. */
export const SUBJECT = 'Subject';

/** The stack that judges one carrier, as findings name it. */
export function labelOf(index: number, { name }: Spelling): string {
  return name === NESTED ? `C${index}/Nested` : `C${index}`;
}

const NESTED = "a nested stack's parameter";

/** Where the buckets are that carriers name. */
export const STORES: Readonly<Record<string, { readonly region: string; readonly template: JsonMap }>> = {
  Home: { region: HOME, template: storeOf(BUCKETS.home) },
  Elsewhere: { region: ABROAD, template: storeOf(BUCKETS.abroad) },
};

function storeOf(bucket: string): JsonMap {
  return { Resources: { Store: { Type: 'AWS::S3::Bucket', Properties: { BucketName: bucket } } } };
}

/** A cloud assembly with a template for each carrier, all in one spelling: all leaks, or all twins. */
export function assemblyOf(
  carriers: readonly Carrier[],
  spelling: Spelling,
  which: keyof Pair,
  format: 'json' | 'yaml' = 'json',
): Files {
  const files: Record<string, unknown> = {};
  const stacks: Record<string, Parameters<typeof manifestOf>[0][string]> = {};
  const exports: Record<string, unknown> = {};
  // Where a bucket is made abroad, any text can be its name, and nothing is passed over: so only where one is asked for.
  const namesBuckets = carriers.some((carrier) => carrier.namesBucket);
  for (const [id, { region, template }] of Object.entries(STORES)) {
    if (region === ABROAD && !namesBuckets) continue;
    stacks[id] = { region };
    files[`${id}.template.json`] = template;
  }
  for (const [index, carrier] of carriers.entries()) {
    const id = `C${index}`;
    const { template, written } = templateOf(carrier, spelling, which, id);
    for (const [name, Value] of Object.entries(written.exports ?? {})) {
      exports[name] = { Value, Export: { Name: name } };
    }
    const { passes, given } = written;
    const file = `${id}.template.${format}`;
    stacks[id] = { region: HOME, file, ...(given && { parameters: given }) };
    const inner = spelling.name === NESTED ? `${id}.nested.${format}` : file;
    if (inner !== file) files[file] = parentOf(inner, passes);
    files[inner] = format === 'yaml' ? asYaml(template) : template;
  }
  stacks['Sibling'] = { region: HOME };
  files['Sibling.template.json'] = { Resources: {}, Outputs: exports };
  return { 'manifest.json': manifestOf(stacks), ...files };
}

function parentOf(file: string, passes: JsonMap = {}) {
  const Nested = {
    Type: 'AWS::CloudFormation::Stack',
    Properties: { TemplateURL: 'https://example.org/nested.json', Parameters: passes },
    Metadata: { 'aws:asset:path': file },
  };
  return { Resources: { Nested } };
}

/** A minimal template with one carrier. */
function templateOf(carrier: Carrier, spelling: Spelling, which: keyof Pair, name: string) {
  let written: Written = { value: undefined };
  const resource = carrier.resource(which, (value, other) => {
    const asked: Asked = { value, other, isLeak: which === 'leak', isHint: carrier.isHint, name };
    written = spelling.write(asked);
    return written.value;
  });
  const { Parameters, Mappings, Conditions } = written;
  const condition = carrier.form === 'resource' ? conditionOf(spelling, which) : undefined;
  const template = {
    ...(Parameters && { Parameters }),
    ...(Mappings && { Mappings }),
    ...(Conditions && { Conditions }),
    ...condition?.sections,
    Resources: { ...carrier.others, [SUBJECT]: { ...resource, ...(condition && { Condition: 'IsMade' }) } },
  };
  return { template, written };
}

/** A resource that leaks by being there is made, or is not made. */
function conditionOf({ name }: Spelling, which: keyof Pair) {
  if (which === 'twin')
    return { sections: { Conditions: { IsMade: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, ABROAD] } } } };
  if (name !== 'Fn::If, undecided') return { sections: { Conditions: { IsMade: { 'Fn::Equals': ['same', 'same'] } } } };
  return {
    sections: {
      Parameters: { Stage: { Type: 'String' } },
      Conditions: { IsMade: { 'Fn::Equals': [{ Ref: 'Stage' }, 'live'] } },
    },
  };
}
