import { dlmCrossRegionCopy } from '../../../lib/catalogue/services/dlm';
import { describeChannel } from '../../support/describe-channel';

const RULE = 'PolicyDetails.Schedules[0].CrossRegionCopyRules[0]';

function copying(rule: Readonly<Record<string, unknown>>) {
  return { PolicyDetails: { Schedules: [{ CrossRegionCopyRules: [{ Encrypted: true, ...rule }] }] } };
}

describeChannel(dlmCrossRegionCopy, [
  {
    name: 'reports a region that only CloudFormation will know',
    properties: copying({ Target: { Ref: 'Recovery' } }),
    template: { Parameters: { Recovery: { Type: 'String' } }, Resources: {} },
    violations: [{ path: `${RULE}.Target`, value: '${Recovery}', reach: 'unknown' }],
  },
  {
    name: 'reports an Outpost that is run from another region',
    properties: copying({ Target: 'arn:aws:outposts:us-west-2:111122223333:outpost/op-1' }),
    violations: [
      { path: `${RULE}.Target`, value: 'arn:aws:outposts:us-west-2:111122223333:outpost/op-1', reach: 'abroad' },
    ],
  },
  {
    name: 'passes an Outpost of the home region',
    properties: copying({ Target: { 'Fn::Sub': 'arn:aws:outposts:${AWS::Region}:111122223333:outpost/op-1' } }),
    violations: [],
  },
  {
    name: 'passes a region that is allowed',
    properties: copying({ TargetRegion: 'eu-west-1' }),
    allowed: ['eu-west-1'],
    violations: [],
  },
  {
    name: 'only points out accounts with which snapshots are shared',
    properties: {
      PolicyDetails: { Schedules: [{ ShareRules: [{ TargetAccounts: ['444455556666', '111122223333'] }] }] },
    },
    violations: [
      {
        path: 'PolicyDetails.Schedules[0].ShareRules[0].TargetAccounts[0]',
        value: '444455556666',
        reach: 'unknown',
        severity: 'info',
      },
    ],
  },
]);
