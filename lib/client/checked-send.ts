import * as z from 'zod/mini';
import type { Contract, ContractId } from '../domain/contract';
import { CONTRACT_IDS, CONTRACTS, problemsOf } from '../domain/contracts';
import { DomicileError } from '../domain/errors';
import { PROBLEMS, type ProblemCode } from '../domain/problems';
import { parametersOf } from '../domain/route-path';
import { ROUTES } from '../domain/routes';
import type { Send } from './send';

/** A cell answered something that its contract does not have. */
class ContractError extends DomicileError {}

/**
 * Sends, and takes no answer that is not as the contract of its route says: for who tries a cell. A person's device does without,
 * since it has to live with what a newer cell adds.
 */
export function checkedSend(send: Send): Send {
  return async (request) => {
    const response = await send(request);
    const id = CONTRACT_IDS.find(
      (one) =>
        ROUTES[one].method === request.method && parametersOf(ROUTES[one].path, request.url.pathname) !== undefined,
    );
    const fault = id === undefined ? undefined : faultOf(id, response);
    if (fault === undefined) return response;
    throw new ContractError('ContractBroken', `'${id}' answered with status ${response.status}, and ${fault}`);
  };
}

/** What is wrong with an answer, in words that repeat nothing of it. */
function faultOf(
  id: ContractId,
  { status, body }: { readonly status: number; readonly body: string },
): string | undefined {
  const { success }: Contract = CONTRACTS[id];
  if (status === success.status) {
    if (!('body' in success)) return undefined;
    const { error } = z.safeParse(success.body, parsed(body));
    return error?.issues.map(({ path, code }) => `'${path.join('.')}' is ${code}`).join(', ');
  }
  const code = (parsed(body) as { readonly code?: ProblemCode } | undefined)?.code;
  // What API Gateway answers by itself has no code.
  if (code === undefined) return status >= 400 ? undefined : 'that is no status of its contract';
  return problemsOf(id).includes(code) && PROBLEMS[code].status === status ? undefined : `the code '${code}'`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
