import { CHANNELS } from '../../lib/catalogue/catalogue';
import { isCovered } from '../../lib/catalogue/channel';
import { segmentsOf } from '../../lib/controls/proactive/places';
import { type ApiModel, apiModels, clientOf, isRecordedAs, missingSegment } from '../support/api-models';

const models = apiModels();

const calls = CHANNELS.flatMap(({ id, audit }) =>
  (isCovered(audit) ? audit.calls : []).map((call) => ({ id, ...call })),
);
const events = CHANNELS.flatMap(({ id, detective }) =>
  (isCovered(detective) ? detective.events : []).map((event) => ({ id, ...event })),
);

/** Calls that CloudTrail records by another name than the API has (S3 user guide, logging with CloudTrail). */
const RECORDED_AS: Readonly<Record<string, string>> = { DeleteBucketPublicAccessBlock: 'DeletePublicAccessBlock' };

/** Calls that AWS documents and the pinned models do not have yet; a model that has one takes it off this list. */
const YOUNGER_THAN_THE_MODELS = new Set([
  'es AddReplicationPeer',
  'opensearch DescribeDomainReplication',
  'sagemaker CreateInferenceRouter',
  'sagemaker DescribeInferenceRouter',
]);

describe('each fact of the catalogue', () => {
  it.each(calls)("is an answer in AWS's own model: $command of $client, $field", ({ client, command, field }) => {
    const operation = command.replace(/Command$/u, '');
    const found = models.filter((model) => clientOf(model) === client && operation in model.operations);
    const isYounger = YOUNGER_THAN_THE_MODELS.has(`${client.replace('@aws-sdk/client-', '')} ${operation}`);
    expect(found.map((model) => missingSegment(model, operation, 'output', segmentsOf(field)))).toEqual(
      isYounger ? [] : [undefined],
    );
  });

  // Several APIs are recorded under one source: RDS, Neptune and DocumentDB under that of RDS.
  it.each(events)(
    "is a request in AWS's own model: $eventName of $eventSource",
    ({ eventSource, eventName, opens }) => {
      const operation = RECORDED_AS[eventName] ?? eventName;
      const missing = (model: ApiModel) =>
        opens.map(({ path }) => missingSegment(model, operation, 'input', segmentsOf(path))).filter(Boolean);
      const found = models.filter((model) => isRecordedAs(eventSource, model) && operation in model.operations);
      const isYounger = YOUNGER_THAN_THE_MODELS.has(`${eventSource.replace('.amazonaws.com', '')} ${eventName}`);
      expect(
        isYounger
          ? found
          : found
              .map(missing)
              .filter((of) => of.length === 0)
              .slice(0, 1),
      ).toEqual(isYounger ? [] : [[]]);
    },
  );
});
