import { assert, constantFrom, nat, pre, property, record, sample, shuffledSubarray, uniqueArray } from 'fast-check';
import type { JsonMap } from '../../../lib/assembly/template';
import { CHANNELS } from '../../../lib/catalogue/catalogue';
import { type Example, isCovered } from '../../../lib/catalogue/channel';
import { judge } from '../../../lib/controls/proactive/judge';
import { stackOf } from '../../support/in-memory';
import { renamed } from './properties-renaming';
import { placesOf, SPELLINGS, sectionsOf, spelled, type Template, together, turned } from './properties-spelling';

/** How often each law is tried, and from which seed: one that failed is tried again by the seed that it names. */
const seed = process.env['DOMICILE_SEED'];
const TIMES = { numRuns: 60, ...(seed !== undefined && { seed: Number(seed) }) };

const EXAMPLES: readonly Example[] = CHANNELS.flatMap(({ proactive }) =>
  isCovered(proactive) ? [...proactive.violating, ...proactive.compliant] : [],
);

/** Templates of several examples of the catalogue, each under names of its own: about every second one breaks a rule. */
const templates = uniqueArray(nat(EXAMPLES.length - 1), { minLength: 1, maxLength: 3 }).map(
  (picked): Template =>
    picked.reduce<Template>(
      (sofar, index, place) =>
        together(
          sofar,
          renamed(sectionsOf(EXAMPLES[index]), (name) => `${name}Of${place}`),
        ),
      sectionsOf(undefined),
    ),
);

/** What is found, whatever it is called and in whichever order. */
function verdictOf(template: Template, nameOf: (logicalId: string) => string = (logicalId) => logicalId): string[] {
  return judge({ stacks: [stackOf({ ...template })] })
    .map(({ channel, logicalId, path, reach }) => `${channel} ${nameOf(logicalId)} ${path} ${reach}`)
    .toSorted();
}

const UNRELATED: [string, JsonMap][] = [
  ['Added1', { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'added-queue' } }],
  ['Added2', { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'added-bucket' } }],
  ['Added3', { Type: 'AWS::DynamoDB::GlobalTable', Properties: { Replicas: [{ Region: 'eu-central-1' }] } }],
  ['Added4', { Type: 'AWS::SSM::Parameter', Properties: { Name: '/added', Value: 'us-east-1' } }],
  ['Added5', { Type: 'AWS::KMS::Key', Properties: { MultiRegion: true } }],
  ['Added6', { Type: 'Custom::Added', Properties: { Ref: 'Added5' } }],
];

describe('the templates that laws are tried on', () => {
  it('break a rule in a good part of all cases, and more than one channel each', () => {
    const verdicts = sample(templates, { ...TIMES, numRuns: 100 }).map((template) => verdictOf(template));
    const channels = new Set(verdicts.flat().map((line) => line.split(' ')[0]));
    expect(verdicts.filter((found) => found.length > 0).length).toBeGreaterThan(50);
    expect(channels.size).toBeGreaterThan(30);
  });
});

describe('a verdict', () => {
  it('is the same whatever logical ids are called', () => {
    assert(
      property(templates, constantFrom('A', 'UsEast1', 'Zz9'), (template, prefix) => {
        const other = renamed(template, (name) => `${prefix}${name}`);
        expect(verdictOf(other, (logicalId) => logicalId.slice(prefix.length))).toEqual(verdictOf(template));
      }),
      TIMES,
    );
  });

  it('is the same in whichever order keys are written', () => {
    assert(
      property(templates, nat(), (template, turn) => {
        expect(verdictOf(turned(template, turn) as Template)).toEqual(verdictOf(template));
      }),
      TIMES,
    );
  });

  it('keeps each finding when something is added that has nothing to do with it', () => {
    assert(
      property(templates, shuffledSubarray(UNRELATED, { minLength: 1 }), (template, added) => {
        const more = { ...template, Resources: { ...template.Resources, ...Object.fromEntries(added) } };
        expect(verdictOf(more)).toEqual(expect.arrayContaining(verdictOf(template)));
      }),
      TIMES,
    );
  });

  it.each(Object.keys(SPELLINGS))('is the same for a text and its spelling by %s', (spelling) => {
    const picks = record({ template: templates, which: nat(), cut: nat() });
    assert(
      property(picks, ({ template, which, cut }) => {
        const places = placesOf(template);
        const place = places[which % places.length];
        pre(place !== undefined);
        expect(verdictOf(spelled(template, place, spelling, cut))).toEqual(verdictOf(template));
      }),
      TIMES,
    );
  });
});
