import { type Contract, MOST_BODY_BYTES } from '../../domain/contract';
import { CONTRACT_IDS, CONTRACTS } from '../../domain/contracts';
import {
  ADDRESS_LIMIT,
  LIMITED_ROUTE_IDS,
  limitOf as rateLimitOf,
  SIGN_UPS_A_SECOND,
  STAGE_LIMIT,
} from '../../domain/rate-limits';
import { ROUTES, type Route } from '../../domain/routes';
import { code, link, table } from '../markdown';
import { membersOf, schemaOf } from './json-schemas';
import { limitOf } from './limits';

/** `docs/api.md`: every route, what makes it repeatable, how much it takes and answers, and where how often is limited. */
export function apiPage(): string {
  return `${[
    '# The API',
    `What each route takes and answers is in ${link('openapi.json', 'openapi.json')}, which every cell serves at \`GET /openapi.json\`. Both files are made of the contracts in \`lib/domain/contracts.ts\`, by which the code of the routes is typed and its answers are tested.`,
    '## Routes',
    table(
      ['route', 'method and path', 'open to', 'repeated', 'takes', 'answers at most', 'requests a second, and at once'],
      rows(),
    ),
    `A body has at most ${MOST_BODY_BYTES} bytes of JSON, and no member that its schema does not have. An id in a path is a UUID of version 4; what has another form is the id of nothing. Of two writes at once none is lost: a profile is written over the version that \`if-match\` names, and what is counted is written under a condition.`,
    ...limits(),
  ].join('\n\n')}\n`;
}

const OPEN_TO = { public: 'everybody', person: 'a person', key: 'who has a read key' } as const satisfies Record<
  Route['access'],
  string
>;

function rows(): readonly (readonly string[])[] {
  return CONTRACT_IDS.map((id) => {
    const contract: Contract = CONTRACTS[id];
    const { method, path, access, beforeTerms }: Route = ROUTES[id];
    const { rate, burst } = rateLimitOf(id);
    const openTo = beforeTerms === true ? `${OPEN_TO[access]}, before they accept the terms too` : OPEN_TO[access];
    return [
      code(id),
      code(`${method} ${path}`),
      openTo,
      repeatedOf(contract),
      takes(contract),
      contract.atMost ?? '',
      `${rate}, ${burst}`,
    ];
  });
}

function repeatedOf({ repeated }: Contract): string {
  if (repeated === undefined) return 'it reads';
  return repeated === 'by key' ? 'by `idempotency-key`' : repeated.byNature;
}

function takes({ query, headers = {}, body }: Contract): string {
  const inHeaders = Object.entries(headers).map(([name, schema]) => ({ name, schema: schemaOf(schema) }));
  const members = [query, body].flatMap((schema) => (schema === undefined ? [] : membersOf(schema)));
  return [...inHeaders, ...members]
    .map(({ name, schema }) => [code(name), limitOf(schema)].filter((part) => part !== '').join(' '))
    .join('; ');
}

function limits(): readonly string[] {
  const own = LIMITED_ROUTE_IDS.map(code).join(', ');
  return [
    '## How often',
    table(
      ['where', 'what it limits', 'what is answered'],
      [
        [
          'stage of the API',
          `${STAGE_LIMIT.rate} requests a second and ${STAGE_LIMIT.burst} at once, of everybody together, on each route that has no limit of its own`,
          "API Gateway's own 429",
        ],
        ['route of the API', `${own}: as told above, of everybody together`, "API Gateway's own 429"],
        [
          'web ACL of the user pool',
          `${ADDRESS_LIMIT.requests} calls in ${ADDRESS_LIMIT.seconds / 60} minutes of one network address`,
          "WAF's own 403",
        ],
        ['Cognito', 'its quotas, and guesses at one account', '`too_many_requests`'],
        ['the cell', 'how much one person has: logs, messages, readers, media, exports, imports', '`limit_reached`'],
      ],
    ),
    'The web ACL is for whoever calls the user pool directly, and limits how much of its quotas one address can use up. The calls of a cell come through an endpoint of its network, and may look like one address: its limit is above what the routes let pass. It keeps no request, neither a sample nor a log.',
    `Cognito's quotas are those of an account in a region, all its user pools together: no cell uses up another's. Sign-ups and confirmations count as \`UserCreation\` (${SIGN_UPS_A_SECOND} a second by default), sign-ins as \`UserAuthentication\`; what the web ACL blocks counts as nothing. Sources: ${QUOTAS}, ${WEB_ACLS}.`,
  ];
}

const QUOTAS = link('quotas', 'https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html');
const WEB_ACLS = link('web ACLs', 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-waf.html');
