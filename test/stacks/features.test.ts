import { synthesizeCells } from '../support/synthesize';

type Jurisdictions = typeof import('../../lib/domain/jurisdictions');

/** Synthesizes both cells, with mini programs in another state in the European one. */
function synthesizeWith(state: object): () => unknown {
  jest.resetModules();
  jest.doMock('../../lib/domain/jurisdictions', () => {
    const actual: Jurisdictions = jest.requireActual('../../lib/domain/jurisdictions');
    const { eu } = actual.JURISDICTIONS;
    const changed = { ...eu, features: { ...eu.features, miniPrograms: state } };
    return { ...actual, JURISDICTIONS: { ...actual.JURISDICTIONS, eu: changed } };
  });
  return synthesizeCells;
}

afterEach(() => jest.dontMock('../../lib/domain/jurisdictions'));

describe('a feature whose data would leave its home', () => {
  it.each([{ state: 'on' }, { state: 'limited', reason: 'to some operators' }])(
    'fails the synthesis when it is switched to %j',
    (state) => {
      expect(synthesizeWith(state)).toThrow(
        expect.objectContaining({
          code: 'InvalidJurisdictions',
          message: expect.stringContaining(`'eu.features.miniPrograms' is '${state.state}', and sends`),
        }),
      );
    },
  );
});
