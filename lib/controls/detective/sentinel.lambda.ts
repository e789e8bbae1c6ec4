import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { CHANNELS } from '../../catalogue/catalogue';
import { type Alert, sentinel } from './sentinel';
import { OPENED, REFUSED, SENTINEL_NAMESPACE } from './sentinel-metrics';

const home = process.env['AWS_REGION'];
if (home === undefined) throw new Error('AWS_REGION is not set; Lambda sets it');

const logger = new Logger({ serviceName: 'sentinel' });
const metrics = new Metrics({ namespace: SENTINEL_NAMESPACE, serviceName: 'sentinel' });

const judge = sentinel(home, CHANNELS, {
  raise(alert: Alert) {
    if (alert.refused) logger.warn('a call that opens a channel was refused', { ...alert });
    else logger.error('a channel was opened', { ...alert });
    metrics.addMetric(alert.refused ? REFUSED : OPENED, MetricUnit.Count, 1);
  },
});

export async function handler(event: unknown): Promise<void> {
  try {
    judge(event);
  } finally {
    metrics.publishStoredMetrics();
  }
}
