import { defineChannel } from '../channel';
import { BUCKET_AT_HOME, exampleOf } from '../examples';

export const dataExchange = defineChannel({
  id: 'data-exchange',
  title: 'Data sets are granted to nobody, and exported to buckets of the home region only',
  risk: 'Subscribers and grantees take the data set into their own accounts and regions.',
  level: 'content',
  legitimate:
    'For data sets that are meant to be sold or given away: prices, maps, weather, statistics without small groups.',
  remediation: 'Take the grant back, and put nothing personal into a data set.',
  references: ['https://docs.aws.amazon.com/data-exchange/latest/userguide/what-is.html'],

  // Grants are API calls. What a template shows is where revisions are exported to as they arrive.
  proactive: {
    rules: [
      {
        types: ['AWS::DataExchange::EventAction'],
        path: 'Action.ExportRevisionToS3.RevisionDestination.Bucket',
        kind: 'bucket',
      },
    ],
    violating: [exportingTo('revisions-us-east-1')],
    compliant: [exportingTo({ Ref: 'Store' })],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the receiver of a grant, nor the bucket of a job. Who exchanges no data loses nothing by the deny.',
    denies: [
      {
        actions: ['dataexchange:CreateDataGrant', 'dataexchange:StartJob'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'dataexchange.amazonaws.com',
        eventName: 'CreateDataGrant',
        recordedIn: 'source',
        opens: [{ path: 'receiverPrincipal', kind: 'presence' }],
      },
      {
        eventSource: 'dataexchange.amazonaws.com',
        eventName: 'CreateJob',
        recordedIn: 'source',
        opens: [
          { path: 'details.exportAssetsToS3.assetDestinations[].bucket', kind: 'bucket' },
          { path: 'details.exportRevisionsToS3.revisionDestinations[].bucket', kind: 'bucket' },
        ],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-dataexchange',
        command: 'ListDataGrantsCommand',
        field: 'DataGrantSummaries[].ReceiverPrincipal',
        kind: 'account',
      },
    ],
  },
});

function exportingTo(bucket: unknown) {
  return exampleOf(
    'AWS::DataExchange::EventAction',
    {
      Action: { ExportRevisionToS3: { RevisionDestination: { Bucket: bucket, KeyPattern: '${Revision.CreatedAt}' } } },
    },
    BUCKET_AT_HOME,
  );
}
