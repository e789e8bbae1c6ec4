import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { type Entry, loggable, type Telemetry } from '../telemetry';

/** One log line and one metric for each call, in the formats of Powertools. */
export function powertools(): Telemetry {
  const logger = new Logger({ serviceName: 'domicile' });
  const metrics = new Metrics({ namespace: 'domicile', serviceName: 'domicile' });
  return {
    answered(entry: Entry) {
      const fields = loggable(entry);
      if (fields.errorName === undefined) logger.info('answered', fields);
      else logger.error('failed', fields);
      metrics.addDimensions({ route: fields.route ?? 'unknown', outcome: fields.outcome ?? 'unknown' });
      metrics.addMetric('calls', MetricUnit.Count, 1);
      metrics.addMetric('duration', MetricUnit.Milliseconds, fields.durationMs ?? 0);
      metrics.publishStoredMetrics();
    },
  };
}
