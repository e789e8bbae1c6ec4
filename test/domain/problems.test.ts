import { PROBLEMS } from '../../lib/domain/problems';

// What clients and the documentation rely on, written out: other tests take a status from the table itself.
describe('the problems', () => {
  it('have the status that HTTP has for them', () => {
    expect(Object.fromEntries(Object.entries(PROBLEMS).map(([code, { status }]) => [code, status]))).toEqual({
      invalid_request: 400,
      malformed_json: 400,
      unknown_country: 400,
      password_rejected: 400,
      confirmation_refused: 400,
      sign_in_refused: 401,
      unauthenticated: 401,
      served_elsewhere: 403,
      feature_unavailable: 403,
      terms_not_accepted: 403,
      not_found: 404,
      no_such_log: 404,
      no_such_reader: 404,
      no_such_media: 404,
      no_such_export: 404,
      no_such_import: 404,
      method_not_allowed: 405,
      terms_not_in_force: 409,
      history_full: 409,
      idempotency_key_reused: 409,
      archive_missing: 409,
      limit_reached: 409,
      erased: 410,
      profile_changed: 412,
      body_too_large: 413,
      unsupported_media_type: 415,
      other_jurisdiction: 421,
      residence_unconfirmed: 422,
      too_many_requests: 429,
      internal_error: 500,
    });
  });
});
