import type { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import { joined, type Property } from './property';

/** Every property of every resource type of AWS's specification, with those within it. */
export function specificationProperties(database: SpecDatabase): readonly Property[] {
  const properties: Property[] = [];
  for (const { cloudFormationType: type, properties: members } of resourcesOf(database)) {
    walk(type, members, '', []);
  }
  return properties;

  function definition(id: string): Members {
    return database.get('typeDefinition', id).properties;
  }

  function walk(type: string, members: Members, at: string, within: readonly string[]): void {
    for (const [name, { type: form }] of Object.entries(members)) {
      const here = joined(at, name);
      properties.push({ type, path: here, name });
      enter(type, form, here, within);
    }
  }

  function enter(type: string, form: Form, at: string, within: readonly string[]): void {
    if (form.type === 'array') {
      enter(type, form.element, `${at}[]`, within);
    } else if (form.type === 'map') {
      enter(type, form.element, `${at}{}`, within);
    } else if (form.type === 'union') {
      for (const one of form.types) enter(type, one, at, within);
    } else if (form.type === 'ref') {
      const id = form.reference.$ref;
      // A property can hold others of its own form.
      if (!within.includes(id)) walk(type, definition(id), at, [...within, id]);
    }
  }
}

type SpecDatabase = ReturnType<typeof loadAwsServiceSpecSync>;
type Members = ReturnType<typeof resourcesOf>[number]['properties'];
type Form = Members[string]['type'];

function resourcesOf(database: SpecDatabase) {
  return database.all('resource');
}
