import type { Stack } from './stack';
import { isMap, type JsonMap, mapAt, textAt } from './template';

const SAM = 'AWS::Serverless::';

/**
 * A resource with what the template's `Globals` say of all of its kind: maps are merged, lists put behind those of
 * `Globals`, anything else is replaced by the resource's own.
 *
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html
 */
export function withGlobals(resource: JsonMap, { template }: Stack): JsonMap {
  const type = textAt(resource, 'Type') ?? '';
  if (!type.startsWith(SAM)) return resource;
  const shared = mapAt(template.Globals, type.slice(SAM.length));
  if (Object.keys(shared).length === 0) return resource;
  return { ...resource, Properties: merged(shared, resource['Properties']) };
}

function merged(shared: unknown, own: unknown): unknown {
  if (own === undefined) return shared;
  if (Array.isArray(shared) && Array.isArray(own)) return [...(shared as unknown[]), ...(own as unknown[])];
  if (!isPlainMap(shared) || !isPlainMap(own)) return own;
  const entries = Object.keys({ ...shared, ...own }).map((key) => [key, merged(shared[key], own[key])]);
  return Object.fromEntries(entries);
}

/** A map that is no function of CloudFormation. */
function isPlainMap(value: unknown): value is JsonMap {
  return isMap(value) && !Object.keys(value).some((key) => key === 'Ref' || key.startsWith('Fn::'));
}
