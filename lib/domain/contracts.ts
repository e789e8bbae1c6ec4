import {
  ConfirmationAnswer,
  ConsentsAnswer,
  ErasureAnswer,
  FeaturesAnswer,
  LocationAnswer,
  ProfileAnswer,
  ReceiptAnswer,
  RegistrationAnswer,
  ResidencyAnswer,
  SessionAnswer,
  StatusAnswer,
  TermsAcceptance,
  TermsAnswer,
} from './api';
import { ExportAnswer, ExportStartAnswer, ImportAnswer, ImportRunAnswer, ImportStartAnswer } from './archive-api';
import { MOST_CHANGES } from './consents';
import type { Contract, ContractId, ContractOf } from './contract';
import { MOST_LOGS, MOST_MESSAGES_AT_ONCE, MOST_READERS } from './conversations';
import {
  DownloadAnswer,
  LogAnswer,
  LogsAnswer,
  MessagesAnswer,
  MessageWrittenAnswer,
  ReaderAnswer,
  UploadAnswer,
} from './conversations-api';
import { PROBLEM_CODES, type ProblemCode } from './problems';
import { ROUTES, type Route, type RouteId } from './routes';
import { idempotencyKey, seenVersion } from './schemas/fields';
import {
  ConfirmationRequest,
  ConsentRequest,
  FeaturesQuery,
  ImportRequest,
  MediaRequest,
  MessageRequest,
  MessagesQuery,
  ProfileRequest,
  ReaderRequest,
  RegistrationRequest,
  ResidencyQuery,
  SessionRequest,
  TermsReference,
} from './schemas/requests';

const BY_KEY = { 'idempotency-key': idempotencyKey };
const A_PAGE = `${MOST_MESSAGES_AT_ONCE} messages, and where the next ones begin`;

/**
 * What each route takes and answers: its code is typed by this table, and the OpenAPI document is made of it. A route without an
 * entry, or one that answers with something that its entry does not have, does not compile.
 */
export const CONTRACTS = {
  status: {
    tag: 'cell',
    summary: 'says that the cell is up, and where it is',
    success: { status: 200, body: StatusAnswer },
    problems: [],
  },
  residency: {
    tag: 'cell',
    summary: 'says which jurisdiction a country of residence belongs to, and whether the country of a phone agrees',
    query: ResidencyQuery,
    success: { status: 200, body: ResidencyAnswer },
    problems: ['unknown_country'],
  },
  features: {
    tag: 'cell',
    summary: 'says which features are on, off or limited here, why, and what they send to whom',
    query: FeaturesQuery,
    success: { status: 200, body: FeaturesAnswer },
    problems: ['feature_unavailable'],
  },
  'register-person': {
    tag: 'registration',
    summary: 'registers a person who belongs here, and refuses everybody else',
    body: RegistrationRequest,
    success: { status: 202, body: RegistrationAnswer },
    problems: [
      'unknown_country',
      'password_rejected',
      'served_elsewhere',
      'other_jurisdiction',
      'residence_unconfirmed',
      'too_many_requests',
    ],
    repeated: { byNature: 'of the registrations of one address only one can be confirmed, and the others stay empty' },
  },
  'confirm-registration': {
    tag: 'registration',
    summary: 'confirms a registration by the code that was sent by mail',
    body: ConfirmationRequest,
    success: { status: 200, body: ConfirmationAnswer },
    problems: ['confirmation_refused', 'too_many_requests'],
    repeated: { byNature: 'a code works once, and what is confirmed stays so' },
  },
  'sign-in': {
    tag: 'registration',
    summary: 'exchanges a password for an access token',
    body: SessionRequest,
    success: { status: 200, body: SessionAnswer },
    problems: ['sign_in_refused', 'too_many_requests'],
    repeated: { byNature: 'each call answers a token of its own, and the cell keeps none' },
  },
  'read-terms': {
    tag: 'cell',
    summary: 'answers the terms in force, with their exact text',
    success: { status: 200, body: TermsAnswer },
    problems: [],
  },
  'accept-terms': {
    tag: 'person',
    summary: 'records that the caller accepted the terms in force',
    body: TermsReference,
    success: { status: 200, body: TermsAcceptance },
    problems: ['erased', 'terms_not_in_force'],
    repeated: { byNature: 'accepted again, it stays with the first time' },
  },
  'read-profile': {
    tag: 'person',
    summary: "reads the caller's profile",
    success: { status: 200, body: ProfileAnswer, etag: true },
    problems: [],
  },
  'write-profile': {
    tag: 'person',
    summary: "writes the caller's profile",
    headers: { 'if-match': seenVersion },
    body: ProfileRequest,
    success: { status: 200, body: ProfileAnswer, etag: true },
    problems: ['erased', 'profile_changed'],
    repeated: {
      byNature: 'the whole profile is written; with if-match, only over the version that the caller has seen',
    },
  },
  'erase-person': {
    tag: 'person',
    summary: 'begins the erasure of the caller',
    success: { status: 202, body: ErasureAnswer },
    problems: [],
    repeated: { byNature: 'the answer names the same receipt' },
  },
  transparency: {
    tag: 'cell',
    summary: 'the page on which anybody reads where the cell keeps what',
    success: { status: 200, text: 'text/html; charset=utf-8' },
    problems: [],
  },
  'home-page': {
    tag: 'cell',
    summary: 'the page on which people see where their data rests, and decide about it',
    success: { status: 200, text: 'text/html; charset=utf-8', etag: true },
    problems: [],
  },
  openapi: {
    tag: 'cell',
    summary: 'this document',
    success: { status: 200, text: 'application/json', etag: true },
    problems: [],
  },
  'read-receipt': {
    tag: 'person',
    summary: 'says how far an erasure is, and when it is final; it names nobody',
    success: { status: 200, body: ReceiptAnswer },
    problems: ['not_found'],
  },
  'read-consents': {
    tag: 'person',
    summary: "reads the caller's consents, and their history",
    success: { status: 200, body: ConsentsAnswer },
    problems: [],
    atMost: `${MOST_CHANGES} changes by which something was given, and those that took it back`,
  },
  'change-consent': {
    tag: 'person',
    summary: 'records a consent that the caller gives or withdraws',
    body: ConsentRequest,
    success: { status: 200, body: ConsentsAnswer },
    problems: ['erased', 'history_full', 'too_many_requests'],
    repeated: { byNature: 'what is so already is not recorded again' },
    atMost: 'as read-consents',
  },
  'locate-data': {
    tag: 'person',
    summary: "says where the caller's data rests",
    success: { status: 200, body: LocationAnswer },
    problems: [],
  },
  'start-log': {
    tag: 'conversations',
    summary: 'starts a log of the caller',
    headers: BY_KEY,
    success: { status: 201, body: LogAnswer },
    problems: ['erased', 'limit_reached', 'too_many_requests'],
    repeated: 'by key',
  },
  'list-logs': {
    tag: 'conversations',
    summary: "lists the caller's logs, and who can read them",
    success: { status: 200, body: LogsAnswer },
    problems: [],
    atMost: `${MOST_LOGS} logs with ${MOST_READERS} readers each, which is all that there can be`,
  },
  'write-message': {
    tag: 'conversations',
    summary: 'writes a message into a log of the caller',
    headers: BY_KEY,
    body: MessageRequest,
    success: { status: 201, body: MessageWrittenAnswer },
    problems: [
      'no_such_log',
      'no_such_media',
      'idempotency_key_reused',
      'limit_reached',
      'erased',
      'too_many_requests',
    ],
    repeated: 'by key',
  },
  'read-own-log': {
    tag: 'conversations',
    summary: 'reads a log of the caller',
    query: MessagesQuery,
    success: { status: 200, body: MessagesAnswer },
    problems: ['no_such_log'],
    atMost: A_PAGE,
  },
  'grant-reader': {
    tag: 'conversations',
    summary: 'makes a key with which somebody reads a log of the caller',
    headers: BY_KEY,
    body: ReaderRequest,
    success: { status: 201, body: ReaderAnswer },
    problems: ['no_such_log', 'idempotency_key_reused', 'limit_reached', 'erased', 'too_many_requests'],
    repeated: 'by key',
  },
  'revoke-reader': {
    tag: 'conversations',
    summary: 'takes such a key back',
    success: { status: 204 },
    problems: ['no_such_reader'],
    repeated: { byNature: 'for a day the answer is the same, and after it there is no such reader' },
  },
  'upload-media': {
    tag: 'conversations',
    summary: 'signs a form with which the caller uploads one object',
    headers: BY_KEY,
    body: MediaRequest,
    success: { status: 201, body: UploadAnswer },
    problems: ['idempotency_key_reused', 'limit_reached', 'erased', 'too_many_requests'],
    repeated: 'by key',
  },
  'download-media': {
    tag: 'conversations',
    summary: 'signs a link to an object of the caller',
    success: { status: 200, body: DownloadAnswer },
    problems: ['no_such_media'],
  },
  'read-log': {
    tag: 'other logs',
    summary: 'reads the log that a key opens; it does not say whose log it is',
    query: MessagesQuery,
    success: { status: 200, body: MessagesAnswer },
    problems: ['no_such_log'],
    atMost: A_PAGE,
  },
  'read-log-media': {
    tag: 'other logs',
    summary: 'signs a link to an object that is named in the log that a key opens',
    success: { status: 200, body: DownloadAnswer },
    problems: ['no_such_media'],
  },
  'start-export': {
    tag: 'archives',
    summary: 'begins to collect everything that the cell keeps of the caller into an archive',
    headers: BY_KEY,
    success: { status: 202, body: ExportStartAnswer },
    problems: ['erased', 'limit_reached', 'too_many_requests'],
    repeated: 'by key',
  },
  'read-export': {
    tag: 'archives',
    summary: 'says how far an export is, and where its archive can be downloaded',
    success: { status: 200, body: ExportAnswer },
    problems: ['no_such_export'],
  },
  'start-import': {
    tag: 'archives',
    summary: 'signs a form with which the caller uploads an archive from another home',
    headers: BY_KEY,
    body: ImportRequest,
    success: { status: 201, body: ImportStartAnswer },
    problems: ['idempotency_key_reused', 'limit_reached', 'erased', 'too_many_requests'],
    repeated: 'by key',
  },
  'run-import': {
    tag: 'archives',
    summary: 'begins to verify and to take in an archive that was uploaded',
    success: { status: 202, body: ImportRunAnswer },
    problems: ['no_such_import', 'archive_missing'],
    repeated: { byNature: 'an import that runs or has run is not begun again' },
  },
  'read-import': {
    tag: 'archives',
    summary: 'says how far an import is, and what of the archive has arrived',
    success: { status: 200, body: ImportAnswer },
    problems: ['no_such_import'],
  },
} as const satisfies { readonly [Id in ContractId]: ContractOf<(typeof ROUTES)[Id]> };

type Contracts = typeof CONTRACTS;

/** What is refused before a route's own code sees it, by what the route takes. */
const REFUSED_INPUT = {
  query: ['invalid_request'],
  headers: ['invalid_request'],
  body: ['invalid_request', 'malformed_json', 'unsupported_media_type', 'body_too_large'],
} as const satisfies Readonly<Record<string, readonly ProblemCode[]>>;

/** The one route without a path answers for everything that has none. */
const FALLBACK_PROBLEMS = ['not_found', 'method_not_allowed'] as const satisfies readonly ProblemCode[];

/** The codes with which the code of a route may refuse. */
export type CodeOf<Id extends RouteId> = Id extends ContractId
  ? Contracts[Id]['problems'][number] | InputCode<Contracts[Id]>
  : (typeof FALLBACK_PROBLEMS)[number];

/** The codes with which each part of a request is refused. */
export type RefusedInput = { readonly [Part in keyof typeof REFUSED_INPUT]: (typeof REFUSED_INPUT)[Part][number] };
type InputCode<C> = RefusedInput[keyof RefusedInput & keyof C];

/** What is refused before a route's own code runs, by who may call it. */
const REFUSED_CALLERS = {
  public: [],
  person: ['unauthenticated'],
  member: ['unauthenticated', 'erased', 'terms_not_accepted'],
  key: ['no_such_log'],
} as const satisfies Readonly<Record<string, readonly ProblemCode[]>>;

/** Every code with which a cell's own code refuses a call of a route, in the order of the table of problems. */
export function problemsOf(id: ContractId): readonly ProblemCode[] {
  const contract: Contract = CONTRACTS[id];
  const route: Route = ROUTES[id];
  const caller = route.access === 'person' && route.beforeTerms !== true ? 'member' : route.access;
  const inputs = Object.entries(REFUSED_INPUT).flatMap(([part, codes]): readonly ProblemCode[] =>
    Object.hasOwn(contract, part) ? codes : [],
  );
  const codes = new Set<ProblemCode>([...inputs, ...REFUSED_CALLERS[caller], ...contract.problems, 'internal_error']);
  return PROBLEM_CODES.filter((code) => codes.has(code));
}

export const CONTRACT_IDS = Object.keys(CONTRACTS) as ContractId[];
