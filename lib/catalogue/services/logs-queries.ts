import { defineChannel } from '../channel';
import { BUCKET_AT_HOME, exampleOf, propertiesAt } from '../examples';

const TYPES = ['AWS::Logs::ScheduledQuery'] as const;
const PATH = 'DestinationConfiguration.S3Configuration.DestinationIdentifier';

export const logsScheduledQuery = defineChannel({
  id: 'logs-scheduled-query',
  title: 'Results of scheduled queries of logs are kept in their home region',
  risk: 'What the query finds in logs, lines that tell of people among it, is written into the bucket each time that it runs.',
  level: 'content',
  legitimate: 'For queries that count, of which a report of all regions is made: a number of errors names nobody.',
  remediation: 'Name a bucket that a stack of the home region makes.',
  references: [
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/ScheduledQueries.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-scheduledquery.html',
  ],

  proactive: {
    rules: [{ types: TYPES, path: PATH, kind: 'bucket' }],
    violating: [exampleOf(TYPES[0], propertiesAt(PATH, 's3://found-by-somebody-else/a'))],
    compliant: [exampleOf(TYPES[0], propertiesAt(PATH, { 'Fn::Sub': 's3://${Store}/us-east-1' }), BUCKET_AT_HOME)],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the bucket.',
    denies: [
      {
        actions: ['logs:CreateScheduledQuery', 'logs:UpdateScheduledQuery'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'logs.amazonaws.com',
        eventName: 'CreateScheduledQuery',
        recordedIn: 'source',
        opens: [{ path: 'destinationConfiguration.s3Configuration.destinationIdentifier', kind: 'bucket' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-cloudwatch-logs',
        command: 'GetScheduledQueryCommand',
        field: 'destinationConfiguration.s3Configuration.destinationIdentifier',
        kind: 'bucket',
      },
    ],
  },
});
