import { deny, type GuardStatement } from '../../../../lib/controls/preventive/organization/guard-statement';
import { LIMITS } from '../../../../lib/controls/preventive/organization/limits';
import { pack } from '../../../../lib/controls/preventive/organization/pack';
import { resourceControls } from '../../../../lib/controls/preventive/organization/resource-control';
import { serviceControls } from '../../../../lib/controls/preventive/organization/service-control';
import { policyOf } from '../../../../lib/controls/preventive/policy';
import { InputError } from '../../../../lib/domain/errors';
import { accountOfCell, CELLS } from '../../../support/organization';
import { verdict } from '../../../support/simulate';

/** A statement of about as many characters. */
const guardOf = (sid: string, characters: number): GuardStatement => ({
  statement: deny(sid, { Action: `s3:${'a'.repeat(characters)}` }),
  because: 'it is long',
  channels: [],
});

const SHARED = {
  account: '111111111111',
  cells: [
    { jurisdiction: 'eu', regions: ['eu-central-1'] },
    { jurisdiction: 'international', regions: ['ap-southeast-1'] },
  ],
} as const;
const ACCOUNTS = [...CELLS.map(accountOfCell), SHARED];

describe('packing', () => {
  it.each(ACCOUNTS)('keeps the documents of an account within what AWS takes: $cells', (account) => {
    for (const kind of ['scp', 'rcp'] as const) {
      const packed = pack(kind, kind === 'scp' ? serviceControls(account) : resourceControls(account));
      expect(packed.filter(({ policy }) => JSON.stringify(policy).length > LIMITS[kind].characters)).toEqual([]);
      expect(packed.length).toBeLessThan(LIMITS[kind].ofOneTarget);
    }
  });

  it.each(ACCOUNTS)('gives each statement of an account a name of its own: $cells', (account) => {
    const sids = [...serviceControls(account), ...resourceControls(account)].map(({ statement }) => statement.Sid);
    expect(sids.filter((sid, index) => sids.indexOf(sid) !== index)).toEqual([]);
    expect(sids.filter((sid) => !/^[A-Za-z0-9]+$/u.test(sid))).toEqual([]);
  });

  it('begins a new document where there is no room, in the order of the statements', () => {
    const packed = pack('rcp', [guardOf('A', 3000), guardOf('B', 3000), guardOf('C', 100)]);
    expect(packed.map(({ policy }) => policy.Statement.map(({ Sid }) => Sid))).toEqual([['A'], ['B', 'C']]);
    expect(packed.map(({ size }) => size)).toEqual(packed.map(({ policy }) => JSON.stringify(policy).length));
  });

  it('says which statement is too large', () => {
    expect(() => pack('rcp', [guardOf('Long', 6000)])).toThrow(
      new InputError(
        'PolicyTooLarge',
        "the statement 'Long' has 6099 characters, and a document of an 'rcp' takes 5120; split its actions",
      ),
    );
  });

  it('says when a target takes no more documents', () => {
    expect(() =>
      pack(
        'rcp',
        ['A', 'B', 'C', 'D', 'E'].map((sid) => guardOf(sid, 4500)),
      ),
    ).toThrow(
      new InputError(
        'TooManyPolicies',
        "the statements of an 'rcp' need 5 documents, and a target takes 4 beside the one of AWS; refuse services as a whole, or attach some at the organizational unit above",
      ),
    );
  });

  it('changes nothing of what is refused', async () => {
    const [cell] = CELLS;
    const guards = serviceControls(accountOfCell(cell as NonNullable<typeof cell>));
    const documents = pack('scp', guards).map(({ policy }) => policy);
    const asked = {
      action: 'kms:ReplicateKey',
      resource: 'arn:aws:kms:eu-central-1:111111111111:key/mrk-1',
      context: { 'aws:RequestedRegion': 'eu-central-1', 'kms:ReplicaRegion': 'us-east-1' },
    };
    const whole = policyOf(...guards.map(({ statement }) => statement));
    expect([
      await verdict({ ...asked, serviceControls: documents }),
      await verdict({ ...asked, serviceControls: [whole] }),
    ]).toEqual(['ExplicitlyDenied', 'ExplicitlyDenied']);
  });
});
