import { ONE_REGION_SERVICES, type OneRegionService } from '../../domain/one-region-services';
import type { Example } from '../channel';
import { exampleOf, mapped } from '../examples';
import type { NoChannel } from './no-channel';

/** Services that AWS serves from one region: whoever uses them calls another region, and has no choice. */
export const ONE_REGION: readonly NoChannel[] = Object.entries(ONE_REGION_SERVICES).map(
  ([id, service]: [string, OneRegionService]): NoChannel => ({
    id: `one-region-${id}`,
    what: `calls to, and ARNs of, ${service.names.join(', ')}`,
    holds: service.keeps,
    servedFrom: service.region,
    references: service.sources,
    silent: mapped(service.names, (name) => callerOf(name, service.region === 'us-west-2' ? 'us-west-2' : 'us-east-1')),
  }),
);

/** A role that may call a service where it is served. */
function callerOf(name: string, region: string): Example {
  return exampleOf('AWS::IAM::ManagedPolicy', {
    PolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: [`${name}:*`], Resource: `arn:aws:${name}:${region}:111122223333:*` },
        {
          Effect: 'Allow',
          Action: [`${name}:*`],
          Resource: '*',
          Condition: { StringEquals: { 'aws:RequestedRegion': region } },
        },
      ],
    },
  });
}
