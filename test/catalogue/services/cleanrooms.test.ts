import { cleanroomsResultRegions } from '../../../lib/catalogue/services/cleanrooms';
import { datazoneCrossRegion } from '../../../lib/catalogue/services/datazone';
import { customerProfilesAndEntityResolution } from '../../../lib/catalogue/services/profile';
import { quicksightHomeRegion } from '../../../lib/catalogue/services/quicksight';
import { describeChannel } from '../../support/describe-channel';

describeChannel(cleanroomsResultRegions, [
  {
    name: 'reports one region of two',
    properties: { AllowedResultRegions: [{ Ref: 'AWS::Region' }, 'us-east-2'] },
    violations: [{ path: 'AllowedResultRegions[1]', value: 'us-east-2', reach: 'abroad' }],
  },
]);

describeChannel(datazoneCrossRegion, [
  {
    name: 'reports an environment in a region that only CloudFormation will know',
    properties: { EnvironmentAccountRegion: { Ref: 'Where' } },
    template: { Parameters: { Where: { Type: 'String' } }, Resources: {} },
    violations: [{ path: 'EnvironmentAccountRegion', value: '${Where}', reach: 'unknown' }],
  },
]);

describeChannel(customerProfilesAndEntityResolution, [
  {
    name: 'reports records that are matched into a bucket that nothing here makes',
    type: 'AWS::EntityResolution::MatchingWorkflow',
    properties: { OutputSourceConfig: [{ OutputS3Path: { 'Fn::Sub': 's3://matches-${AWS::AccountId}/people' } }] },
    violations: [
      { path: 'OutputSourceConfig[0].OutputS3Path', value: 's3://matches-111122223333/people', reach: 'unknown' },
    ],
  },
]);

describeChannel(quicksightHomeRegion, [
  {
    name: 'passes a database that only a network knows',
    properties: { DataSourceParameters: { PostgreSqlParameters: { Host: 'people.internal', Port: 5432 } } },
    violations: [],
  },
  {
    name: 'reports a warehouse abroad',
    properties: {
      DataSourceParameters: {
        RedshiftParameters: { Host: { 'Fn::Sub': 'people.abc.${From}.redshift.amazonaws.com' } },
      },
    },
    template: { Parameters: { From: { Type: 'String', Default: 'eu-west-1' } }, Resources: {} },
    violations: [
      {
        path: 'DataSourceParameters.RedshiftParameters.Host',
        value: 'people.abc.eu-west-1.redshift.amazonaws.com',
        reach: 'abroad',
      },
    ],
  },
]);
