import { RESOURCE_IDS, RESOURCES, type ResourceId, type RoleId, rightsOf } from './cell-actions';
import type { Place, Statement } from './policy';

/** The ARNs of the resources of a cell that roles work on. */
export type WorkedOn = Readonly<Partial<Record<ResourceId, string | readonly string[]>>>;

const SID = {
  vault: 'Vault',
  accounts: 'Accounts',
  profiles: 'Profiles',
  'person-keys': 'PersonKeys',
  'person-key': 'PersonKey',
  conversations: 'Conversations',
  jobs: 'Jobs',
  receipts: 'Receipts',
  'dead-letters': 'DeadLetters',
  media: 'Media',
  archives: 'Archives',
  steps: 'Steps',
  erasure: 'Erasure',
  export: 'Export',
  import: 'Import',
} as const satisfies Record<Exclude<ResourceId, 'store-key'>, string>;

/**
 * What a role may do: its rights of the table, each on the one resource; the key of the stores only through the services whose
 * stores it works on.
 *
 * @param on every resource that the role has a right on
 */
export function roleStatements(role: RoleId, { region }: Pick<Place, 'region'>, on: WorkedOn): Statement[] {
  const worked = RESOURCE_IDS.filter((id) => on[id] !== undefined && rightsOf(role, id).length > 0);
  return worked.flatMap((id): Statement[] => {
    const resource = on[id];
    if (resource === undefined) return [];
    if (id === 'store-key') return keyStatements(rightsOf(role, id), resource, region, worked);
    return [{ Sid: SID[id], Effect: 'Allow', Action: rightsOf(role, id), Resource: resource }];
  });
}

/** Services that do not use the key of the stores. */
const WITHOUT_STORE_KEY: readonly string[] = ['cognito-idp', 'kms', 'lambda', 'states'];

function keyStatements(
  actions: readonly string[],
  key: string | readonly string[],
  region: string,
  worked: readonly ResourceId[],
): Statement[] {
  const services = [...new Set(worked.map((id) => RESOURCES[id]))].filter((one) => !WITHOUT_STORE_KEY.includes(one));
  const StringEquals = { 'kms:ViaService': services.map((service) => `${service}.${region}.amazonaws.com`) };
  const cryptography = actions.filter((action) => action !== 'kms:CreateGrant');
  const statements: Statement[] = [
    {
      Sid: 'KeyThroughServices',
      Effect: 'Allow',
      Action: cryptography,
      Resource: key,
      Condition: { StringEquals },
    },
  ];
  if (cryptography.length === actions.length) return statements;
  return [
    ...statements,
    {
      Sid: 'GrantsToServices',
      Effect: 'Allow',
      Action: 'kms:CreateGrant',
      Resource: key,
      Condition: { StringEquals, Bool: { 'kms:GrantIsForAWSResource': 'true' } },
    },
  ];
}
