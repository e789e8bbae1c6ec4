import { guarddutyFindingsExport } from '../../../lib/catalogue/services/guardduty';
import { lexConversations } from '../../../lib/catalogue/services/lex';
import { securityhubAggregation } from '../../../lib/catalogue/services/securityhub';
import { describeChannel } from '../../support/describe-channel';

describeChannel(securityhubAggregation, [
  {
    name: 'points out the mode, and not the regions that are left out by it',
    properties: { RegionLinkingMode: 'ALL_REGIONS_EXCEPT_SPECIFIED', Regions: ['us-east-1'] },
    violations: [
      { path: 'RegionLinkingMode', value: 'ALL_REGIONS_EXCEPT_SPECIFIED', reach: 'abroad', severity: 'info' },
    ],
  },
  {
    name: 'passes regions that are allowed',
    properties: { RegionLinkingMode: 'SPECIFIED_REGIONS', Regions: ['eu-west-1'] },
    allowed: ['eu-west-1'],
    violations: [],
  },
]);

describeChannel(guarddutyFindingsExport, [
  {
    name: 'reports a bucket that nothing here makes, once',
    properties: {
      DetectorId: 'd1',
      DestinationType: 'S3',
      DestinationProperties: { DestinationArn: 'arn:aws:s3:::findings', KmsKeyArn: { Ref: 'Key' } },
    },
    template: { Parameters: { Key: { Type: 'String' } }, Resources: {} },
    violations: [
      {
        path: 'DestinationProperties.DestinationArn',
        value: 'arn:aws:s3:::findings',
        reach: 'unknown',
      },
    ],
  },
]);

describeChannel(lexConversations, [
  {
    name: 'passes a function that only the deployment knows, and one that the template makes',
    type: 'AWS::Lex::BotAlias',
    properties: {
      BotAliasLocaleSettings: [{ Ref: 'Code' }, { 'Fn::GetAtt': ['Answer', 'Arn'] }].map((arn) => ({
        BotAliasLocaleSetting: { Enabled: true, CodeHookSpecification: { LambdaCodeHook: { LambdaArn: arn } } },
      })),
    },
    template: {
      Parameters: { Code: { Type: 'String' } },
      Resources: { Answer: { Type: 'AWS::Lambda::Function' } },
    },
    violations: [],
  },
]);
