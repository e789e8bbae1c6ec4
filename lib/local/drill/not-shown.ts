/** What an emulator cannot show, and where it is shown instead. Printed beneath the table of the drill. */
export const NOT_SHOWN = [
  ['policies of an organization (SCPs and RCPs)', 'it stores them and enforces none'],
  ['boundaries that CloudFormation or cdk bootstrap sets', 'it drops them; the settle step put those of the templates'],
  ['the rights of the deployment role', 'it lets CloudFormation deploy whatever is asked'],
  ['conditions on kms:ViaService and encryption contexts', 'it knows no such keys'],
  ['policies of VPC endpoints, aws:SourceVpce, aws:ViaAWSService', 'it has no network behind them'],
  ["DynamoDB's CreateTableReplica and resource policies", 'it checks UpdateTable only'],
  ['API calls as events, events between regions', 'it sends none; the sentinel is tested with recorded ones'],
  [
    'encryption, point-in-time recovery, backups, data protection, WAF',
    'it stores the setting at most; the templates are tested',
  ],
] as const satisfies readonly (readonly [what: string, why: string])[];
