/**
 * The problems that a cell's own code answers with (RFC 9457): HTTP status and title of each code.
 *
 * The code is what a client decides by; it never changes its meaning. What API Gateway answers by itself (401 of the
 * authorizer, its own 413, 429 and 5xx) cannot be shaped and has no code.
 */
export const PROBLEMS = {
  invalid_request: { status: 400, title: 'the request is not as this route needs it' },
  malformed_json: { status: 400, title: 'the body is not JSON' },
  unknown_country: { status: 400, title: 'there is no such country' },
  password_rejected: { status: 400, title: 'the password is too weak' },
  confirmation_refused: { status: 400, title: 'the registration was not confirmed' },
  sign_in_refused: { status: 401, title: 'the sign-in was refused' },
  unauthenticated: { status: 401, title: 'an access token is needed' },
  served_elsewhere: { status: 403, title: 'people who live there are served by another service' },
  feature_unavailable: { status: 403, title: 'the feature is off in this jurisdiction' },
  terms_not_accepted: { status: 403, title: 'the terms in force have not been accepted' },
  not_found: { status: 404, title: 'there is nothing at this path' },
  no_such_log: { status: 404, title: 'there is no such log' },
  no_such_reader: { status: 404, title: 'nobody reads the log by this id' },
  no_such_media: { status: 404, title: 'there is no such object' },
  no_such_export: { status: 404, title: 'there is no such export' },
  no_such_import: { status: 404, title: 'there is no such import' },
  method_not_allowed: { status: 405, title: 'this path does not know the method' },
  terms_not_in_force: { status: 409, title: 'these are not the terms in force' },
  history_full: { status: 409, title: 'no more changes can be recorded' },
  idempotency_key_reused: { status: 409, title: 'the idempotency key was used for another call' },
  archive_missing: { status: 409, title: 'the archive has not arrived' },
  limit_reached: { status: 409, title: 'no more of this is kept of one person' },
  erased: { status: 410, title: 'everything about this person was erased' },
  profile_changed: { status: 412, title: 'the profile has changed in the meantime' },
  body_too_large: { status: 413, title: 'the body is too large' },
  unsupported_media_type: { status: 415, title: 'the body has to be JSON' },
  other_jurisdiction: { status: 421, title: 'people who live there belong to another jurisdiction' },
  residence_unconfirmed: { status: 422, title: 'residence and phone belong to different jurisdictions' },
  too_many_requests: { status: 429, title: 'too many requests' },
  internal_error: { status: 500, title: 'something went wrong on our side' },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly title: string }>>;

export type ProblemCode = keyof typeof PROBLEMS;
export const PROBLEM_CODES = Object.keys(PROBLEMS) as ProblemCode[];

/** The stable URI that names a kind of problem. */
export function problemType(code: ProblemCode): string {
  return `https://domicile.example/problems/${code}`;
}
