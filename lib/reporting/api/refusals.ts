import type { ContractId } from '../../domain/contract';
import { problemsOf } from '../../domain/contracts';
import { PROBLEMS, type ProblemCode } from '../../domain/problems';
import { ROUTES, type Route } from '../../domain/routes';
import { type JsonSchema, problemName, referenceTo } from './json-schemas';

/** What API Gateway answers by itself is in its own words, and its form is no promise of ours. */
export const GATEWAY_MESSAGE: JsonSchema = {
  description: 'what API Gateway answers by itself',
  type: 'object',
  properties: { message: { type: 'string', examples: ['Unauthorized'] } },
};

/** By status: what API Gateway answers by itself, on every route or on those of some access. */
const BY_GATEWAY: readonly { readonly status: string; readonly why: string; readonly access?: Route['access'] }[] = [
  { status: '401', why: 'without a valid token of this cell', access: 'person' },
  { status: '401', why: 'without a read key', access: 'key' },
  { status: '403', why: 'where the key opens no such log, or none any more', access: 'key' },
  { status: '413', why: 'more than 10 MB' },
  { status: '429', why: 'more requests than the stage or the route lets pass' },
  { status: '5XX', why: 'the function did not answer' },
];

interface Refusal {
  readonly status: string;
  /** What all refusals have in common that are told alike. */
  readonly name: string;
  readonly response: object;
}

/** How a call of a route can be refused, by status. */
export function refusalsOf(id: ContractId): readonly Refusal[] {
  const refused = new Map<string, ProblemCode[]>();
  for (const code of problemsOf(id)) {
    const status = String(PROBLEMS[code].status);
    refused.set(status, [...(refused.get(status) ?? []), code]);
  }
  const { access } = ROUTES[id];
  const byGateway = BY_GATEWAY.filter((one) => one.access === undefined || one.access === access);
  const statuses = [...new Set([...refused.keys(), ...byGateway.map(({ status }) => status)])].toSorted();
  return statuses.map((status) => {
    const codes = refused.get(status) ?? [];
    const gateway = byGateway.filter((one) => one.status === status);
    const by = gateway.map((one) => `gateway-${one.access ?? 'any'}`);
    return {
      status,
      name: [status, ...codes, ...by].join('.'),
      response: refusal(
        codes,
        gateway.map(({ why }) => why),
      ),
    };
  });
}

/** What is answered with one status: problems of the cell, and what API Gateway says by itself. */
function refusal(codes: readonly ProblemCode[], gateway: readonly string[]): object {
  const [only, ...others] = codes.map((code) => referenceTo(problemName(code)));
  const mapping = Object.fromEntries(codes.map((code) => [code, referenceTo(problemName(code)).$ref]));
  const schema =
    others.length === 0 ? only : { oneOf: [only, ...others], discriminator: { propertyName: 'code', mapping } };
  return {
    description: [...codes.map((code) => PROBLEMS[code].title), ...gateway.map((why) => `API Gateway: ${why}`)].join(
      '; ',
    ),
    ...(codes.includes('too_many_requests') && {
      headers: { 'retry-after': { description: 'in seconds', schema: { type: 'integer' } } },
    }),
    content: {
      ...(schema !== undefined && { 'application/problem+json': { schema } }),
      ...(gateway.length > 0 && { 'application/json': { schema: referenceTo('GatewayMessage') } }),
    },
  };
}
