import { randomBytes } from 'node:crypto';
import { RefusedError } from './tables';

interface Account {
  readonly password: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly isConfirmed: boolean;
}

/** Accounts by pool and username. The pool of a cell and its client have one name. */
export type Accounts = Map<string, Account>;

interface CognitoInput {
  readonly ClientId?: string;
  readonly UserPoolId?: string;
  readonly Username: string;
  readonly Password: string;
  readonly UserAttributes: readonly { readonly Name: string; readonly Value: string }[];
  readonly ConfirmationCode: string;
  readonly AuthParameters: { readonly USERNAME: string; readonly PASSWORD: string };
}

export const CODE = '123456';
const SECONDS = 300;
/** When every account was made: at the time at which a world begins. */
const CREATED = 1_795_521_600;

/** A user pool whose addresses are aliases: who has one is told only when it is confirmed. */
export function cognito(accounts: Accounts, operation: string, asked: object): object {
  const input = asked as CognitoInput;
  const pool = input.UserPoolId ?? input.ClientId ?? '';
  const keyOf = (username: string) => `${pool} ${username}`;
  const existing = (key: string): Account => {
    const account = accounts.get(key);
    if (account === undefined) throw new RefusedError('UserNotFoundException');
    return account;
  };
  const key = keyOf(input.Username);
  switch (operation) {
    case 'SignUp': {
      if (accounts.has(key)) throw new RefusedError('UsernameExistsException');
      const attributes = Object.fromEntries(input.UserAttributes.map(({ Name, Value }) => [Name, Value]));
      accounts.set(key, { password: input.Password, attributes, isConfirmed: false });
      return { UserConfirmed: false };
    }
    case 'ConfirmSignUp': {
      const account = existing(key);
      // https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmSignUp.html
      if (account.isConfirmed) throw new RefusedError('NotAuthorizedException');
      if (input.ConfirmationCode !== CODE) throw new RefusedError('CodeMismatchException');
      const email = account.attributes['email'];
      const others = [...accounts].filter(([other]) => other.startsWith(`${pool} `) && other !== key);
      if (others.some(([, one]) => one.isConfirmed && one.attributes['email'] === email))
        throw new RefusedError('AliasExistsException');
      accounts.set(key, { ...account, isConfirmed: true });
      return {};
    }
    case 'InitiateAuth': {
      const { USERNAME: username, PASSWORD: password } = input.AuthParameters;
      const account = existing(keyOf(username));
      if (!account.isConfirmed) throw new RefusedError('UserNotConfirmedException');
      if (account.password !== password) throw new RefusedError('NotAuthorizedException');
      return { AuthenticationResult: { AccessToken: `a.${username}.c`, ExpiresIn: SECONDS } };
    }
    case 'AdminGetUser': {
      const { attributes, isConfirmed } = existing(key);
      const all = { ...attributes, email_verified: String(isConfirmed) };
      return {
        Username: input.Username,
        UserAttributes: Object.entries(all).map(([Name, Value]) => ({ Name, Value })),
        UserCreateDate: CREATED,
      };
    }
    // An emulator passes the filter over, and AWS may come to know other states.
    case 'ListUsers':
      return {
        Users: [...accounts]
          .filter(([one]) => one.startsWith(`${pool} `))
          .map(([one, { isConfirmed }]) => ({
            Username: one.slice(pool.length + 1),
            UserStatus: isConfirmed ? 'CONFIRMED' : 'UNCONFIRMED',
            UserCreateDate: CREATED,
          })),
      };
    case 'AdminUserGlobalSignOut':
      existing(key);
      return {};
    case 'AdminDeleteUser':
      existing(key);
      accounts.delete(key);
      return {};
    default:
      throw new RefusedError('UnknownOperationException');
  }
}

/** What KMS has wrapped: it opens for the same context, and for no other. */
export type DataKeys = Map<string, { readonly plaintext: string; readonly context: string }>;

export function kms(keys: DataKeys, operation: string, asked: object): object {
  const { EncryptionContext: context, CiphertextBlob: blob } = asked as {
    readonly EncryptionContext: object;
    readonly CiphertextBlob: string;
  };
  if (operation === 'GenerateDataKey') {
    const [wrapped, plaintext] = [randomBytes(64).toString('base64'), randomBytes(32).toString('base64')];
    keys.set(wrapped, { plaintext, context: JSON.stringify(context) });
    return { CiphertextBlob: wrapped, Plaintext: plaintext };
  }
  const found = keys.get(blob);
  if (operation !== 'Decrypt' || found?.context !== JSON.stringify(context))
    throw new RefusedError('InvalidCiphertextException');
  return { Plaintext: found.plaintext };
}

/** An execution of a workflow, and how far it is. */
export interface Execution {
  readonly machine: string;
  readonly input: string;
  readonly state: 'running' | 'succeeded' | 'failed';
  /** The state that is next, and when. */
  readonly at: string;
  readonly from: number;
}

/** Executions by workflow and name, in the order in which they were started. */
export type Executions = Map<string, Execution>;

/** @see https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html */
export function stepFunctions(executions: Executions, startAt: (machine: string) => string, asked: object): object {
  const {
    stateMachineArn: machine,
    name,
    input,
  } = asked as {
    readonly stateMachineArn: string;
    readonly name: string;
    readonly input: string;
  };
  const key = `${machine} ${name}`;
  const found = executions.get(key);
  if (found !== undefined && (found.state !== 'running' || found.input !== input))
    throw new RefusedError('ExecutionAlreadyExists');
  if (found === undefined) executions.set(key, { machine, input, state: 'running', at: startAt(machine), from: 0 });
  return { executionArn: key, startDate: 1_795_521_600 };
}
