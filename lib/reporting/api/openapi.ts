import { version } from '../../../package.json';
import { type Contract, type ContractId, MOST_BODY_BYTES, TAGS } from '../../domain/contract';
import { CONTRACT_IDS, CONTRACTS } from '../../domain/contracts';
import { ROUTES, type Route } from '../../domain/routes';
import { pathId } from '../../domain/schemas/fields';
import { exampleOf } from './example';
import { type JsonSchema, membersOf, namedSchemas, schemaOf } from './json-schemas';
import { GATEWAY_MESSAGE, refusalsOf } from './refusals';

const SCHEMAS = namedSchemas();
const JSON_TYPE = 'application/json';

/** The OpenAPI 3.1 document of a cell. It is the same for every cell: what differs is the host that serves it. */
export function openapi(): object {
  return {
    openapi: '3.1.1',
    info: {
      title: 'domicile',
      version,
      summary: 'A cell: everything that is kept of the people of one jurisdiction, at their home.',
      description: [
        'Problems are documents of RFC 9457 with a stable `code`, and repeat nothing of what was sent.',
        'What API Gateway answers by itself has its own form: `{"message": …}`, also 404 where the host is wrong.',
        `A body has at most ${MOST_BODY_BYTES} bytes, and no member beyond those told here. Answers may get further members in time.`,
        'A path that no operation has is answered with `not_found`, and another method with `method_not_allowed`.',
      ].join(' '),
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/', description: 'the cell that serves this document' }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths: paths(),
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'an access token of the user pool of this cell; that of another cell opens nothing',
        },
        readKey: {
          type: 'apiKey',
          in: 'header',
          name: 'x-read-key',
          description: 'what the owner of a log has handed over: 256 bits, 43 characters of base64url',
        },
      },
      schemas: { ...SCHEMAS, GatewayMessage: GATEWAY_MESSAGE },
      responses: Object.fromEntries(
        CONTRACT_IDS.flatMap((id) => refusalsOf(id).map(({ name, response }) => [name, response] as const)).toSorted(
          ([one], [other]) => (one < other ? -1 : 1),
        ),
      ),
    },
  };
}

function paths(): object {
  const found: Record<string, Record<string, object>> = {};
  for (const id of CONTRACT_IDS) {
    const { method, path } = ROUTES[id];
    found[path] = { ...found[path], [method.toLowerCase()]: operation(id) };
  }
  return found;
}

const SECURITY = { public: [], person: [{ token: [] }], key: [{ readKey: [] }] } as const satisfies Record<
  Route['access'],
  readonly object[]
>;

function operation(id: ContractId): object {
  const contract: Contract = CONTRACTS[id];
  const { access, beforeTerms }: Route = ROUTES[id];
  const parameters = parametersOf(id);
  const description = [
    ...(beforeTerms === true ? ['Open to whoever has not accepted the terms in force.'] : []),
    ...(contract.repeated === 'by key'
      ? ['Repeated with the same idempotency key, it does and answers the same.']
      : []),
    ...(typeof contract.repeated === 'object' ? [`Repeated: ${contract.repeated.byNature}.`] : []),
    ...(contract.atMost === undefined ? [] : [`It answers at most ${contract.atMost}.`]),
  ].join(' ');
  return {
    operationId: id,
    tags: [contract.tag],
    summary: contract.summary,
    ...(description !== '' && { description }),
    security: SECURITY[access],
    ...(parameters.length > 0 && { parameters }),
    ...(contract.body !== undefined && {
      requestBody: { required: true, content: { [JSON_TYPE]: media(schemaOf(contract.body)) } },
    }),
    responses: {
      ...successOf(contract),
      ...Object.fromEntries(
        refusalsOf(id).map(({ status, name }) => [status, { $ref: `#/components/responses/${name}` }]),
      ),
    },
  };
}

function parametersOf(id: ContractId): readonly object[] {
  const { query, headers = {}, success }: Contract = CONTRACTS[id];
  const inPath = Array.from(ROUTES[id].path.matchAll(/\{(\w+)\}/g), ([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: schemaOf(pathId),
  }));
  const inQuery = query === undefined ? [] : membersOf(query).map((member) => ({ ...member, in: 'query' }));
  const inHeaders = Object.entries(headers).map(([name, schema]) => ({
    name,
    in: 'header',
    required: name === 'idempotency-key',
    schema: schemaOf(schema),
  }));
  const known = { name: 'if-none-match', in: 'header', required: false, schema: { type: 'string' } };
  return [...inPath, ...inQuery, ...inHeaders, ...('text' in success && success.etag === true ? [known] : [])];
}

function media(schema: JsonSchema): object {
  return { schema, example: exampleOf(schema, SCHEMAS) };
}

function successOf({ success }: Contract): object {
  const description = 'success';
  if (success.status === 204) return { 204: { description } };
  const content =
    'text' in success
      ? { [success.text.replace(/;.*$/u, '')]: { schema: { type: success.text === JSON_TYPE ? 'object' : 'string' } } }
      : { [JSON_TYPE]: media(schemaOf(success.body)) };
  const headers = success.etag === true && { headers: { etag: { schema: { type: 'string', examples: ['"1"'] } } } };
  return {
    [success.status]: { description, ...headers, content },
    ...('text' in success && success.etag === true && { 304: { description: 'the caller has it already' } }),
  };
}
