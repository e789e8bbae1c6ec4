import type { $ZodType } from 'zod/v4/core';
import type { ContractId } from '../../domain/contract';
import type { CONTRACTS, CodeOf } from '../../domain/contracts';
import type { ROUTES, RouteId } from '../../domain/routes';
import type { ValueOf } from '../../domain/schemas/value';
import type { Cell } from '../cell';
import type { Clock, Person, PersonKeys, PersonReader, Sealer } from '../ports';
import { erased, noSuchLog, termsNotAccepted } from '../routes/problems';
import { errorNameOf, type Telemetry, tell } from '../telemetry';
import { acceptedIn } from '../use-cases/accept-terms';
import type { OpenedLog } from '../use-cases/read-as-reader';
import { isUuid } from '../uuid';
import { type Answer, type HttpResponse, type Problem, problem, render, type Success, type Text } from './answer';
import { type HttpEvent, requestIdOf } from './request';
import { personOf } from './token';

type Routes = typeof ROUTES;
type RoutesLike<Shape> = { [Id in keyof Routes]: Routes[Id] extends Shape ? Id : never }[keyof Routes];

export type PublicRouteId = RoutesLike<{ readonly access: 'public' }>;
/** Routes that a read key opens. */
export type KeyRouteId = RoutesLike<{ readonly access: 'key' }>;
/** Routes of a person, whether they have accepted the terms in force or not. */
export type PersonRouteId = RoutesLike<{ readonly access: 'person'; readonly beforeTerms: true }>;
/** Routes of a person who has accepted the terms in force. */
export type MemberRouteId = Exclude<RoutesLike<{ readonly access: 'person' }>, PersonRouteId>;

/** What each route may answer: the success and the problems of its contract. */
type Answers = {
  readonly [Id in RouteId]:
    | Problem<CodeOf<Id>>
    | (Id extends ContractId ? SuccessOf<(typeof CONTRACTS)[Id]['success']> : never);
};
type SuccessOf<Told> = Told extends {
  readonly status: infer Status extends 200 | 201 | 202;
  readonly body: infer Schema extends $ZodType;
}
  ? Success<Status, ValueOf<Schema> & object>
  : Told extends { readonly text: string }
    ? Success<200 | 304, Text>
    : Success<204, never>;
type Answering<Id extends RouteId> = Answers[Id] | Promise<Answers[Id]>;

export type PublicRoute<Id extends PublicRouteId = PublicRouteId> = (event: HttpEvent) => Answering<Id>;
export type PersonRoute<Id extends PersonRouteId = PersonRouteId> = (
  personId: string,
  event: HttpEvent,
) => Answering<Id>;
export type MemberRoute<Id extends MemberRouteId = MemberRouteId> = (member: Member, event: HttpEvent) => Answering<Id>;
export type KeyRoute<Id extends KeyRouteId = KeyRouteId> = (log: OpenedLog, event: HttpEvent) => Answering<Id>;
export type HttpHandler = (event: HttpEvent) => Promise<HttpResponse>;

/** A person who has accepted the terms in force, and what the cell keeps of them. */
export interface Member extends Person {
  readonly personId: string;
  readonly sealer: Sealer;
}

export interface Surroundings {
  readonly telemetry: Telemetry;
  readonly clock: Clock;
}

/** The function of a route that is reached without a token. */
export function publicHandler<Id extends PublicRouteId>(
  id: Id,
  route: PublicRoute<Id>,
  surroundings: Surroundings,
): HttpHandler {
  return handler(id, route, surroundings);
}

/** The function of a route that a person reaches with their access token, whatever they have accepted. */
export function personHandler<Id extends PersonRouteId>(
  id: Id,
  route: PersonRoute<Id>,
  surroundings: Surroundings,
): HttpHandler {
  return handler(
    id,
    (event) => {
      const person = personOf(event);
      return typeof person === 'string' ? route(person, event) : person;
    },
    surroundings,
  );
}

/**
 * The function of a route that is closed to whoever has not accepted the terms in force. A token that has outlived its
 * person opens none either.
 */
export function memberHandler<Id extends MemberRouteId>(
  id: Id,
  route: MemberRoute<Id>,
  { cell, people }: { readonly cell: Cell; readonly people: PersonReader },
  surroundings: Surroundings,
): HttpHandler {
  return handler(
    id,
    async (event) => {
      const personId = personOf(event);
      if (typeof personId !== 'string') return personId;
      const record = await people.read(personId);
      if (record.kind === 'erased') return erased();
      const { sealer } = record;
      if (sealer === undefined || acceptedIn(cell, record) === undefined) return termsNotAccepted(cell);
      return route({ ...record, personId, sealer }, event);
    },
    surroundings,
  );
}

/**
 * The function of a route that a read key opens. API Gateway calls it with what the authorizer has found; of somebody who was
 * erased since there is no key, and nothing is opened.
 */
export function keyHandler<Id extends KeyRouteId>(
  id: Id,
  route: KeyRoute<Id>,
  keys: Pick<PersonKeys, 'find'>,
  surroundings: Surroundings,
): HttpHandler {
  return handler(
    id,
    async (event) => {
      const { personId, logId } = event.requestContext?.authorizer?.lambda ?? {};
      if (!isUuid(personId) || !isUuid(logId)) return noSuchLog();
      const sealer = await keys.find(personId);
      return sealer === undefined ? noSuchLog() : route({ owner: { personId, sealer }, logId }, event);
    },
    surroundings,
  );
}

/** Nothing is thrown past this: Lambda would log message and stack, which may hold what somebody sent. */
function handler(
  route: RouteId,
  answerTo: (event: HttpEvent) => Answer | Promise<Answer>,
  { telemetry, clock }: Surroundings,
): HttpHandler {
  return async (event) => {
    const startedAt = clock();
    const requestId = requestIdOf(event);
    let answer: Answer;
    let errorName: string | undefined;
    try {
      answer = await answerTo(event);
    } catch (error) {
      errorName = errorNameOf(error);
      answer = problem(
        'internal_error',
        'nothing is wrong with the request; try again, and quote the requestId if it stays',
      );
    }
    const outcome = answer.kind === 'problem' ? answer.code : 'ok';
    const durationMs = clock() - startedAt;
    tell(telemetry, { requestId, route, outcome, durationMs, ...(errorName !== undefined && { errorName }) });
    return render(answer, requestId);
  };
}
