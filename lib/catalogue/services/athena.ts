import { defineChannel } from '../channel';
import { BUCKET_AT_HOME, exampleOf } from '../examples';

export const athenaOutputAndFederation = defineChannel({
  id: 'athena-output-and-federation',
  title: 'Athena writes results to buckets of its home region, and asks functions there only',
  risk: 'Results of queries, which are copies of data, are written into the bucket; a connector elsewhere sees what is asked and answered.',
  level: 'content',
  legitimate:
    'For queries over open data, or over what was aggregated until no row is about a person, by analysts who work in the other region.',
  remediation: 'Name a bucket that a stack of the same region makes, and connectors of the home region.',
  references: [
    'https://docs.aws.amazon.com/athena/latest/ug/querying.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-athena-workgroup.html',
  ],

  proactive: {
    rules: [
      {
        types: ['AWS::Athena::WorkGroup'],
        path: 'WorkGroupConfiguration.ResultConfiguration.OutputLocation',
        kind: 'bucket',
      },
      {
        types: ['AWS::Athena::WorkGroup'],
        path: 'WorkGroupConfigurationUpdates.ResultConfigurationUpdates.OutputLocation',
        kind: 'bucket',
      },
      {
        types: ['AWS::Athena::WorkGroup'],
        path: 'WorkGroupConfiguration.EnforceWorkGroupConfiguration',
        kind: 'flag',
        opens: ['false'],
        reach: 'unknown',
        because: 'with which whoever asks chooses the bucket of the results',
        severity: 'info',
      },
      { types: ['AWS::Athena::DataCatalog'], path: 'Parameters{}', kind: 'arn', passesUnnamed: true },
    ],
    violating: [
      workGroupWith({ ResultConfiguration: { OutputLocation: 's3://results-of-somebody-else/' } }),
      exampleOf('AWS::Athena::WorkGroup', {
        Name: 'people',
        WorkGroupConfigurationUpdates: { ResultConfigurationUpdates: { OutputLocation: 's3://results-us-east-1/' } },
      }),
      workGroupWith({ EnforceWorkGroupConfiguration: false }),
      exampleOf('AWS::Athena::DataCatalog', {
        Name: 'crm',
        Type: 'LAMBDA',
        Parameters: { function: 'arn:aws:lambda:us-east-1:111122223333:function:connector' },
      }),
    ],
    compliant: [
      workGroupWith({ ResultConfiguration: { OutputLocation: { 'Fn::Sub': 's3://${Store}/us-east-1/' } } }),
      workGroupWith({
        EnforceWorkGroupConfiguration: true,
        ResultConfiguration: { OutputLocation: 's3://store-us-east-1/results' },
      }),
      exampleOf('AWS::Athena::DataCatalog', {
        Name: 'crm',
        Type: 'LAMBDA',
        Parameters: { function: { 'Fn::Sub': 'arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:connector' } },
      }),
    ],
  },
  preventive: {
    strength: 'not-at-all',
    why: 'no condition key names the bucket of the results, and asking is what the service is for. What holds is s3:PutObject of whoever asks, bounded to the buckets of home, and workgroups that do not let them choose.',
    denies: [],
  },
  detective: {
    events: [
      {
        eventSource: 'athena.amazonaws.com',
        eventName: 'StartQueryExecution',
        recordedIn: 'source',
        opens: [{ path: 'resultConfiguration.outputLocation', kind: 'bucket' }],
      },
      {
        eventSource: 'athena.amazonaws.com',
        eventName: 'CreateWorkGroup',
        recordedIn: 'source',
        opens: [{ path: 'configuration.resultConfiguration.outputLocation', kind: 'bucket' }],
      },
      {
        eventSource: 'athena.amazonaws.com',
        eventName: 'UpdateWorkGroup',
        recordedIn: 'source',
        opens: [{ path: 'configurationUpdates.resultConfigurationUpdates.outputLocation', kind: 'bucket' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-athena',
        command: 'GetWorkGroupCommand',
        field: 'WorkGroup.Configuration.ResultConfiguration.OutputLocation',
        kind: 'bucket',
      },
      {
        client: '@aws-sdk/client-athena',
        command: 'GetWorkGroupCommand',
        field: 'WorkGroup.Configuration.EnforceWorkGroupConfiguration',
        kind: 'flag',
      },
    ],
  },
});

function workGroupWith(configuration: Readonly<Record<string, unknown>>) {
  return exampleOf('AWS::Athena::WorkGroup', { Name: 'people', WorkGroupConfiguration: configuration }, BUCKET_AT_HOME);
}
