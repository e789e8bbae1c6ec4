import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { App, CfnResource, Stack } from 'aws-cdk-lib';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import { isMap, type JsonMap } from '../../lib/assembly/template';
import { STORES } from './assemblies';
import type { Carrier, CarrierResource } from './carriers';
import { ACCOUNT, HOME, type Pair } from './values';

/** Spellings that only an app has: what it says is not what its template says. */
export const APP_SPELLINGS = ['override', 'included template'] as const;

type AppSpelling = (typeof APP_SPELLINGS)[number];

/** The stack that all leaks, or all twins, of a spelling are in, and the logical id of each. */
export function stackNamed(spelling: AppSpelling, which: keyof Pair): string {
  return `${spelling === 'override' ? 'Overridden' : 'Included'}${which === 'leak' ? 'Leaks' : 'Twins'}`;
}

export function logicalIdOf(index: number): string {
  return `C${index}`;
}

/** Why an app cannot have a leak like this. */
export function whyNotInApp(spelling: AppSpelling, carrier: Carrier): string | undefined {
  const { form, cannotBeIncluded } = carrier;
  if (JSON.stringify(literal(carrier, 'leak')).includes('"Ref":')) {
    return 'it refers to another resource, and all leaks of an app are in one stack';
  }
  if (spelling === 'included template') return cannotBeIncluded;
  return form === 'resource' ? 'an override changes what is there, and it is the resource that leaks' : undefined;
}

/** Synthesizes an app with every carrier four times: overridden and included, leaking and not. */
export function synthesize(carriers: readonly Carrier[], folder: string): void {
  // Properties that AWS would rather not have used carry leaks as well.
  process.env['JSII_DEPRECATED'] = 'quiet';
  const app = new App({
    outdir: path.join(folder, 'cdk.out'),
    analyticsReporting: false,
    builtinCloudFormationValidation: false,
    context: { '@aws-cdk/core:stackResourceLimit': 0, 'aws:cdk:disable-stack-trace': true },
  });
  for (const [id, { region, template }] of Object.entries(STORES)) {
    const templateFile = path.join(folder, `${id}.json`);
    writeFileSync(templateFile, JSON.stringify(template));
    new CfnInclude(stackOf(app, id, region), 'Template', { templateFile });
  }
  for (const which of ['leak', 'twin'] as const) {
    override(stackOf(app, stackNamed('override', which)), carriers, which);
    include(stackOf(app, stackNamed('included template', which)), carriers, which, folder);
  }
  app.synth();
}

function stackOf(app: App, id: string, region = HOME): Stack {
  return new Stack(app, id, { env: { account: ACCOUNT, region } });
}

/** Each resource is written as its twin, and overridden to what it is to be; and the other way round. */
function override(stack: Stack, carriers: readonly Carrier[], which: keyof Pair): void {
  for (const [index, carrier] of carriers.entries()) {
    if (whyNotInApp('override', carrier) !== undefined) continue;
    const [from, to] = [literal(carrier, which === 'leak' ? 'twin' : 'leak'), literal(carrier, which)];
    const { Type: type, Properties: properties } = from;
    const resource = new CfnResource(stack, logicalIdOf(index), { type, properties });
    if (from.Metadata !== undefined) resource.addOverride('Metadata', from.Metadata);
    for (const [segments, value] of differences(from, to)) {
      const at = segments.map((segment) => segment.replaceAll('.', String.raw`\.`)).join('.');
      if (value === undefined) resource.addDeletionOverride(at);
      else resource.addOverride(at, value);
    }
  }
}

function include(stack: Stack, carriers: readonly Carrier[], which: keyof Pair, folder: string): void {
  const entries = carriers.flatMap((carrier, index) =>
    whyNotInApp('included template', carrier) === undefined
      ? [[logicalIdOf(index), includedResource(carrier, which)]]
      : [],
  );
  const templateFile = path.join(folder, `${stackNamed('included template', which)}.json`);
  const Conditions = { IsNotMade: { 'Fn::Equals': ['one', 'other'] } };
  writeFileSync(templateFile, JSON.stringify({ Conditions, Resources: Object.fromEntries(entries) }));
  new CfnInclude(stack, 'Template', { templateFile });
}

function includedResource(carrier: Carrier, which: keyof Pair) {
  const isLeft = carrier.form === 'resource' && which === 'twin';
  return { ...literal(carrier, which), ...(isLeft && { Condition: 'IsNotMade' }) };
}

function literal(carrier: Carrier, which: keyof Pair): CarrierResource {
  return carrier.resource(which, (value) => value);
}

/** What to put where to make one value of the other; undefined is to be taken away. */
function differences(from: unknown, to: unknown): (readonly [readonly string[], unknown])[] {
  if (JSON.stringify(from) === JSON.stringify(to)) return [];
  const [before, after] = [entriesOf(from), entriesOf(to)];
  if (before === undefined || after === undefined || Array.isArray(from) !== Array.isArray(to)) return [[[], to]];
  return Object.keys({ ...before, ...after }).flatMap((key) =>
    differences(before[key], after[key]).map(([rest, value]) => [[key, ...rest], value] as const),
  );
}

function entriesOf(value: unknown): JsonMap | undefined {
  if (Array.isArray(value)) return Object.fromEntries(value.entries());
  return isMap(value) ? value : undefined;
}
