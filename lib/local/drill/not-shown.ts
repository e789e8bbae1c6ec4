/** What an emulator cannot show, and where it is shown instead. Printed beneath the table of the drill. */
export const NOT_SHOWN = [
  ['policies of an organization (SCPs, RCPs)', 'stored, not enforced'],
  ['boundaries set by CloudFormation and cdk bootstrap', 'dropped; the settle step put those of the templates'],
  ['rights of the role that deploys', 'not enforced; an IAM evaluator tries them in the tests'],
  ['kms:ViaService, encryption contexts', 'no such condition keys'],
  ['endpoint policies, aws:SourceVpce, aws:ViaAWSService', 'no network behind them'],
  ["DynamoDB's CreateTableReplica and resource policies", 'only UpdateTable is checked'],
  ['API calls as events, events between regions', 'none are sent; recorded ones test the sentinel'],
  ['data made unreadable before it left', 'no search for its texts finds it'],
  ['encryption, recovery, backups, data protection, WAF', 'at most stored; the templates are tested'],
] as const satisfies readonly (readonly [what: string, how: string])[];
