import { readdirSync } from 'node:fs';
import path from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { CfnDistribution } from 'aws-cdk-lib/aws-cloudfront';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import {
  AwsSolutionsChecks,
  HIPAASecurityChecks,
  type NagPack,
  NIST80053R4Checks,
  NIST80053R5Checks,
  PCIDSS321Checks,
} from 'cdk-nag';
import { OPPOSITE_ADVICE, type Pack } from '../../lib/catalogue/opposite-advice';

const INSTALLED: Partial<Record<Pack, new (scope: App) => NagPack>> = {
  'cdk-nag-nist-r4': NIST80053R4Checks,
  'cdk-nag-nist-r5': NIST80053R5Checks,
  'cdk-nag-hipaa': HIPAASecurityChecks,
  'cdk-nag-pci': PCIDSS321Checks,
  'cdk-nag-solutions': AwsSolutionsChecks,
};

const rules = OPPOSITE_ADVICE.flatMap(({ rules: named }) => named).flatMap(({ pack, id }) => {
  const Checks = INSTALLED[pack];
  return Checks === undefined ? [] : [{ id, Checks }];
});

describe('the opposite advice of cdk-nag', () => {
  it('names each installed rule whose name speaks of another region, but for those about zones and open networks', () => {
    const folder = path.join(path.dirname(require.resolve('cdk-nag')), 'rules');
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.js'))
      .map((file) => path.basename(file, '.js'))
      .filter((name) => /replica|region|global|cross|copy/i.test(name));
    expect(names.toSorted()).toEqual([
      'DMSReplicationNotPublic',
      'ELBCrossZoneLoadBalancingEnabled',
      'S3BucketReplicationEnabled',
    ]);
  });

  it.each(rules)('is in the installed version: $id', ({ id, Checks }) => {
    expect(reportedOf(Checks, bare)).toContain(id);
  });

  it.each(rules)('is followed without leaving, as the table says: $id', ({ id, Checks }) => {
    expect(reportedOf(Checks, atHome)).not.toContain(id);
  });
});

function reportedOf(Checks: new (scope: App) => NagPack, build: (stack: Stack) => void): readonly string[] {
  const app = new App({ builtinCloudFormationValidation: false, analyticsReporting: false });
  build(new Stack(app, 'Stack', { env: { account: '111122223333', region: 'eu-central-1' } }));
  return new Checks(app).validateScope(app).violations.map(({ ruleName }) => ruleName);
}

function bare(stack: Stack): void {
  new CfnBucket(stack, 'Media', {});
  new CfnDistribution(stack, 'Site', {
    distributionConfig: {
      enabled: true,
      origins: [{ id: 'media', domainName: 'example.org' }],
      defaultCacheBehavior: { targetOriginId: 'media', viewerProtocolPolicy: 'https-only' },
    },
  });
}

/** A bucket that replicates to one of its own stack, and no distribution. */
function atHome(stack: Stack): void {
  const copy = new CfnBucket(stack, 'Copy', { replicationConfiguration: to('arn:aws:s3:::further-copy') });
  new CfnBucket(stack, 'Media', { replicationConfiguration: to(copy.attrArn) });
}

function to(bucket: string): CfnBucket.ReplicationConfigurationProperty {
  return {
    role: 'arn:aws:iam::111122223333:role/replication',
    rules: [{ status: 'Enabled', destination: { bucket } }],
  };
}
