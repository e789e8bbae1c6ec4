import { defineChannel, type Example, type Rule } from '../channel';
import { BUCKET_AT_HOME, exampleOf, mapped, propertiesAt } from '../examples';

/** Where the steps of a workflow put a file. */
const STEPS: readonly [string, ...string[]] = [
  'Steps[].CopyStepDetails.DestinationFileLocation.S3FileLocation.Bucket',
  'Steps[].DecryptStepDetails.DestinationFileLocation.S3FileLocation.Bucket',
  'OnExceptionSteps[].CopyStepDetails.DestinationFileLocation.S3FileLocation.Bucket',
  'OnExceptionSteps[].DecryptStepDetails.DestinationFileLocation.S3FileLocation.Bucket',
];

export const transferFamily = defineChannel({
  id: 'transfer-family',
  title: 'Files are transferred to and from the home region only',
  risk: 'A connector pushes files to a server anywhere; a workflow copies each file that arrives into another bucket.',
  level: 'content',
  legitimate:
    'For an exchange with a partner who has a contract and whose server is in the same jurisdiction, or for price lists and orders among companies.',
  remediation: 'Name servers and buckets of the home region, and let servers listen within a VPC.',
  references: [
    'https://docs.aws.amazon.com/transfer/latest/userguide/creating-connectors.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_Transfer.html',
  ],

  proactive: {
    rules: [
      { types: ['AWS::Transfer::Connector'], path: 'Url', kind: 'endpoint' },
      ...mapped(STEPS, (path): Rule => ({ types: ['AWS::Transfer::Workflow'], path, kind: 'bucket' })),
      {
        types: ['AWS::Transfer::Server'],
        path: 'EndpointType',
        kind: 'flag',
        closes: ['VPC', 'VPC_ENDPOINT'],
        opensWhenAbsent: true,
        reach: 'unknown',
        because: 'with which the server is open to clients anywhere',
        severity: 'info',
      },
    ],
    violating: [
      exampleOf('AWS::Transfer::Connector', { Url: 'sftp://files.example.com' }),
      ...mapped(STEPS, (path): Example => exampleOf('AWS::Transfer::Workflow', propertiesAt(path, 'files-us-east-1'))),
      exampleOf('AWS::Transfer::Server', { Protocols: ['SFTP'] }),
    ],
    compliant: [
      exampleOf('AWS::Transfer::Connector', { Url: 'sftp://s-1234.server.transfer.eu-central-1.amazonaws.com' }),
      exampleOf(
        'AWS::Transfer::Workflow',
        propertiesAt('Steps[].CopyStepDetails.DestinationFileLocation.S3FileLocation.Bucket', { Ref: 'Store' }),
        BUCKET_AT_HOME,
      ),
      exampleOf('AWS::Transfer::Server', { EndpointType: 'VPC' }),
    ],
  },
  preventive: {
    strength: 'partly',
    why: 'transfer:RequestServerEndpointType keeps servers within networks. No condition key names the server that a connector pushes to, so that connectors are refused as a whole.',
    denies: [
      {
        actions: ['transfer:CreateServer'],
        authorisedIn: 'source',
        strength: 'exact',
        when: { key: 'transfer:RequestServerEndpointType', is: ['PUBLIC'] },
      },
      {
        actions: ['transfer:CreateConnector', 'transfer:StartFileTransfer'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'transfer.amazonaws.com',
        eventName: 'CreateConnector',
        recordedIn: 'source',
        opens: [{ path: 'url', kind: 'endpoint' }],
      },
      {
        eventSource: 'transfer.amazonaws.com',
        eventName: 'StartFileTransfer',
        recordedIn: 'source',
        opens: [{ path: 'sendFilePaths[]', kind: 'presence' }],
      },
      {
        eventSource: 'transfer.amazonaws.com',
        eventName: 'CreateServer',
        recordedIn: 'source',
        opens: [{ path: 'endpointType', kind: 'flag', opens: ['public'] }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-transfer',
        command: 'DescribeConnectorCommand',
        field: 'Connector.Url',
        kind: 'endpoint',
      },
      {
        client: '@aws-sdk/client-transfer',
        command: 'DescribeServerCommand',
        field: 'Server.EndpointType',
        kind: 'flag',
      },
    ],
  },
});
