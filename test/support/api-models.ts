import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

/** AWS's own model of one of its APIs, as far as facts are looked up in it. */
export interface ApiModel {
  readonly metadata: { readonly serviceId: string; readonly endpointPrefix: string; readonly signingName?: string };
  readonly operations: Readonly<Record<string, { readonly input?: Member; readonly output?: Member }>>;
  readonly shapes: Readonly<Record<string, Shape>>;
}

interface Shape {
  readonly type: string;
  readonly members?: Readonly<Record<string, Member>>;
  readonly member?: Member;
  readonly value?: Member;
}

interface Member {
  readonly shape: string;
  readonly locationName?: string;
}

const PYTHONS = path.join(__dirname, '..', '..', '.emulator', 'lib');

/** Every model that came with the emulator (botocore, pinned in requirements.txt): its newest version. */
export function apiModels(): readonly ApiModel[] {
  return readdirSync(PYTHONS).flatMap((python) => {
    const data = path.join(PYTHONS, python, 'site-packages', 'botocore', 'data');
    return readdirSync(data, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name }) => {
        const newest = readdirSync(path.join(data, name)).toSorted().at(-1) ?? '';
        const file = path.join(data, name, newest, 'service-2.json.gz');
        return [JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')) as ApiModel];
      });
  });
}

/** The name that the SDK gives to the client of an API. */
export function clientOf({ metadata }: ApiModel): string {
  return `@aws-sdk/client-${metadata.serviceId.toLowerCase().replaceAll(' ', '-')}`;
}

/** Whether CloudTrail records calls of this API under the source. */
export function isRecordedAs(eventSource: string, { metadata }: ApiModel): boolean {
  const source = eventSource.replace(/\.amazonaws\.com$/u, '');
  // S3 on Outposts is called by the API of S3's control plane.
  const prefix = source === 's3-outposts' ? 's3-control' : source;
  return [metadata.signingName, metadata.endpointPrefix].includes(prefix);
}

/** Members that CloudTrail calls by another name than the API of S3. */
const RECORDED_MEMBERS: Readonly<Record<string, string>> = { bucketName: 'Bucket', bucketPolicy: 'Policy' };

/**
 * The first segment of a path that a request or an answer does not have, or undefined. CloudTrail writes members with a small
 * first letter, elements of XML requests by the names that they have there, and wraps lists of EC2 into `items`.
 */
export function missingSegment(
  { operations, shapes }: ApiModel,
  operation: string,
  direction: 'input' | 'output',
  segments: readonly string[],
): string | undefined {
  let at = shapes[operations[operation]?.[direction]?.shape ?? ''];
  // Younger requests of EC2 are recorded in an element that is called after the operation.
  for (const segment of segments[0] === `${operation}Request` ? segments.slice(1) : segments) {
    if (segment === '{key}') return at?.type === 'map' ? undefined : segment;
    if (segment === 'items' && at?.type === 'list') continue;
    if (segment === '[]' || segment === '{}') {
      at = shapes[(at?.type === 'map' ? at.value : at?.member)?.shape ?? ''];
    } else {
      if (at?.type === 'map') {
        at = shapes[at.value?.shape ?? ''];
        continue;
      }
      const member = Object.entries(at?.members ?? {}).find(([name, { locationName }]) =>
        [name, locationName, shapes[at?.members?.[name]?.shape ?? '']?.member?.locationName].some(
          (known) =>
            known !== undefined &&
            (known.toLowerCase() === segment.toLowerCase() || known === RECORDED_MEMBERS[segment]),
        ),
      );
      if (member === undefined) return segment;
      at = shapes[member[1].shape];
    }
  }
  return undefined;
}
