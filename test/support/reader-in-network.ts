import { allow, arnOf, readerOf, ref, resource } from './flow-templates';

export const READ = allow('dynamodb:GetItem', arnOf('Table'));
/** A table, and a function in a network without a way out that reads it. */
export const CLOSED = readerOf([READ]);

/** The path of the table through the reader, out of its network. */
export function out(what: string, to = 'the internet', certain = true) {
  return { Table: `(grant: dynamodb:GetItem) Reader → (network: ${what}${certain ? '' : ', possibly'}) ${to}` };
}

/** A route of the subnet that the function is in. */
export function route(properties: Readonly<Record<string, unknown>>) {
  return resource('AWS::EC2::Route', {
    RouteTableId: ref('Routes'),
    DestinationCidrBlock: '0.0.0.0/0',
    ...properties,
  });
}
