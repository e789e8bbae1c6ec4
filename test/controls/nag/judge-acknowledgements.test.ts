import { judgeAcknowledgements } from '../../../lib/controls/nag/judge-acknowledgements';
import type { Acknowledged, PackEvidence } from '../../../lib/domain/nag';

const TODAY = '2026-11-24';

const pack = (findings: readonly (readonly [rule: string, resource: string])[]): PackEvidence => ({
  pack: 'AwsSolutions',
  rules: ['AwsSolutions-IAM5', 'AwsSolutions-S1'],
  findings: findings.map(([rule, resource]) => ({ rule, resource, severity: 'error', description: 'it is so' })),
  failures: [],
  types: {},
});
const acknowledged = (id: string, at: string, more: Partial<Acknowledged['answer']> = {}): Acknowledged => ({
  id,
  at,
  answer: { reason: 'so it is', owner: 'platform', since: '2026-11-01', ...more },
});

const S1 = 'AwsSolutions::AwsSolutions-S1';
const found = [['AwsSolutions-S1', 'One/Bucket/Resource']] as const;

describe('acknowledgements', () => {
  it.each([
    {
      name: 'are right on the resource itself',
      acknowledgements: [acknowledged(S1, 'One/Bucket/Resource')],
      flaws: [],
    },
    { name: 'are right on what it is in', acknowledgements: [acknowledged(S1, 'One')], flaws: [] },
    { name: 'are right on the app', acknowledgements: [acknowledged(S1, '')], flaws: [] },
    {
      name: 'are stale beside the resource, even where its path begins alike',
      acknowledgements: [acknowledged(S1, 'One/Buck')],
      flaws: [['stale-acknowledgement', 'One/Buck']],
    },
    {
      name: 'are stale where a nearer one answers',
      acknowledgements: [acknowledged(S1, 'One'), acknowledged(S1, 'One/Bucket')],
      flaws: [['stale-acknowledgement', 'One']],
    },
    {
      name: 'are stale where the rule has parts and the id has none',
      findings: [['AwsSolutions-IAM5[Resource::*]', 'One/Role']] as const,
      acknowledgements: [acknowledged('AwsSolutions::AwsSolutions-IAM5', 'One/Role')],
      flaws: [['stale-acknowledgement', 'One/Role']],
    },
    {
      name: 'are right with the part of the rule',
      findings: [['AwsSolutions-IAM5[Resource::*]', 'One/Role']] as const,
      acknowledgements: [acknowledged('AwsSolutions::AwsSolutions-IAM5[Resource::*]', 'One/Role')],
      flaws: [],
    },
    {
      name: 'are bare without a pack, also of a pack that did not run',
      findings: [],
      acknowledgements: [
        acknowledged('Annotation::AwsSolutions-S1', 'A'),
        acknowledged('Annotation::PCI.DSS.321-S3BucketReplicationEnabled', 'B'),
      ],
      flaws: [
        ['bare-acknowledgement', 'A'],
        ['bare-acknowledgement', 'B'],
      ],
    },
    {
      name: 'are unknown under the name of no pack',
      findings: [],
      acknowledgements: [acknowledged('AwsSolution::AwsSolutions-S1', 'One')],
      flaws: [['unknown-acknowledgement', 'One']],
    },
    {
      name: 'are left alone where another plugin is asked',
      findings: [],
      acknowledgements: [acknowledged('Somebody::Else', 'One'), acknowledged('Annotation::@aws-cdk/core:x', 'One')],
      flaws: [],
    },
    {
      name: 'of packs that did not run have their owner and day all the same',
      findings: [],
      acknowledgements: [acknowledged('HIPAA.Security::HIPAA.Security-X', 'One', { until: '2026-11-23' })],
      flaws: [['expired-acknowledgement', 'One']],
    },
    {
      name: 'count on their last day',
      acknowledgements: [acknowledged(S1, 'One', { until: TODAY })],
      flaws: [],
    },
    {
      name: 'are each told with all that is wrong with them',
      findings: [],
      acknowledgements: [{ id: S1, at: 'One', answer: { reason: 'so it is', until: '2026-01-01' } }],
      flaws: [
        ['expired-acknowledgement', 'One'],
        ['stale-acknowledgement', 'One'],
        ['unowned-acknowledgement', 'One'],
      ],
    },
  ])('$name', ({ findings = found, acknowledgements, flaws }) => {
    const judged = judgeAcknowledgements({ packs: [pack(findings)], acknowledgements }, TODAY);
    expect(judged.map(({ kind, at }) => [kind, at])).toEqual(flaws);
  });

  it('are told with what to do about them', () => {
    const acknowledgements = [
      { ...acknowledged('Annotation::AwsSolutions-S1', 'One'), source: { file: 'a.ts', line: 3 } },
    ];
    expect(judgeAcknowledgements({ packs: [pack([])], acknowledgements }, TODAY)).toEqual([
      {
        kind: 'bare-acknowledgement',
        id: 'Annotation::AwsSolutions-S1',
        at: 'One',
        message: "'AwsSolutions-S1' is acknowledged on 'One' without its pack, which silences it without a trace",
        fix: "acknowledge 'AwsSolutions::AwsSolutions-S1', with acknowledge()",
        source: { file: 'a.ts', line: 3 },
      },
    ]);
  });
});
