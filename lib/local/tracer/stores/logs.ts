import {
  CloudWatchLogsClient,
  paginateDescribeLogGroups,
  paginateDescribeLogStreams,
  paginateFilterLogEvents,
} from '@aws-sdk/client-cloudwatch-logs';
import { sdkConfiguration, type Target } from '../../target';
import { all, must, record, type Store } from './store';

export async function readLogGroups(target: Target, region: string): Promise<Store[]> {
  const client = new CloudWatchLogsClient(sdkConfiguration(target, region));
  const groups = await all(paginateDescribeLogGroups({ client }, {}), (page) => page.logGroups);
  return Promise.all(
    groups.map(async (group): Promise<Store> => {
      const logGroupName = must(group.logGroupName, 'a log group');
      const streams = await all(paginateDescribeLogStreams({ client }, { logGroupName }), (page) => page.logStreams);
      const events = await all(paginateFilterLogEvents({ client }, { logGroupName }), (page) => page.events);
      return {
        kind: 'log group',
        id: logGroupName,
        records: [
          record('description and streams', { group, streams }),
          ...events.map(({ message = '' }, index) => ({ where: `event ${index + 1}`, body: Buffer.from(message) })),
        ],
      };
    }),
  );
}
