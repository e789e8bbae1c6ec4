import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { isUuid } from '../uuid';

type Read = 'rawPath' | 'pathParameters' | 'headers' | 'queryStringParameters' | 'body' | 'isBase64Encoded';

/** What our code reads of an API Gateway event, payload version 2. Only what an authorizer has verified is in `claims` and `lambda`. */
export interface HttpEvent extends Readonly<Partial<Pick<APIGatewayProxyEventV2, Read>>> {
  readonly requestContext?: {
    readonly requestId?: string;
    readonly authorizer?: {
      readonly jwt?: { readonly claims?: Readonly<Record<string, unknown>> };
      readonly lambda?: Readonly<Record<string, unknown>>;
    };
  };
}

/** A header by its name in small letters. */
export function headerOf(event: HttpEvent, name: string): string | undefined {
  const found = Object.entries(event.headers ?? {}).find(([key]) => key.toLowerCase() === name);
  return found?.[1];
}

/** A parameter of the path, where it is an id in the form of ours; nothing else is anything's id. */
export function pathIdOf({ pathParameters }: HttpEvent, name: string): string | undefined {
  const value = pathParameters?.[name];
  return isUuid(value) ? value : undefined;
}

const REQUEST_ID = /^[\w=-]{1,64}$/;

/** The id that API Gateway gave the request: what a person quotes to support, and what the log has. */
export function requestIdOf(event: HttpEvent): string {
  const id = event.requestContext?.requestId;
  return typeof id === 'string' && REQUEST_ID.test(id) ? id : 'unknown';
}
