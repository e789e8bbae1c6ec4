import { defineChannel } from '../channel';
import { BUCKET_AT_HOME, exampleOf, mapped, propertiesAt } from '../examples';

const FLOW = ['AWS::AppFlow::Flow'] as const;
const AT = 'DestinationFlowConfigList[].DestinationConnectorProperties';

/** What is delivered rests here, on its way or for good. */
const BUCKETS = [
  `${AT}.S3.BucketName`,
  `${AT}.Upsolver.BucketName`,
  `${AT}.Redshift.IntermediateBucketName`,
  `${AT}.Snowflake.IntermediateBucketName`,
  // Records that the destination did not take.
  `${AT}.EventBridge.ErrorHandlingConfig.BucketName`,
  `${AT}.Salesforce.ErrorHandlingConfig.BucketName`,
  `${AT}.CustomConnector.ErrorHandlingConfig.BucketName`,
] as const;

/** Destinations that are AWS's own. */
const OF_AWS = ['S3', 'Redshift', 'EventBridge', 'LookoutMetrics', 'CustomerProfiles'] as const;

export const appflowFlow = defineChannel({
  id: 'appflow-flow',
  title: 'AppFlow moves records to its home region only',
  risk: 'Records of people are moved between an application and the bucket, warehouse or service, wherever that is.',
  level: 'content',
  legitimate:
    'For records of products, prices and stock. A flow between two applications of one customer relation needs a contract with whoever runs the other one, and a destination in the same jurisdiction.',
  remediation: 'Name a bucket or warehouse of the home region, and an account of Snowflake there.',
  references: [
    'https://docs.aws.amazon.com/appflow/latest/userguide/what-is-appflow.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-appflow-flow.html',
  ],

  proactive: {
    rules: [
      ...mapped(BUCKETS, (path) => ({ types: FLOW, path, kind: 'bucket' }) as const),
      {
        types: ['AWS::AppFlow::ConnectorProfile'],
        path: 'ConnectorProfileConfig.ConnectorProfileProperties.Snowflake.Region',
        kind: 'region',
      },
      // Of a service outside of AWS nothing tells where it is: it is pointed out.
      {
        types: FLOW,
        path: 'DestinationFlowConfigList[].ConnectorType',
        kind: 'flag',
        closes: OF_AWS,
        reach: 'unknown',
        because: 'a service outside of AWS',
        severity: 'info',
      },
    ],
    violating: [
      ...mapped(BUCKETS, (path) => exampleOf(FLOW[0], propertiesAt(path, 'records-of-somebody-else'))),
      exampleOf(
        'AWS::AppFlow::ConnectorProfile',
        propertiesAt('ConnectorProfileConfig.ConnectorProfileProperties.Snowflake.Region', 'us-east-1'),
      ),
      exampleOf(FLOW[0], propertiesAt('DestinationFlowConfigList[].ConnectorType', 'Salesforce')),
    ],
    compliant: [
      ...mapped(BUCKETS, (path) => exampleOf(FLOW[0], propertiesAt(path, { Ref: 'Store' }), BUCKET_AT_HOME)),
      exampleOf(
        'AWS::AppFlow::ConnectorProfile',
        propertiesAt('ConnectorProfileConfig.ConnectorProfileProperties.Snowflake.Region', { Ref: 'AWS::Region' }),
      ),
      exampleOf(FLOW[0], propertiesAt('DestinationFlowConfigList[].ConnectorType', 'S3')),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key holds the destination.',
    denies: [
      {
        actions: ['appflow:CreateFlow', 'appflow:StartFlow', 'appflow:UpdateFlow'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'appflow.amazonaws.com',
        eventName: 'CreateFlow',
        recordedIn: 'source',
        opens: [
          { path: 'destinationFlowConfigList[].destinationConnectorProperties.s3.bucketName', kind: 'bucket' },
          { path: 'destinationFlowConfigList[].connectorType', kind: 'presence' },
        ],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-appflow',
        command: 'DescribeFlowCommand',
        field: 'destinationFlowConfigList[].destinationConnectorProperties.S3.bucketName',
        kind: 'bucket',
      },
    ],
  },
});
