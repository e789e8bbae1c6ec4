import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { assemblyText } from '../support/assembly';

interface Row {
  readonly severity: string;
  readonly ruleName: string;
  readonly violatingConstructs: readonly { readonly constructPath: string }[];
  readonly acknowledgedId: string;
  readonly reason: string;
}

interface Report {
  readonly pluginReports: readonly {
    readonly pluginName: string;
    readonly conclusion: string;
    readonly violations: readonly Row[];
    readonly suppressedViolations?: readonly Row[];
  }[];
}

const { pluginReports } = JSON.parse(assemblyText('validation-report.json')) as Report;
const acknowledged = pluginReports.flatMap(({ suppressedViolations = [] }) => suppressedViolations);

/** How many resources one reason may answer for by itself. */
const BY_ITSELF = 3;

describe('the report of the packs', () => {
  it('leaves nothing open', () => {
    expect(
      pluginReports.map(({ conclusion, violations }) => [
        conclusion,
        violations.filter(({ severity }) => severity !== 'info'),
      ]),
    ).toEqual(pluginReports.map(() => ['success', []]));
    expect(pluginReports.map(({ pluginName }) => pluginName)).toEqual(['cdk-domicile', 'AwsSolutions']);
  });

  it('records each acknowledgement under the id of its pack', () => {
    const ids = [...new Set(acknowledged.map(({ acknowledgedId }) => acknowledgedId))].toSorted();
    expect(ids).toEqual([
      'AwsSolutions::AwsSolutions-APIG4',
      'AwsSolutions::AwsSolutions-COG2',
      'AwsSolutions::AwsSolutions-COG8',
      'AwsSolutions::AwsSolutions-IAM5[Resource::*]',
      'AwsSolutions::AwsSolutions-SQS3',
      'AwsSolutions::AwsSolutions-VPC7',
    ]);
  });

  it('misses none that was made without its pack, which would leave no trace', () => {
    const sources = ['bin', 'lib', 'stacks'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => path.posix.join(folder, file)),
    );
    const acknowledging = sources
      .filter((file) => file.endsWith('.ts'))
      .filter((file) =>
        /\.acknowledge\b|addAcknowledgement|NagSuppressions|rules_to_suppress/.test(readFileSync(file, 'utf8')),
      );
    expect(acknowledging).toEqual(['lib/constructs/acknowledge.ts']);
  });

  const reasons = [...new Set(acknowledged.map(({ reason }) => reason))].map((reason) => ({
    reason,
    resources: new Set(
      acknowledged
        .filter((row) => row.reason === reason)
        .flatMap(({ violatingConstructs }) => violatingConstructs.map(({ constructPath }) => constructPath)),
    ).size,
  }));

  it.each(reasons)('has an owner for: $reason', ({ reason }) => {
    expect(reason).toMatch(/; owner: (platform|security|identity)(; until: \d{4}-\d{2}-\d{2})?$/);
  });

  it.each(reasons.filter(({ resources }) => resources > BY_ITSELF))(
    'has a substitute control and its test for $resources resources under: $reason',
    ({ reason }) => {
      const test = reason.match(/; substitute: .+ \((?<test>test\/[^)]+)\)/)?.groups?.['test'];
      expect(test).toBeDefined();
      expect(existsSync(test ?? '')).toBe(true);
    },
  );
});
