import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import {
  CloudWatchClient,
  type CloudWatchClientConfig,
  GetDashboardCommand,
  paginateListDashboards,
  paginateListMetrics,
} from '@aws-sdk/client-cloudwatch';
import { sdkConfiguration, type Target } from '../../target';
import { all, must, record, type Store } from './store';

export async function readMetrics(target: Target, region: string): Promise<Store[]> {
  const client = new CloudWatchClient({ ...sdkConfiguration(target, region), requestHandler: takingTextForDates() });
  const metrics = await all(paginateListMetrics({ client }, {}), (page) => page.Metrics);
  const dashboards = await all(paginateListDashboards({ client }, {}), (page) => page.DashboardEntries);
  const bodies = await Promise.all(
    dashboards.map(async ({ DashboardName }): Promise<Store> => {
      const { DashboardBody } = await client.send(new GetDashboardCommand({ DashboardName }));
      return { kind: 'dashboard', id: must(DashboardName, 'a dashboard'), records: [record('body', DashboardBody)] };
    }),
  );
  const names = metrics.map((metric, index) => record(`metric ${index + 1}`, metric));
  return [{ kind: 'metric', id: 'all metrics', records: names }, ...bodies];
}

/** The emulator writes the dates of dashboards as text, where this protocol has numbers and the SDK takes nothing else. */
function takingTextForDates(): NonNullable<CloudWatchClientConfig['requestHandler']> {
  const { requestHandler } = new CloudWatchClient({}).config;
  return {
    ...requestHandler,
    handle: async (...call: Parameters<typeof requestHandler.handle>) => {
      const { response } = await requestHandler.handle(...call);
      const body = (await text(response.body as Readable)).replaceAll(
        /"LastModified":\s*"([^"]+)"/g,
        (_whole, date: string) => `"LastModified":${Date.parse(date) / 1000}`,
      );
      response.body = Readable.from([Buffer.from(body)]);
      return { response };
    },
  };
}
