import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import { App, CfnResource, Stack, Validations } from 'aws-cdk-lib/core';
import { AwsSolutionsChecks } from 'cdk-nag';
import { Construct } from 'constructs';
import { type Acknowledgement, acknowledge, RUNNING_PACKS } from '../../lib/constructs/acknowledge';
import { AcknowledgementChecks } from '../../lib/constructs/acknowledgement-checks';
import { watched } from '../../lib/constructs/watched-pack';
import type { NagEvidence } from '../../lib/domain/nag';
import { acknowledge as acknowledgeAnywhere } from '../../lib/public/nag';
import { withOutput } from '../support/synthesize';

const today = new Date('2026-11-24T12:00:00Z');
const answer: Acknowledgement = {
  rules: ['AwsSolutions::AwsSolutions-S1'],
  reason: 'nobody asks for its objects',
  owner: 'platform',
  since: '2026-11-01',
};

describe('an acknowledgement', () => {
  const construct = () => new Construct(new Stack(new App({ analyticsReporting: false }), 'One'), 'It');

  it('is recorded once for each of its rules, with all that it says', () => {
    const recorded = jest.spyOn(Validations.prototype, 'acknowledge').mockImplementation(() => undefined);
    const rules = ['AwsSolutions::AwsSolutions-S1', 'HIPAA.Security::HIPAA.Security-S3BucketLoggingEnabled'] as const;
    acknowledge(construct(), { ...answer, rules, until: '2026-11-24' }, today);
    const reason = 'nobody asks for its objects; owner: platform; since: 2026-11-01; until: 2026-11-24';
    expect(recorded.mock.calls).toEqual([rules.map((id) => ({ id, reason }))]);
    recorded.mockRestore();
  });

  it('is left out for packs that are known not to run', () => {
    const on = construct();
    on.node.setContext(RUNNING_PACKS, ['AwsSolutions']);
    const recorded = jest.spyOn(Validations.prototype, 'acknowledge').mockImplementation(() => undefined);
    const rules = ['AwsSolutions::AwsSolutions-S1', 'HIPAA.Security::HIPAA.Security-S3BucketLoggingEnabled'] as const;
    acknowledge(on, { ...answer, rules }, today);
    expect(recorded.mock.calls).toEqual([[{ id: rules[0], reason: expect.any(String) }]]);
    recorded.mockRestore();
  });

  it.each([
    {
      name: 'that has expired',
      more: { until: '2026-11-23' },
      code: 'AcknowledgementExpired',
      message:
        "the acknowledgement of 'AwsSolutions::AwsSolutions-S1' on 'One/It' ended on 2026-11-23; 'platform' must mend the finding or decide again",
    },
    {
      name: 'whose last day is none',
      more: { until: '2026-13-40' },
      code: 'AcknowledgementMalformed',
      message:
        "the acknowledgement of 'AwsSolutions::AwsSolutions-S1' on 'One/It' ends on '2026-13-40'; write a day such as '2027-03-31'",
    },
    {
      name: 'whose first day is none',
      more: { since: '2026-02-30' },
      code: 'AcknowledgementMalformed',
      message:
        "the acknowledgement of 'AwsSolutions::AwsSolutions-S1' on 'One/It' begins on '2026-02-30'; write a day such as '2027-03-31'",
    },
  ])('$name stops the synthesis', ({ more, code, message }) => {
    expect(() => acknowledge(construct(), { ...answer, ...more }, today)).toThrow(
      expect.objectContaining({ code, message }),
    );
  });

  it('whose owner could not be read back stops the synthesis of another app', () => {
    expect(() => acknowledgeAnywhere(construct(), { ...answer, owner: 'the team; of security' }, today)).toThrow(
      expect.objectContaining({
        code: 'AcknowledgementMalformed',
        message:
          "the acknowledgement of 'AwsSolutions::AwsSolutions-S1' on 'One/It' is owned by 'the team; of security'; write one word for the team, such as 'platform'",
      }),
    );
  });
});

/** What a synthesis says of acknowledgements, and what it leaves beside the templates. */
function checked(build: (stack: Stack) => void, clock: () => Date = () => today) {
  return withOutput((props) => {
    const app = new App(props);
    const packs = [watched(AwsSolutionsChecks)];
    Validations.of(app).addPlugins(...packs.map(({ plugin }) => plugin), new AcknowledgementChecks(packs, clock));
    build(new Stack(app, 'One', { env: { account: '111122223333', region: 'eu-central-1' } }));
    let failure = '';
    try {
      app.synth();
    } catch (error) {
      failure = String(error);
    }
    const read = (file: string) => JSON.parse(readFileSync(path.join(props.outdir, file), 'utf8')) as unknown;
    const { pluginReports } = read('validation-report.json') as { readonly pluginReports: readonly Plugin[] };
    const flaws = pluginReports
      .filter(({ pluginName }) => pluginName === 'cdk-domicile acknowledgements')
      .flatMap(({ violations }) => violations)
      .map(({ ruleName, severity, violatingConstructs: [at] }) => [ruleName, severity, at?.constructPath]);
    return { fails: failure !== '', flaws, evidence: read('nag-evidence.json') as NagEvidence };
  });
}

interface Plugin {
  readonly pluginName: string;
  readonly violations: readonly {
    readonly ruleName: string;
    readonly severity: string;
    readonly violatingConstructs: readonly { readonly constructPath: string }[];
  }[];
}

/** A bucket of which cdk-nag finds S1 and S10. */
const bucketIn = (stack: Stack) =>
  new CfnBucket(stack, 'Bucket', {
    publicAccessBlockConfiguration: {
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    },
  });
const raw = (scope: Construct, id: string, reason = 'so it is; owner: platform; since: 2026-11-01') =>
  Validations.of(scope).acknowledge({ id, reason });
const answerS10 = (scope: Construct) => raw(scope, 'AwsSolutions::AwsSolutions-S10');

describe('a synthesis', () => {
  it.each([
    {
      name: 'passes with what is found and answered',
      build: (bucket: Construct) => acknowledge(bucket, answer, today),
      flaws: [],
    },
    {
      name: 'fails on a rule without its pack',
      build: (bucket: Construct) => raw(bucket, 'AwsSolutions-S1'),
      flaws: [['bare-acknowledgement', 'fatal', 'One/Bucket']],
    },
    {
      name: 'fails on a rule that is not there',
      build: (bucket: Construct) => {
        acknowledge(bucket, answer, today);
        raw(bucket, 'AwsSolutions::AwsSolutions-S99');
      },
      flaws: [['unknown-acknowledgement', 'fatal', 'One/Bucket']],
    },
    {
      name: 'fails on a rule that finds nothing there',
      build: (bucket: Construct) => {
        acknowledge(bucket, answer, today);
        raw(bucket, 'AwsSolutions::AwsSolutions-SQS3');
      },
      flaws: [['stale-acknowledgement', 'fatal', 'One/Bucket']],
    },
    {
      name: 'fails on a debt whose day has passed since it was written down',
      build: (bucket: Construct) => acknowledge(bucket, { ...answer, until: '2026-11-20' }, new Date('2026-11-01')),
      flaws: [['expired-acknowledgement', 'fatal', 'One/Bucket']],
    },
    {
      name: 'fails on an answer that nobody owns',
      build: (bucket: Construct) => raw(bucket, 'AwsSolutions::AwsSolutions-S1', 'so it is'),
      flaws: [['unowned-acknowledgement', 'fatal', 'One/Bucket']],
    },
    {
      name: 'leaves acknowledgements of other plugins alone',
      build: (bucket: Construct) => {
        acknowledge(bucket, answer, today);
        raw(bucket, '@aws-cdk/core:something', 'so it is');
      },
      flaws: [],
    },
    {
      name: 'leaves acknowledgements of packs alone that do not run',
      build: (bucket: Construct) => {
        const rules = [...answer.rules, 'HIPAA.Security::HIPAA.Security-S3BucketReplicationEnabled'] as const;
        acknowledge(bucket, { ...answer, rules }, today);
      },
      flaws: [],
    },
  ])('$name', ({ build, flaws: expected }) => {
    const { fails, flaws } = checked((stack) => {
      const bucket = bucketIn(stack);
      answerS10(bucket);
      build(bucket);
    });
    expect({ fails, flaws }).toEqual({ fails: expected.length > 0, flaws: expected });
  });

  it('sees an acknowledgement of the whole app, which is in the metadata of no stack', () => {
    const { flaws } = checked((stack) => {
      new CfnResource(stack, 'Table', { type: 'AWS::DynamoDB::GlobalTable' });
      raw(stack.node.root, 'AwsSolutions::AwsSolutions-S1');
    });
    expect(flaws).toEqual([['stale-acknowledgement', 'fatal', '']]);
  });
});

describe('the evidence of a synthesis', () => {
  it('has what was found, where, and what answers it', () => {
    const { evidence } = checked((stack) => {
      const bucket = bucketIn(stack);
      raw(bucket, 'AwsSolutions-S1');
      answerS10(bucket);
    });
    expect(evidence.packs.map(({ pack, findings, failures }) => ({ pack, findings, failures }))).toEqual([
      {
        pack: 'AwsSolutions',
        findings: ['AwsSolutions-S1', 'AwsSolutions-S10'].map((rule) => ({
          rule,
          severity: 'error',
          description: expect.any(String),
          resource: 'One/Bucket',
        })),
        failures: [],
      },
    ]);
    expect(evidence.acknowledgements.map(({ id, at }) => [id, at])).toEqual([
      ['Annotation::AwsSolutions-S1', 'One/Bucket'],
      ['AwsSolutions::AwsSolutions-S10', 'One/Bucket'],
    ]);
    expect(evidence.resources['One/Bucket']).toEqual({
      stack: 'One',
      logicalId: 'Bucket',
      type: 'AWS::S3::Bucket',
      template: 'One.template.json',
      source: { file: 'test/constructs/acknowledgements.test.ts', line: expect.any(Number) },
    });
    expect(Object.keys(evidence.templates)).toEqual(['One.template.json']);
  });

  it('tells resources to which no rule has anything to say, also where it knows their type', () => {
    const { evidence } = checked((stack) => {
      new CfnResource(stack, 'Queue', { type: 'AWS::SQS::Queue' });
      new CfnQueue(stack, 'Known');
      new CfnResource(stack, 'Table', { type: 'AWS::DynamoDB::GlobalTable' });
    });
    expect(evidence.packs[0]?.types).toEqual({
      'AWS::DynamoDB::GlobalTable': { resources: 1, unseen: 1 },
      'AWS::SQS::Queue': { resources: 2, unseen: 1 },
    });
  });

  it('tells properties that an override puts in where no rule reads them', () => {
    const { evidence } = checked((stack) =>
      bucketIn(stack).addPropertyOverride('ReplicationConfiguration.Role', 'arn:aws:iam::111122223333:role/copies'),
    );
    expect(evidence.overrides).toEqual({ 'One/Bucket': ['ReplicationConfiguration'] });
  });

  it('tells rules that could not run, though what they report is acknowledged', () => {
    const { evidence, fails, flaws } = checked((stack) => {
      const bucket = bucketIn(stack);
      Object.defineProperty(bucket, 'loggingConfiguration', {
        get: () => {
          throw new Error('it cannot be told');
        },
      });
      acknowledge(bucket, answer, today);
      answerS10(bucket);
    });
    expect({ fails, flaws }).toEqual({ fails: false, flaws: [['rule-not-run', 'info', 'One/Bucket']] });
    expect(evidence.packs[0]?.failures).toContainEqual({
      rule: 'AwsSolutions-S1',
      resource: 'One/Bucket',
      message: 'it cannot be told',
    });
  });
});
