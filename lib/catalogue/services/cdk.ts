import { carriesData } from '../../domain/data-actions';
import type { Violation } from '../../domain/finding';
import { defineChannel, type Example, type JudgedResource, notCovered } from '../channel';
import { exampleOf } from '../examples';

/** The calls that an AwsCustomResource makes and that can carry data; deleting carries none. */
const CALLS = ['Create', 'Update'] as const;

export const cdkCustomResourceSdkCall = defineChannel({
  id: 'cdk-custom-resource-sdk-call',
  title: 'SDK calls of custom resources go to the home region only',
  risk: 'At each deployment the call is made in the other region, and what its parameters hold is sent there.',
  level: 'content',
  legitimate:
    'For a call that sets something up and carries no record of anyone, such as a look-up in Route 53 or the certificate of a distribution in us-east-1.',
  remediation: 'Leave the region of the call out, so that it is made at home.',
  references: [
    'https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.custom_resources.AwsSdkCall.html',
    'https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.custom_resources-readme.html',
  ],

  proactive: {
    rules: [
      { kind: 'function', types: ['Custom::AWS'], paths: ['Create', 'Update', 'Delete'], violations: callsAbroad },
    ],
    violating: [
      calling({ service: 'SNS', action: 'publish', region: 'us-east-1', parameters: { Message: 'hello' } }),
      calling({ service: '@aws-sdk/client-dynamodb', action: 'PutItem', region: { Ref: 'MirrorRegion' } }),
      calling({
        service: 'SQS',
        action: 'sendMessage',
        parameters: { QueueUrl: 'https://sqs.us-east-1.amazonaws.com/1/q' },
      }),
    ],
    compliant: [
      calling({ service: 'SNS', action: 'publish', parameters: { Message: 'not in us-east-1' } }),
      calling({ service: 'SNS', action: 'publish', region: { Ref: 'AWS::Region' } }),
      // What CloudFront needs is in us-east-1, and is no data of a person.
      calling({ service: 'ACM', action: 'listCertificates', region: 'us-east-1' }),
      calling({ service: '@aws-sdk/client-ssm', action: 'GetParameter', region: 'us-east-1' }),
      calling({
        service: 'DynamoDB',
        action: 'describeTable',
        region: 'us-east-1',
        parameters: { TableName: 'orders' },
      }),
    ],
  },
  preventive: notCovered('the call is whichever the resource says; a limit on the regions of its role stops it'),
  detective: notCovered('the call is recorded as what it is, by the service that is called'),
  audit: {
    calls: [
      { client: '@aws-sdk/client-cloudformation', command: 'GetTemplateCommand', field: 'TemplateBody', kind: 'text' },
    ],
  },
});

export const cdkCrossRegionReferences = defineChannel({
  id: 'cdk-cross-region-references',
  title: 'Stacks of different regions do not refer to each other',
  risk: 'Names and ARNs of one region are written into parameters of the other, and couple the two; no records are.',
  level: 'metadata',
  legitimate:
    'For what AWS wants in us-east-1 and nowhere else, such as the certificate of a CloudFront distribution, whose ARN tells nothing of a person.',
  remediation: 'Give each region resources of its own, and leave crossRegionReferences out.',
  references: ['https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.StackProps.html#crossregionreferences'],

  proactive: {
    rules: [
      { types: ['Custom::CrossRegionExportWriter'], path: 'WriterProps.region', kind: 'region' },
      { types: ['Custom::CrossRegionExportReader'], path: 'ReaderProps.region', kind: 'region' },
      { types: ['Custom::CrossRegionStringParameterReader'], path: 'Region', kind: 'region' },
    ],
    violating: [
      exampleOf('Custom::CrossRegionExportWriter', { WriterProps: { region: 'us-east-1', exports: {} } }),
      exampleOf('Custom::CrossRegionExportReader', { ReaderProps: { region: 'us-east-1', imports: {} } }),
      exampleOf('Custom::CrossRegionStringParameterReader', { Region: 'us-east-1', ParameterName: '/edge/arn' }),
    ],
    compliant: [
      exampleOf('Custom::CrossRegionExportWriter', {
        WriterProps: { region: { Ref: 'AWS::Region' }, exports: { '/cdk/exports/Key': 'orders-us-east-1' } },
      }),
      exampleOf('Custom::CrossRegionExportReader', { ReaderProps: { region: 'eu-central-1', imports: {} } }),
      exampleOf('Custom::CrossRegionStringParameterReader', {
        Region: { Ref: 'AWS::Region' },
        ParameterName: '/edge/arn',
      }),
    ],
  },
  preventive: {
    strength: 'region-deny',
    why: 'the provider writes parameters in the other region, where a region deny stops it. Other parameters there are written by the same action.',
    denies: [{ actions: ['ssm:PutParameter'], authorisedIn: 'destination', strength: 'partly' }],
  },
  detective: notCovered('the parameter is recorded as any other, in the region that it is written to'),
  audit: {
    calls: [
      { client: '@aws-sdk/client-ssm', command: 'DescribeParametersCommand', field: 'Parameters[].Name', kind: 'text' },
    ],
  },
});

function callsAbroad({ places }: JudgedResource): Violation[] {
  return CALLS.flatMap((call) => {
    const said = (member: string) => places(`${call}$.${member}`).map((place) => place.destination('region').value);
    const [service = '', action = ''] = [...said('service'), ...said('action')];
    if (!carriesData(`${serviceOf(service)}:${action}`)) return [];
    const regions = places(`${call}$.region`).map((place) => ({ place, ...place.destination('region') }));
    const parameters = places(`${call}$.parameters`).map((place) => ({ place, ...place.destination('text') }));
    return [...regions, ...parameters].flatMap(({ place, reach, ...destination }): Violation[] =>
      reach === 'home' ? [] : [{ path: place.path, destination: place.value, reach, ...destination }],
    );
  });
}

/** The service of `SNS` or `@aws-sdk/client-sns`, as IAM calls it. */
function serviceOf(name: string): string {
  return name.replace(/^@aws-sdk\/client-/u, '').toLowerCase();
}

/** A call as aws-cdk-lib writes it: JSON, whose parts may be put together at deployment. */
function calling(call: Readonly<Record<string, unknown>>): Example {
  return {
    Parameters: { MirrorRegion: { Type: 'String' } },
    Resources: {
      Call: {
        Type: 'Custom::AWS',
        Properties: { Create: { 'Fn::ToJsonString': { ...call, physicalResourceId: { id: 'call' } } } },
      },
    },
  };
}
