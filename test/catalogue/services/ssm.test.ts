import { ssmCommandOutput, ssmResourceDataSync } from '../../../lib/catalogue/services/ssm';
import { ssmMultiRegionAutomation } from '../../../lib/catalogue/services/ssm-automation';
import { ssmDocumentShare } from '../../../lib/catalogue/services/ssm-shares';
import { describeChannel } from '../../support/describe-channel';

const output = (location: object) => ({ Name: 'AWS-RunShellScript', OutputLocation: { S3Location: location } });
const REGION = 'OutputLocation.S3Location.OutputS3Region';

describeChannel(ssmCommandOutput, [
  {
    name: 'passes a bucket that nothing here makes where its region is told',
    properties: output({ OutputS3BucketName: 'printed', OutputS3Region: { 'Fn::Sub': '${AWS::Region}' } }),
    violations: [],
  },
  {
    name: 'passes a bucket that the template makes',
    properties: output({ OutputS3BucketName: { Ref: 'Printed' } }),
    template: { Resources: { Printed: { Type: 'AWS::S3::Bucket' } } },
    violations: [],
  },
  {
    name: 'reports a region that only the deployment names',
    properties: output({ OutputS3BucketName: 'printed', OutputS3Region: { Ref: 'Region' } }),
    template: { Parameters: { Region: { Type: 'String' } }, Resources: {} },
    violations: [{ path: REGION, value: '${Region}', reach: 'unknown' }],
  },
  {
    name: 'reports what a map says of the stage',
    properties: output({
      OutputS3BucketName: 'printed',
      OutputS3Region: { 'Fn::FindInMap': ['Stages', { Ref: 'Stage' }, 'Region'] },
    }),
    template: {
      Parameters: { Stage: { Type: 'String', Default: 'live' } },
      Mappings: { Stages: { live: { Region: 'us-west-2' }, test: { Region: 'eu-central-1' } } },
      Resources: {},
    },
    violations: [{ path: REGION, value: 'us-west-2', reach: 'abroad' }],
  },
]);

describeChannel(ssmResourceDataSync, [
  {
    name: 'points out regions that an inventory is gathered from, and passes the own one',
    properties: {
      SyncName: 'all',
      SyncType: 'SyncFromSource',
      SyncSource: { SourceType: 'SingleAccountMultiRegions', SourceRegions: ['eu-central-1', 'ap-south-1'] },
    },
    violations: [{ path: 'SyncSource.SourceRegions[1]', value: 'ap-south-1', reach: 'abroad', severity: 'info' }],
  },
]);

describeChannel(ssmMultiRegionAutomation, [
  {
    name: 'reads a document that is a text',
    properties: {
      DocumentType: 'Automation',
      Content: [
        'schemaVersion: "0.3"',
        'description: runs in us-east-1, or not',
        'mainSteps:',
        '  - name: everywhere',
        '    action: aws:executeAutomation',
        '    inputs:',
        '      DocumentName: restart',
        '      TargetLocations:',
        '        - Regions: [eu-central-1, us-west-1]',
      ].join('\n'),
    },
    violations: [{ path: 'Content.mainSteps[0].inputs', value: 'us-west-1', reach: 'abroad' }],
  },
  {
    name: 'reports a call of another region, and passes a comment of a script',
    properties: {
      DocumentType: 'Automation',
      Content: {
        mainSteps: [
          {
            action: 'aws:executeAwsApi',
            inputs: { Service: 'rds', Api: 'CopyDBSnapshot', DestinationRegion: 'eu-west-1' },
          },
          { action: 'aws:executeScript', inputs: { Runtime: 'python3.11', Script: '# not in us-east-1\npass' } },
        ],
      },
    },
    violations: [{ path: 'Content.mainSteps[0].inputs', value: 'eu-west-1', reach: 'abroad' }],
  },
  {
    name: 'points out regions that Quick Setup prepares',
    type: 'AWS::SSMQuickSetup::ConfigurationManager',
    properties: {
      ConfigurationDefinitions: [{ Type: 'AWSQuickSetupType-Patch', Parameters: { TargetRegions: 'us-west-1' } }],
    },
    violations: [
      {
        path: 'ConfigurationDefinitions[0].Parameters.TargetRegions',
        value: 'us-west-1',
        reach: 'abroad',
        severity: 'info',
      },
    ],
  },
]);

describeChannel(ssmDocumentShare, [
  {
    name: 'points out the one account of several that is not its own',
    properties: {
      ResourceArn: 'arn:aws:ssm:eu-central-1:111122223333:parameter/setting',
      Policy: {
        Statement: [{ Effect: 'Allow', Principal: { AWS: ['111122223333', 'arn:aws:iam::444455556666:root'] } }],
      },
    },
    violations: [
      {
        path: 'Policy.Statement[0].Principal.AWS[1]',
        value: 'arn:aws:iam::444455556666:root',
        reach: 'unknown',
        severity: 'info',
      },
    ],
  },
]);
