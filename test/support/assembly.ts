import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type StackKind, stackName } from '../../lib/domain/cell';
import type { JurisdictionId } from '../../lib/domain/jurisdictions';

/** A synthesized template, as far as tests look into it. */
export interface Template {
  readonly Resources: Readonly<Record<string, TemplateResource>>;
  readonly Outputs?: Readonly<Record<string, { readonly Value: unknown; readonly Export?: { readonly Name: string } }>>;
}

export interface TemplateResource {
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a template is data of any shape, and a test says what it expects of it
  readonly Properties?: any;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

/** A file of the assembly that was synthesized before the tests: the cells as a clean clone deploys them. */
export function assemblyText(file: string): string {
  const folder = process.env['DOMICILE_TEST_ASSEMBLY'];
  if (folder === undefined) throw new Error('no assembly was synthesized; run the test in the project named stacks');
  return readFileSync(path.join(folder, file), 'utf8');
}

/** The template of one stack of a cell. */
export function templateOf(kind: StackKind, jurisdiction: JurisdictionId = 'eu'): Template {
  return JSON.parse(templateText(kind, jurisdiction)) as Template;
}

/** The template of one stack, as it is deployed. */
export function templateText(kind: StackKind, jurisdiction: JurisdictionId = 'eu'): string {
  return assemblyText(`${stackName(jurisdiction, kind)}.template.json`);
}

/** The resources of one type, by logical id. */
export function resourcesOf(template: Template, type: string): [string, TemplateResource][] {
  return Object.entries(template.Resources).filter(([, resource]) => resource.Type === type);
}

/** The properties of the only resource of a type. */
export function onlyResource(template: Template, type: string): TemplateResource {
  const [first, ...more] = resourcesOf(template, type);
  if (first === undefined || more.length > 0) throw new Error(`the template has not exactly one ${type}`);
  return first[1];
}

/** Puts the hashes of assets aside: code may change without a template's meaning changing. */
export function withoutAssetHashes<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value).replaceAll(/\b[0-9a-f]{64}\b/g, '<asset>')) as Value;
}
