import type { Example, ExampleResource } from './channel';

type Properties = Readonly<Record<string, unknown>>;

/** Properties in which a value stands at a path of a selector: `Rules[].Destination.Bucket`. Keys of maps are called `Name`. */
export function propertiesAt(path: string, value: unknown): Properties {
  const segments = path.replaceAll(/(\[\]|\{\})/gu, '.$1').split('.');
  return segments.reduceRight<unknown>((inner, segment) => {
    if (segment === '[]') return [inner];
    return { [segment === '{}' ? 'Name' : segment]: inner };
  }, value) as Properties;
}

/** A template with one resource of a type, and others beside it. */
export function exampleOf(type: string, properties: Properties, others: Properties = {}): Example {
  const name = type.split('::').at(-1) ?? type;
  return { Resources: { [name]: { Type: type, Properties: properties }, ...(others as Example['Resources']) } };
}

/** A bucket made in the same template, under a name that misleads. */
export const BUCKET_AT_HOME = {
  Store: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'store-us-east-1' } },
} as const satisfies Readonly<Record<string, ExampleResource>>;

/** A list that has an element, made of one that has. */
export function mapped<const List extends readonly [unknown, ...unknown[]], Result>(
  list: List,
  make: (value: List[number]) => Result,
): [Result, ...Result[]] {
  const [first, ...rest] = list.map(make);
  return [first as Result, ...rest];
}
