import { opensearchIngestionPipeline } from '../../../lib/catalogue/services/opensearch';
import { describeChannel } from '../../support/describe-channel';

function pipeline(...lines: string[]) {
  return {
    PipelineConfigurationBody: { 'Fn::Sub': ['people:', '  sink:', '    - opensearch:', ...lines].join('\n') },
  };
}

describeChannel(opensearchIngestionPipeline, [
  {
    name: 'passes a sink at home whose index is named after another region',
    properties: pipeline(
      '        hosts: ["https://search-people.eu-central-1.es.amazonaws.com"]',
      '        aws: { region: "${AWS::Region}" }',
    ),
    violations: [],
  },
  {
    name: 'reports the region of a sink, and the text that names it',
    properties: pipeline('        aws: { region: us-west-2 }'),
    violations: [
      { path: 'PipelineConfigurationBody.people.sink[0].opensearch.aws.region', value: 'us-west-2', reach: 'abroad' },
      {
        path: 'PipelineConfigurationBody',
        value: 'us-west-2',
        reach: 'abroad',
      },
    ],
  },
  {
    name: 'reports a region that only CloudFormation will know',
    properties: pipeline('        aws: { region: "${Far}" }'),
    template: { Parameters: { Far: { Type: 'String' } }, Resources: {} },
    violations: [
      { path: 'PipelineConfigurationBody.people.sink[0].opensearch.aws.region', value: '${Far}', reach: 'unknown' },
    ],
  },
]);
