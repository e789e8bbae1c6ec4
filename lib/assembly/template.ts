/** A template as it was read: that it is a map with resources is certain, and nothing else. */
export interface Template {
  readonly Parameters?: unknown;
  readonly Mappings?: unknown;
  readonly Conditions?: unknown;
  readonly Resources: JsonMap;
  readonly Outputs?: unknown;
  readonly Transform?: unknown;
  /** What SAM takes for all resources of a kind. */
  readonly Globals?: unknown;
}

export type JsonMap = Readonly<Record<string, unknown>>;

export function isMap(value: unknown): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** A scalar as CloudFormation passes it on: `true` and `'true'` are the same to it. */
export function scalarText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const NO_ENTRIES: JsonMap = {};

/** A section of a template, or a member of a map: empty where it is missing or no map. */
export function mapAt(value: unknown, key: string): JsonMap {
  const member = memberOf(value, key);
  return isMap(member) ? member : NO_ENTRIES;
}

export function memberOf(value: unknown, key: string): unknown {
  return isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

export function textAt(value: unknown, key: string): string | undefined {
  const member = memberOf(value, key);
  return isText(member) ? member : undefined;
}
