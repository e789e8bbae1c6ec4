import type { APIGatewayProxyEventV2 } from 'aws-lambda';

type Read = 'rawPath' | 'headers' | 'queryStringParameters' | 'body' | 'isBase64Encoded';

/** What our code reads of an API Gateway event, payload version 2. Only what the authorizer has verified is in `claims`. */
export interface HttpEvent extends Readonly<Partial<Pick<APIGatewayProxyEventV2, Read>>> {
  readonly requestContext?: {
    readonly requestId?: string;
    readonly authorizer?: { readonly jwt?: { readonly claims?: Readonly<Record<string, unknown>> } };
  };
}

/** A header by its name in small letters. */
export function headerOf(event: HttpEvent, name: string): string | undefined {
  const found = Object.entries(event.headers ?? {}).find(([key]) => key.toLowerCase() === name);
  return found?.[1];
}

const REQUEST_ID = /^[\w=-]{1,64}$/;

/** The id that API Gateway gave the request: what a person quotes to support, and what the log has. */
export function requestIdOf(event: HttpEvent): string {
  const id = event.requestContext?.requestId;
  return typeof id === 'string' && REQUEST_ID.test(id) ? id : 'unknown';
}
