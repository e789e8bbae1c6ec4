import { CHANNELS, type ChannelId } from '../../../catalogue/catalogue';
import { isCovered } from '../../../catalogue/channel';
import type { GuardStatement } from './guard-statement';

/** Who carries a channel's data, and is bound by no service control policy. */
export type Escaper = 'a service-linked role' | 'the management account';

/**
 * Channels whose data is carried, or that are opened, by somebody whom no service control policy binds.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html#not-restricted-by-scp
 */
export const ESCAPES = {
  'cognito-ses-region': 'a service-linked role',
  'dynamodb-global-table': 'a service-linked role',
  'ecr-replication': 'a service-linked role',
  'fsx-data-repository': 'a service-linked role',
  'imagebuilder-distribution': 'a service-linked role',
  'keyspaces-multi-region': 'a service-linked role',
  'kms-multi-region-key': 'a service-linked role',
  'lambda-at-edge-and-functions': 'a service-linked role',
  'lex-global-resiliency': 'a service-linked role',
  'logs-centralization': 'the management account',
  'organizations-ai-services-opt-out': 'the management account',
  'organizations-backup-policy-copy': 'the management account',
  's3-tables-replication': 'a service-linked role',
} as const satisfies Partial<Record<ChannelId, Escaper>>;

/**
 * Service-linked roles that exist only to carry data to another region. No service control policy binds what they do, but whoever
 * lets AWS make one is bound; the roles of other services, such as those of FSx and Image Builder, do more than that.
 *
 * Names: the path of each service's role, `aws-service-role/<service>/…`
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html
 */
export const REPLICATING_SERVICES = [
  'mrk.kms.amazonaws.com',
  'replication.cassandra.amazonaws.com',
  'replication.dynamodb.amazonaws.com',
  'replication.ecr.amazonaws.com',
  'replication.lexv2.amazonaws.com',
  'replication.s3tables.amazonaws.com',
  'replicator.lambda.amazonaws.com',
] as const;

/** What stays open because somebody escapes, and what covers it instead. */
export interface Escape {
  readonly channel: ChannelId;
  readonly who: Escaper;
  /** The statements that bind whoever configures it, in an account of a cell. */
  readonly refusedBy: readonly string[];
  /** The other controls that see it. */
  readonly coveredBy: readonly string[];
}

const OTHER_CONTROLS = {
  proactive: 'the template is judged',
  detective: 'the call is heard',
  audit: 'the live account is read',
} as const;

export function escapes(guards: readonly GuardStatement[]): Escape[] {
  return Object.entries(ESCAPES).map(([channel, who]): Escape => {
    const found = CHANNELS.find(({ id }) => id === channel);
    const controls = Object.keys(OTHER_CONTROLS) as (keyof typeof OTHER_CONTROLS)[];
    return {
      channel: channel as ChannelId,
      who,
      refusedBy: guards
        .filter(({ channels }) => channels.includes(channel as ChannelId))
        .map(({ statement }) => statement.Sid),
      coveredBy: controls
        .filter((control) => found !== undefined && isCovered<object>(found[control]))
        .map((control) => OTHER_CONTROLS[control]),
    };
  });
}
