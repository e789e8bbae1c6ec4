import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import document from '../../docs/openapi.json';
import type { Contract } from '../../lib/domain/contract';
import { CONTRACT_IDS, CONTRACTS } from '../../lib/domain/contracts';
import { idempotencyKey, pathId, seenVersion } from '../../lib/domain/schemas/fields';
import { apiPage } from '../../lib/reporting/api/api-page';
import { membersOf, schemaOf } from '../../lib/reporting/api/json-schemas';
import { isEndless } from '../../lib/reporting/api/limits';
import { openapi } from '../../lib/reporting/api/openapi';

const ROOT = path.resolve(__dirname, '../..');
const VALIDATOR = require.resolve('@seriousme/openapi-schema-validator/bin/validate-api-cli.js');

/** Every part of a document, with its place. */
function* partsOf(part: unknown, place = ''): Generator<readonly [string, Readonly<Record<string, unknown>>]> {
  if (typeof part !== 'object' || part === null) return;
  yield [place, part as Readonly<Record<string, unknown>>];
  for (const [name, value] of Object.entries(part)) yield* partsOf(value, `${place}/${name}`);
}

describe('the OpenAPI document', () => {
  it('is what the contracts say, and so is the page', () => {
    expect(document).toEqual(JSON.parse(JSON.stringify(openapi())));
    expect(readFileSync(path.join(ROOT, 'docs/api.md'), 'utf8')).toBe(apiPage());
  });

  it('is an OpenAPI document by its own schema', () => {
    const result = execFileSync(process.execPath, [VALIDATOR, path.join(ROOT, 'docs/openapi.json')], {
      encoding: 'utf8',
    });
    expect(JSON.parse(result)).toEqual({ valid: true });
  });

  it('has an operation for every route, and no other', () => {
    const operations = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods as Record<string, { operationId: string }>).map(({ operationId }) => operationId),
    );
    expect(operations.toSorted()).toEqual(CONTRACT_IDS.toSorted());
  });

  it('refers to nothing that it does not have', () => {
    const places = new Set([...partsOf(document)].map(([place]) => `#${place}`));
    const missing = [...partsOf(document)].flatMap(([, { $ref }]) =>
      typeof $ref === 'string' && !places.has($ref) ? [$ref] : [],
    );
    expect(missing).toEqual([]);
  });

  it('has examples that are as their schemas say', () => {
    const ajv = addFormats(new Ajv2020({ strict: false }));
    ajv.addSchema(document, 'openapi');
    const wrong = [...partsOf(document)].flatMap(([place, { schema, example }]) => {
      if (example === undefined) return [];
      const { $ref } = schema as { readonly $ref: string };
      const validate = ajv.compile({ $ref: `openapi${$ref}` });
      return validate(example) ? [] : [{ place, errors: validate.errors }];
    });
    expect(wrong).toEqual([]);
  });

  it('lets nothing be sent that has no end', () => {
    const sent = CONTRACT_IDS.flatMap((id) => {
      const { query, body, headers = {} }: Contract = CONTRACTS[id];
      const members = [query, body].flatMap((schema) => (schema === undefined ? [] : membersOf(schema)));
      const inHeaders = Object.entries(headers).map(([name, schema]) => ({ name, schema: schemaOf(schema) }));
      return [...members, ...inHeaders].map(({ name, schema }) => ({ name: `${id} ${name}`, schema }));
    });
    expect(sent.filter(({ schema }) => isEndless(schema)).map(({ name }) => name)).toEqual([]);
    expect([pathId, idempotencyKey, seenVersion].map((field) => isEndless(schemaOf(field)))).toEqual([
      false,
      false,
      false,
    ]);
  });
});
