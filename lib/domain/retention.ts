/**
 * How long what stands in templates keeps its content, in days. It is the same in every cell; what a jurisdiction's rules
 * say about a person's own data is in the jurisdictions table, and the cell's code applies that at run time.
 */

/** Continuous backups of a table: DynamoDB takes 1 to 35 days. */
export const POINT_IN_TIME_RECOVERY_DAYS = 35;

/**
 * The table of people's keys, and every other that must not outlive an erasure for long. No more: what a person's key has sealed
 * is unreadable for ever once the key cannot be recovered, in every backup and wherever a copy was put back. No less: whoever
 * deletes keys by mistake has destroyed everybody's data, and a week is what it takes to notice over a holiday.
 */
export const KEY_RECOVERY_DAYS = 7;

/** Daily backups in the cell's vault: as long as the continuous ones, so that an erasure is final after the same time. */
export const BACKUP_DAYS = 35;

/** Logs of functions and of the API: a value that CloudWatch Logs takes. */
export const LOG_DAYS = 30 as const;

/** Server access logs of buckets, network flow logs. */
export const ACCESS_LOG_DAYS = 90;

/** The record of the control plane's calls, which an investigation needs longer. */
export const TRAIL_DAYS = 365;

/** Events that could not be handled wait this long in a dead-letter queue: SQS takes at most 14. */
export const DEAD_LETTER_DAYS = 14;

/** The history of a workflow that has ended: https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
export const WORKFLOW_HISTORY_DAYS = 90;

/** What remains of an erasure, and names nobody. */
export const RECEIPT_DAYS = 365;

/** An archive expires after a day, and as an old version after another one. */
export const ARCHIVE_DAYS = 2;

/** Versions of an object that were overwritten or deleted. */
export const NONCURRENT_VERSION_DAYS = 7;
