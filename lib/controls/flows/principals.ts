import type { Stack } from '../../assembly/stack';
import { known, show, split, type Text, wholeHole } from '../../assembly/text';
import type { Names } from './names';
import type { Resource } from './resource';
import type { Condition, Principal, Statement } from './statements';

/** Whom a statement of a resource's own policy speaks of. */
export type Who =
  /** Whoever in the own account has a policy that allows it as well. */
  | { readonly is: 'own account' }
  /** A role or a user that is made here. */
  | { readonly is: 'made'; readonly resource: Resource }
  /** A service of AWS, by the first label of its name: `lambda`, `ecs-tasks`. */
  | { readonly is: 'service'; readonly service: string }
  /** Whoever an identity provider signs in. */
  | { readonly is: 'federated'; readonly provider: Text }
  /** Somebody outside of the account, or somebody who is not known. */
  | { readonly is: 'other'; readonly name: string; readonly certain: boolean };

const ACCOUNT = /^\d{12}$/u;

/** Everybody whom a statement lets in, as far as its conditions narrow that for sure. */
export function whoIsLetIn(
  { principals, conditions }: Pick<Statement, 'principals' | 'conditions'>,
  stack: Stack,
  names: Names,
): Who[] {
  if (principals.except) return [{ is: 'other', name: 'everybody but a few', certain: true }];
  const narrowed = narrowedTo(conditions, stack, names);
  return principals.named.flatMap((principal) => {
    const who = whoIs(principal, stack, names);
    // A service acts for whoever its conditions name, and an own role stays what it is.
    return narrowed === undefined || who.is === 'service' || who.is === 'made' ? [who] : narrowed;
  });
}

function whoIs({ kind, text }: Principal, stack: Stack, names: Names): Who {
  if (kind === '*') return { is: 'other', name: 'anybody', certain: true };
  if (kind === 'Service') return serviceIn(text);
  if (kind === 'Federated') return { is: 'federated', provider: text };
  return named(text, stack, names);
}

function serviceIn(text: Text): Who {
  const service = known(text)?.replace(/\.amazonaws\.com(?:\.cn)?$/u, '');
  return service === undefined ? { is: 'other', name: `'${show(text)}'`, certain: false } : { is: 'service', service };
}

/** A principal by ARN, account or id. */
function named(text: Text, stack: Stack, names: Names): Who {
  const pointed = names.pointedAt(text);
  if (pointed?.type === 'AWS::CloudFront::CloudFrontOriginAccessIdentity') return CLOUDFRONT;
  if (pointed !== undefined) return { is: 'made', resource: pointed };
  if (show(text).includes('CloudFront Origin Access Identity')) return CLOUDFRONT;
  const [scheme = [], , , , account = [], name = []] = split(text, ':');
  const owner = known(scheme) === 'arn' ? account : text;
  if (isOwn(owner, stack)) {
    if (owner === text || known(name) === 'root') return { is: 'own account' };
    const [resource] = names.named(text, stack).filter(({ type }) => IDENTITIES.has(type));
    return resource === undefined
      ? { is: 'other', name: `'${show(text)}', which is not here`, certain: false }
      : { is: 'made', resource };
  }
  const id = known(owner);
  return id !== undefined && ACCOUNT.test(id)
    ? { is: 'other', name: `account '${id}'`, certain: stack.account !== undefined }
    : { is: 'other', name: `'${show(text)}'`, certain: false };
}

const IDENTITIES = new Set(['AWS::IAM::Role', 'AWS::IAM::User']);
const CLOUDFRONT: Who = { is: 'other', name: "CloudFront's edge locations", certain: true };

function isOwn(account: Text, stack: Stack): boolean {
  const id = known(account);
  if (id !== undefined) return id === stack.account;
  return wholeHole(account)?.key === 'account';
}

/** Operators that demand equality. `IfExists` lets through what has no such key, and so narrows nothing. */
const DEMANDING = /^(?:ForAnyValue:)?(?:StringEquals|StringLike|StringEqualsIgnoreCase|ArnEquals|ArnLike)$/u;

/** Keys whose value is an account that the caller, or what it calls for, has to be of. */
const ACCOUNT_KEYS = new Set(['aws:principalaccount', 'aws:sourceaccount', 'aws:sourceowner', 'kms:calleraccount']);

/** Keys by which only what is within the own network is let in. */
const NETWORK_KEYS = new Set(['aws:sourcevpc', 'aws:sourcevpce']);

/** Whom conditions narrow anybody to. Undefined where they say nothing for sure. */
function narrowedTo(conditions: readonly Condition[], stack: Stack, names: Names): Who[] | undefined {
  for (const { operator, key, values } of conditions) {
    if (!DEMANDING.test(operator) || values.length === 0) continue;
    if (ACCOUNT_KEYS.has(key)) return values.map((value) => named(value, stack, names));
    if (key === 'aws:sourcearn') return values.map((value) => sourceOf(value, stack, names));
    if (key === 'aws:principalarn') return values.map((value) => named(value, stack, names));
    if (NETWORK_KEYS.has(key) && values.every((value) => isMadeHere(value, names))) return [{ is: 'own account' }];
  }
  return undefined;
}

/** For whose resource a service acts. A bucket's ARN tells no account. */
function sourceOf(text: Text, stack: Stack, names: Names): Who {
  const account = split(text, ':')[4] ?? [];
  const isOwnSource = names.pointedAt(text) !== undefined || isOwn(account, stack);
  return isOwnSource ? { is: 'own account' } : { is: 'other', name: `'${show(text)}'`, certain: false };
}

function isMadeHere(text: Text, names: Names): boolean {
  const type = names.pointedAt(text)?.type;
  return type === 'AWS::EC2::VPC' || type === 'AWS::EC2::VPCEndpoint';
}
