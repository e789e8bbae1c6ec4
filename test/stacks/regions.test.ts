import { RegionInfo } from 'aws-cdk-lib/region-info';
import { REGIONS } from '../../lib/domain/regions';

describe('the table of regions', () => {
  it('has the regions and partitions that aws-cdk-lib knows', () => {
    const known = Object.fromEntries(RegionInfo.regions.map(({ name, partition }) => [name, partition]));
    expect(Object.fromEntries(Object.entries(REGIONS).map(([name, { partition }]) => [name, partition]))).toEqual(
      known,
    );
  });
});
