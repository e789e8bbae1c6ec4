import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import {
  CreateRoleCommand,
  DeleteRoleCommand,
  DeleteRolePermissionsBoundaryCommand,
  DeleteRolePolicyCommand,
  IAMClient,
  PutRolePermissionsBoundaryCommand,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { boundaryName } from '../../domain/cell';
import { HOME_REGION, type JurisdictionId } from '../../domain/jurisdictions';
import { ClaimError, LocalError } from '../errors';
import { boundaryOf } from '../settle';
import { sdkConfiguration, type Target } from '../target';
import type { Attempt, Move, Session } from './move';
import { MOVES } from './moves';
import { worksAtHome } from './work-at-home';

/** What became of one move from one cell. */
export interface DrillRow {
  readonly jurisdiction: JurisdictionId;
  readonly move: Pick<Move, 'title' | 'action'>;
  readonly home: string;
  readonly abroad: string;
  /** Milliseconds until the marker was read abroad, without the boundary. */
  readonly arrivedAfterMs: number;
  readonly refusal: Refusal;
}

/** How the same call was refused with the boundary, which is all that had changed. */
export interface Refusal {
  /** Whether a statement of the boundary says no; otherwise no statement of it says yes. */
  readonly explicit: boolean;
}

const ARRIVAL_LIMIT_MS = 20_000;
const SHORTEST_WATCH_MS = 400;
/** S3 leaves the word Exception out. */
const REFUSALS = ['AccessDenied', 'AccessDeniedException'];

/**
 * Tries to carry data from a cell's home to another region: first by a role that may do anything, which has to succeed, or a
 * later refusal would prove nothing; then by the same role with the cell's boundary, which has to be refused.
 *
 * @throws ClaimError when a move succeeds that should not
 */
export async function drill(target: Target, jurisdiction: JurisdictionId, abroad: string): Promise<DrillRow[]> {
  const home = HOME_REGION[jurisdiction];
  const boundary = boundaryName(jurisdiction);
  const role = await makeRole(target, home);
  const place = { target, home, abroad, session: role.session };
  const moved = async (): Promise<DrillRow[]> => {
    const arrivals = await allOf(MOVES.map((move) => attempt(move, place, mustArrive)));
    await role.bound(`arn:aws:iam::${target.account}:policy/${boundary}`);
    await worksAtHome({ ...place, boundary });
    return allOf(
      MOVES.map(async (move, index): Promise<DrillRow> => {
        const arrivedAfterMs = arrivals[index] ?? 0;
        const refused = mustBeRefused(boundary, Math.max(SHORTEST_WATCH_MS, 3 * arrivedAfterMs));
        return { jurisdiction, move, home, abroad, arrivedAfterMs, refusal: await attempt(move, place, refused) };
      }),
    );
  };
  const [rows] = await inTurn(moved, () => role.remove());
  return rows;
}

interface AttemptPlace {
  readonly target: Target;
  readonly home: string;
  readonly abroad: string;
  readonly session: Session;
}

/** Prepares a move under names of its own, judges what comes of it, and removes all that it made. */
async function attempt<Verdict>(
  move: Move,
  place: AttemptPlace,
  judge: (move: Move, attempt: Attempt) => Promise<Verdict>,
): Promise<Verdict> {
  const made: (() => Promise<unknown>)[] = [];
  const judged = async (): Promise<Verdict> => {
    const prepared = await move.prepare({
      ...place,
      name: `drill-${randomBytes(5).toString('hex')}`,
      marker: `drill marker ${randomBytes(12).toString('hex')}`,
      undo: (remove) => made.push(remove),
    });
    return judge(move, prepared);
  };
  const removed = async (): Promise<void> => {
    for (const remove of made.toReversed()) await remove();
  };
  const [verdict] = await inTurn(judged, removed);
  return verdict;
}

/** Does the second also when the first fails, whose failure then is the one that is told. */
async function inTurn<First, Second>(
  first: () => Promise<First>,
  second: () => Promise<Second>,
): Promise<[First, Second]> {
  const [one] = await Promise.allSettled([first()]);
  const [two] = await Promise.allSettled([second()]);
  if (one.status === 'rejected') throw one.reason;
  if (two.status === 'rejected') throw two.reason;
  return [one.value, two.value];
}

/** Waits for all also when one fails, so that each has removed what it made before the failure is told. */
async function allOf<Result>(work: readonly Promise<Result>[]): Promise<Result[]> {
  await Promise.allSettled(work);
  return Promise.all(work);
}

async function mustArrive(move: Move, prepared: Attempt): Promise<number> {
  const started = Date.now();
  try {
    await prepared.try();
  } catch (error) {
    throw new LocalError(
      'DrillProvesNothing',
      `'${move.action}' failed without a boundary (${nameOf(error)}), so that a refusal with one would prove nothing`,
      { cause: error },
    );
  }
  await prepared.carryOn?.();
  while (!(await prepared.seenAbroad())) {
    if (Date.now() - started > ARRIVAL_LIMIT_MS) {
      throw new LocalError(
        'DrillProvesNothing',
        `'${move.action}' carried nothing abroad without a boundary within ${ARRIVAL_LIMIT_MS / 1000} s, so that a refusal with one would prove nothing`,
      );
    }
    await delay(20);
  }
  return Date.now() - started;
}

function mustBeRefused(boundary: string, watchedMs: number) {
  return async (move: Move, prepared: Attempt): Promise<Refusal> => {
    const refusal = await refusalOf(move, boundary, prepared);
    await prepared.carryOn?.();
    await delay(watchedMs);
    if (await prepared.seenAbroad()) {
      throw new ClaimError(
        'ArrivedAbroad',
        `'${move.action}' was refused with boundary '${boundary}', and the data is abroad all the same`,
      );
    }
    return refusal;
  };
}

async function refusalOf(move: Move, boundary: string, prepared: Attempt): Promise<Refusal> {
  try {
    await prepared.try();
  } catch (error) {
    if (REFUSALS.includes(nameOf(error))) return { explicit: /explicit deny/i.test((error as Error).message) };
    throw new LocalError(
      'DrillUndecided',
      `'${move.action}' with a boundary failed with '${nameOf(error)}', which is no refusal`,
      { cause: error },
    );
  }
  throw new ClaimError(
    'NotRefused',
    `'${move.action}' was not refused to a role with boundary '${boundary}': ${move.title}`,
  );
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : String(error);
}

/** A role that may do anything, and a session of it. */
async function makeRole(target: Target, home: string) {
  const iam = new IAMClient(sdkConfiguration(target, 'us-east-1'));
  const RoleName = `drill-${randomBytes(5).toString('hex')}`;
  const roleArn = `arn:aws:iam::${target.account}:role/${RoleName}`;
  const trust = {
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${target.account}:root` },
    Action: 'sts:AssumeRole',
  };
  // S3 assumes the role that its replication rules name.
  const service = { Effect: 'Allow', Principal: { Service: 's3.amazonaws.com' }, Action: 'sts:AssumeRole' };
  await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: documentOf(trust, service) }));
  const everything = documentOf({ Effect: 'Allow', Action: '*', Resource: '*' });
  await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'everything', PolicyDocument: everything }));
  const sts = new STSClient(sdkConfiguration(target, home));
  const { Credentials: keys, AssumedRoleUser } = await sts.send(
    new AssumeRoleCommand({ RoleArn: roleArn, RoleSessionName: 'drill' }),
  );
  const {
    AccessKeyId: accessKeyId = '',
    SecretAccessKey: secretAccessKey = '',
    SessionToken: sessionToken = '',
  } = keys ?? {};
  const session: Session = {
    credentials: { accessKeyId, secretAccessKey, sessionToken },
    roleArn,
    sessionArn: AssumedRoleUser?.Arn ?? '',
  };
  let bounded = false;
  return {
    session,
    bound: async (boundary: string): Promise<void> => {
      await iam.send(new PutRolePermissionsBoundaryCommand({ RoleName, PermissionsBoundary: boundary }));
      bounded = true;
      const carried = await boundaryOf(iam, RoleName);
      if (carried !== boundary)
        throw new LocalError(
          'BoundaryMissing',
          `the drill's role carries the boundary '${carried}' after it was given '${boundary}'`,
        );
    },
    remove: async (): Promise<void> => {
      if (bounded) await iam.send(new DeleteRolePermissionsBoundaryCommand({ RoleName }));
      await iam.send(new DeleteRolePolicyCommand({ RoleName, PolicyName: 'everything' }));
      await iam.send(new DeleteRoleCommand({ RoleName }));
    },
  };
}

function documentOf(...Statement: readonly object[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement });
}
