import { SealBrokenError, sealerWith } from '../../lib/app/sealing';
import { PERSON, SOMEBODY_ELSE } from './support/memory';

const KEY = Buffer.alloc(32, 7);
const ANNA = { cell: 'Eu', personId: PERSON };
const TEXT = 'Zoë “Tracer” 😀';
const anna = sealerWith(KEY, ANNA);

describe('what a key has sealed', () => {
  it.each(['', 'a', TEXT, 'x'.repeat(20_000)])('opens as it was', (text) => {
    expect(anna.open(anna.seal(text, 'profiles/terms'), 'profiles/terms')).toBe(text);
  });

  it('shows nothing of the text, and is another one each time', () => {
    const [one, other] = [anna.seal(TEXT, 'a'), anna.seal(TEXT, 'a')];
    expect(one).not.toBe(other);
    expect(Buffer.from(one, 'base64').toString('latin1')).not.toContain('Tracer');
  });

  it.each([
    ['another key', sealerWith(Buffer.alloc(32, 8), ANNA), 'a'],
    ['the key in the name of somebody else', sealerWith(KEY, { ...ANNA, personId: SOMEBODY_ELSE }), 'a'],
    ['the key in the name of another cell', sealerWith(KEY, { ...ANNA, cell: 'International' }), 'a'],
    ['the key for another place', anna, 'b'],
  ])('is not opened by %s', (_name, sealer, about) => {
    expect(() => sealer.open(anna.seal(TEXT, 'a'), about)).toThrow(SealBrokenError);
  });

  it('is not opened when any of its bytes was changed, or some are missing', () => {
    const bytes = Buffer.from(anna.seal('ok', 'a'), 'base64');
    const changed = Array.from(bytes, (_byte, at) => {
      const copy = Buffer.from(bytes);
      copy[at] = (copy[at] ?? 0) ^ 1;
      return copy;
    });
    const shortened = Array.from(bytes, (_byte, length) => bytes.subarray(0, length));
    const opened = [...changed, ...shortened].filter((sealed) => {
      try {
        anna.open(sealed.toString('base64'), 'a');
        return true;
      } catch (error) {
        return !(error instanceof SealBrokenError);
      }
    });
    expect(opened).toEqual([]);
  });
});

describe('what a key derives', () => {
  it('is 32 bytes, and the same for the same', () => {
    expect(anna.derive('log', '1')).toEqual(sealerWith(KEY, ANNA).derive('log', '1'));
    expect(anna.derive('log', '1')).toHaveLength(32);
  });

  it.each([
    ['purpose', anna.derive('reader', '1')],
    ['seed', anna.derive('log', '2')],
    ['division of purpose and seed', anna.derive('log1', '')],
    ['key', sealerWith(Buffer.alloc(32, 8), ANNA).derive('log', '1')],
    ['person', sealerWith(KEY, { ...ANNA, personId: SOMEBODY_ELSE }).derive('log', '1')],
    ['cell', sealerWith(KEY, { ...ANNA, cell: 'International' }).derive('log', '1')],
  ])('is different for another %s', (_name, derived) => {
    expect(derived).not.toEqual(anna.derive('log', '1'));
  });
});
