import {
  assignmentHint,
  poolHint,
  profileHint,
  regionInName,
  regionsHint,
} from '../../../../lib/controls/proactive/hints/words';
import { describeHints, HERE, named } from '../../../support/describe-hints';

describeHints('a value of regions', (text) => regionsHint(text, HERE), [
  named('us-east-1', 'us-east-1'),
  named('US-EAST-1', 'us-east-1'),
  named('us-east-1a', 'us-east-1'),
  named('eu-central-1;us-east-1', 'us-east-1'),
  named(' eu-central-1 | us-gov-west-1 ', 'us-gov-west-1'),
  ['eu-central-1'],
  ['EU-WEST-1'],
  ['eu-central-1a eu-west-1'],
  ['us-east-1x2'],
  ['us-east-12'],
  ['us-east-1,other'],
  ['xus-east-1'],
  [''],
]);

describeHints('an id of a pool', (text) => poolHint(text, HERE), [
  named('pool us-east-1_AbCdEf123', 'us-east-1_AbCdEf123'),
  named('eu-central-1_AbCdEf1 us-east-1_AbCdEf2', 'us-east-1_AbCdEf2'),
  ['eu-central-1_AbCdEf123'],
  ['us-east-1_short'],
  ['x-us-east-1_AbCdEf123'],
  ['us-east-1:not-an-id'],
  named('us-east-1:0a1b2c3d-0a1b-', 'us-east-1:0a1b2c3d-0a1b-'),
]);

describeHints('an assignment', (text) => assignmentHint(text, HERE), [
  named('region: us-east-1', 'us-east-1'),
  named('"region": ["us-east-1"]', 'us-east-1'),
  named("region => 'us-east-1'", 'us-east-1'),
  named('REGION=US-EAST-1', 'us-east-1'),
  named('region_name="us-east-1"', 'us-east-1'),
  named('regionId = us-east-1', 'us-east-1'),
  named('regions: us-east-1', 'us-east-1'),
  named('region: eu-west-1, region: us-east-1', 'us-east-1'),
  named('-region us-east-1', 'us-east-1'),
  named('--region=us-east-1', 'us-east-1'),
  named('aws configure set profile.x.region us-east-1', 'us-east-1'),
  named('LocationConstraint: us-west-2', 'us-west-2'),
  named('location_constraint="us-west-2"', 'us-west-2'),
  ['region: eu-central-1'],
  ['region: us-east-1-mirror'],
  ['place: us-east-1'],
  ['the region is us-east-1'],
]);

describeHints('an inference profile', (text) => profileHint(text, HERE), [
  ['us.amazon.nova-pro-v1:0', "which names an inference profile of 'us'"],
  ['global.anthropic.claude-sonnet-4-5-20250929-v1:0', "which names an inference profile of 'global'"],
  ['call eu.amazon.nova-pro-v1:0 or us.amazon.nova-lite-v1:0', "which names an inference profile of 'eu'"],
  ['amazon.nova-pro-v1:0'],
  ['www.us.amazon.nova-pro-v1:0'],
  ['us.amazon.com'],
]);

describe('a region in a name', () => {
  it.each<[name: string, region: string | undefined]>([
    ['mirror-us-east-1', 'us-east-1'],
    ['us-east-1', 'us-east-1'],
    ['mirrorus-east-1', undefined],
    ['mirror-us-east-12', undefined],
    ['from-eu-central-1-to-us-east-1', 'us-east-1'],
    ['mirror-eu-central-1', undefined],
    ['exports--use1-az4--x-s3', 'us-east-1'],
    ['exports--euc1-az2--x-s3', undefined],
    ['us-east-1--euc1-az2--x-s3', undefined],
    ['mirror', undefined],
  ])('%s: %s', (name, region) => {
    expect(regionInName(name, HERE.allowed)).toBe(region);
  });
});
