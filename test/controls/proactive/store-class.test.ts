import { judge } from '../../../lib/controls/proactive/judge';
import type { StoreClass } from '../../../lib/domain/store-class';
import { assemblyOf } from '../../support/in-memory';

const table = (Metadata?: object) => ({
  Type: 'AWS::DynamoDB::GlobalTable',
  Properties: { Replicas: [{ Region: 'us-east-1' }] },
  ...(Metadata && { Metadata }),
});
const key = (Metadata?: object) => ({
  Type: 'AWS::KMS::Key',
  Properties: { MultiRegion: true },
  ...(Metadata && { Metadata }),
});
const said = (no: string) => ({ 'domicile:store': { personal: { no } } });
const declared = (personal: StoreClass['personal']): StoreClass => ({
  id: 'prices',
  kind: 'table',
  holds: 'prices',
  personal,
  retention: { until: 'age', days: 1 },
  legalBasis: 'none needed',
  readers: [],
});

const UNCLASSED = ['content', 'error', "'Replicas[0].Region' of 'T' is 'us-east-1', outside of 'eu-central-1'"];
const LOWERED = [
  'metadata',
  'info',
  "'Replicas[0].Region' of 'T' is 'us-east-1', outside of 'eu-central-1'; it is said to hold nothing of a person: 'prices only'",
];

describe('the class of a store', () => {
  it.each([
    ['is personal where nothing is said', table(), undefined, UNCLASSED],
    ['lowers the level of a finding, and removes none', table(said('prices only')), undefined, LOWERED],
    ['is taken from what the app declares', table(), declared({ no: 'prices only' }), LOWERED],
    ['is the one that the app declares, whatever the template says', table(said('x')), declared(true), UNCLASSED],
    ['is nothing without a reason', table(said(' ')), undefined, UNCLASSED],
    ['is nothing in another form', table({ 'domicile:store': { personal: false } }), undefined, UNCLASSED],
  ])('%s', (_, resource, holds, expected) => {
    const assembly = assemblyOf({
      Main: { Resources: { T: resource }, stack: { originOf: () => (holds === undefined ? {} : { holds }) } },
    });
    expect(judge(assembly).map(({ level, severity, message }) => [level, severity, message])).toEqual([expected]);
  });

  it('says nothing of a key, which opens other stores', () => {
    const findings = judge(assemblyOf({ Main: { Resources: { K: key(said('opens nothing')) } } }));
    expect(findings.map(({ level, severity }) => [level, severity])).toEqual([['keys', 'error']]);
  });
});

describe('a macro that a whole template is given to', () => {
  it.each([
    ['of AWS is passed', ['AWS::Serverless-2016-10-31', { Name: 'AWS::Include', Parameters: {} }], []],
    ['of somebody else is pointed out', 'Copies', ['Transform info unknown Copies']],
    [
      'by its name is pointed out',
      [{ Name: 'Copies' }, 'Others'],
      ['Transform info unknown Copies', 'Transform info unknown Others'],
    ],
    ['that is none is passed', [5, {}], []],
  ])('%s', (_, Transform, expected) => {
    const findings = judge(assemblyOf({ Main: { Transform } }));
    expect(
      findings.map(({ logicalId, severity, reach, value }) => `${logicalId} ${severity} ${reach} ${value}`),
    ).toEqual(expected);
  });
});
