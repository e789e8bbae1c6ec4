import type { DomicileClient, Session } from './domicile-client';
import { ProblemError } from './problem-error';

/** How much a person has written at a home, where that is told. */
export type Written = { readonly logs: number; readonly messages: number } | 'locked' | 'erased';

/** `locked` where terms that they have not accepted shut everything, and let nobody write either. */
export async function writtenBy(
  session: Session,
  { conversations }: Pick<DomicileClient, 'conversations'>,
): Promise<Written> {
  try {
    const { logs } = await conversations.logs(session);
    return { logs: logs.length, messages: logs.reduce((sum, log) => sum + log.messages, 0) };
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'terms_not_accepted') return 'locked';
    if (error instanceof ProblemError && error.code === 'erased') return 'erased';
    throw error;
  }
}
