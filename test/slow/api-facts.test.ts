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

describe('each fact of the catalogue', () => {
  it.each(calls)("is an answer in AWS's own model: $command of $client, $field", ({ client, command, field }) => {
    const operation = command.replace(/Command$/u, '');
    const found = models.filter((model) => clientOf(model) === client && operation in model.operations);
    expect(found.map((model) => missingSegment(model, operation, 'output', segmentsOf(field)))).toEqual([undefined]);
  });

  // Several APIs are recorded under one source: RDS, Neptune and DocumentDB under that of RDS.
  it.each(events)(
    "is a request in AWS's own model: $eventName of $eventSource",
    ({ eventSource, eventName, opens }) => {
      const missing = (model: ApiModel) =>
        opens.map(({ path }) => missingSegment(model, eventName, 'input', segmentsOf(path))).filter(Boolean);
      const found = models.filter((model) => isRecordedAs(eventSource, model) && eventName in model.operations);
      expect(found.map(missing)).toContainEqual([]);
    },
  );
});
