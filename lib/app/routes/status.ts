import type { StatusAnswer } from '../../domain/api';
import { type Cell, homeOf } from '../cell';
import { ok } from '../http/answer';
import type { PublicRoute } from '../http/handler';

export function statusRoute(cell: Cell): PublicRoute<'status'> {
  return () => ok({ status: 'ok', ...homeOf(cell) } satisfies StatusAnswer);
}
