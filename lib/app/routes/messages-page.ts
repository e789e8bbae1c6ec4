import * as z from 'zod/mini';
import { MESSAGES_AT_ONCE, MOST_MESSAGES_AT_ONCE } from '../../domain/conversations';
import { count } from '../http/fields';
import { type Input, queryOf } from '../http/input';
import type { HttpEvent } from '../http/request';
import type { Page } from '../use-cases/read-messages';

// A position is a plain number: there is nothing in it to be forged.
const Query = z.strictObject({
  after: z.optional(count(5)),
  limit: z.optional(
    count(3).check(
      z.refine(
        (limit) => limit >= 1 && limit <= MOST_MESSAGES_AT_ONCE,
        `is at least 1 and at most ${MOST_MESSAGES_AT_ONCE}`,
      ),
    ),
  ),
});

/** Which messages of a log somebody asks for. */
export function pageOf(event: HttpEvent): Input<Page> {
  const query = queryOf(event, Query);
  if (query.kind === 'problem') return query;
  const { after = 0, limit = MESSAGES_AT_ONCE } = query.value;
  return { kind: 'input', value: { after, limit } };
}
