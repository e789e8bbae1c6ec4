import { MESSAGES_AT_ONCE } from '../../domain/conversations';
import { MessagesQuery } from '../../domain/schemas/requests';
import { type Input, queryOf } from '../http/input';
import type { HttpEvent } from '../http/request';
import type { Page } from '../use-cases/read-messages';

/** Which messages of a log somebody asks for. */
export function pageOf(event: HttpEvent): Input<Page> {
  const query = queryOf(event, MessagesQuery);
  if (query.kind === 'problem') return query;
  const { after = 0, limit = MESSAGES_AT_ONCE } = query.value;
  return { kind: 'input', value: { after, limit } };
}
