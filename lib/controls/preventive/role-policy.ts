import { actionsOf, type RoleId } from './cell-actions';
import type { Place, Statement } from './policy';

/** The resources of a cell that a role works on, by the service whose actions it may have on them. */
export interface WorkedOn {
  readonly backup?: string;
  readonly 'cognito-idp'?: string;
  readonly dynamodb?: string;
  readonly kms?: string;
  readonly sqs?: string;
}

const SID = {
  backup: 'Vault',
  'cognito-idp': 'Accounts',
  dynamodb: 'Table',
  sqs: 'DeadLetters',
} as const satisfies Record<Exclude<keyof WorkedOn, 'kms'>, string>;

/**
 * What a role may do on the resources that it works on: its actions of the table, each on the one resource, keys only
 * through services of the home region.
 */
export function roleStatements(role: RoleId, { region }: Pick<Place, 'region'>, on: WorkedOn): Statement[] {
  const services = Object.keys(SID) as (keyof typeof SID)[];
  const statements = services.flatMap((service): Statement[] => {
    const resource = on[service];
    const actions = actionsOf(role, service);
    if (resource === undefined || actions.length === 0) return [];
    return [{ Sid: SID[service], Effect: 'Allow', Action: actions, Resource: resource }];
  });
  return on.kms === undefined
    ? statements
    : [
        ...statements,
        ...keyStatements(
          role,
          region,
          on.kms,
          services.filter((service) => on[service] !== undefined),
        ),
      ];
}

function keyStatements(role: RoleId, region: string, key: string, through: readonly string[]): Statement[] {
  const actions = actionsOf(role, 'kms');
  const via = through
    .filter((service) => service !== 'cognito-idp')
    .map((service) => `${service}.${region}.amazonaws.com`);
  const cryptography = actions.filter((action) => action !== 'kms:CreateGrant');
  const StringEquals = { 'kms:ViaService': via };
  return [
    ...(cryptography.length === 0
      ? []
      : [
          {
            Sid: 'KeyThroughServices',
            Effect: 'Allow',
            Action: cryptography,
            Resource: key,
            Condition: { StringEquals },
          } as const,
        ]),
    ...(cryptography.length === actions.length
      ? []
      : [
          {
            Sid: 'GrantsToServices',
            Effect: 'Allow',
            Action: 'kms:CreateGrant',
            Resource: key,
            Condition: { StringEquals, Bool: { 'kms:GrantIsForAWSResource': 'true' } },
          } as const,
        ]),
  ];
}
