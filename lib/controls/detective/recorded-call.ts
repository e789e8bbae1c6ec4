/** An `AWS API Call via CloudTrail` event, as far as it tells where data goes. Who called is not read. */
export interface RecordedCall {
  readonly eventId: string;
  readonly eventSource: string;
  readonly eventName: string;
  /** The region whose trail recorded it. */
  readonly region: string;
  readonly requestParameters: unknown;
  /** Whether AWS refused the call. */
  readonly refused: boolean;
}

/**
 * Reads an event from EventBridge.
 *
 * @returns undefined where it is no recorded call
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html
 */
export function recordedCall(event: unknown): RecordedCall | undefined {
  const detail = member(event, 'detail');
  const eventSource = member(detail, 'eventSource');
  const recordedName = member(detail, 'eventName');
  const region = member(detail, 'awsRegion');
  const eventId = member(detail, 'eventID');
  if (![eventSource, recordedName, region].every((value) => typeof value === 'string')) return undefined;
  return {
    eventId: typeof eventId === 'string' ? eventId : 'none',
    eventSource: String(eventSource),
    eventName: withoutVersion(String(recordedName), String(eventSource)),
    region: String(region),
    requestParameters: member(detail, 'requestParameters'),
    refused: member(detail, 'errorCode') !== undefined,
  };
}

/**
 * Services whose calls are recorded with the version of their API behind the name: `AddPermission20150331v2`,
 * `CreateDistribution2020_05_31`.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/logging-using-cloudtrail.html
 */
export const VERSIONED_SOURCES: ReadonlySet<string> = new Set(['cloudfront.amazonaws.com', 'lambda.amazonaws.com']);

function withoutVersion(name: string, source: string): string {
  return VERSIONED_SOURCES.has(source) ? name.replace(/\d{4}_?\d{2}_?\d{2}(?:v\d+)?$/u, '') : name;
}

/** An own member of an object, and undefined of anything else. */
export function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}
