import { requireCell, requireEnv } from '../../lib/app/environment';
import { storesFrom } from '../../lib/app/stores-file';
import { ConfigurationError } from '../../lib/domain/errors';

const caught = (action: () => unknown) => {
  try {
    return action();
  } catch (error) {
    return error;
  }
};

describe('the environment of a function', () => {
  it('says which cell it is by its region', () => {
    expect(requireCell({ AWS_REGION: 'eu-central-1' }).jurisdiction).toBe('eu');
    expect(requireCell({ AWS_REGION: 'ap-southeast-1' }).jurisdiction).toBe('international');
  });

  it.each([
    [
      "another region's",
      { AWS_REGION: 'us-east-1' },
      'NoHomeRegion',
      "AWS_REGION is 'us-east-1', which is no jurisdiction's home; deploy to one of 'eu-central-1', 'ap-southeast-1'",
    ],
    ['missing', {}, 'MissingEnvironment', "AWS_REGION is not set; the function's stack has to set it"],
    ['empty', { AWS_REGION: '' }, 'MissingEnvironment', "AWS_REGION is not set; the function's stack has to set it"],
  ])('stops a cold start when the region is %s', (_name, environment, code, message) => {
    const error = caught(() => requireCell(environment));
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(error).toMatchObject({ code, message });
  });

  it('has what a function needs', () => {
    expect(requireEnv('PROFILES_TABLE', { PROFILES_TABLE: 'profiles' })).toBe('profiles');
  });
});

describe('the file of stores', () => {
  const store = {
    id: 'profiles',
    kind: 'table',
    holds: 'the profile that you wrote',
    personal: true,
    retention: { until: 'erasure', thenRecoverableForDays: 35 },
    legalBasis: 'contract',
    readers: ['you'],
  };
  const logs = {
    ...store,
    id: 'logs',
    kind: 'log group',
    personal: { no: 'none' },
    retention: { until: 'age', days: 30 },
  };

  it('is read as it was written', () => {
    expect(storesFrom(JSON.stringify([store, logs]))).toEqual([store, logs]);
  });

  it.each([
    ['no JSON', 'stores'],
    ['no list', JSON.stringify(store)],
    ['an empty list', '[]'],
    ['a store without retention', JSON.stringify([{ ...store, retention: undefined }])],
    ['a retention without an end', JSON.stringify([{ ...store, retention: { until: 'never' } }])],
    ['a store of no known kind', JSON.stringify([store, { ...store, kind: 'replica' }])],
    ['a store that is not personal without a reason', JSON.stringify([{ ...store, personal: false }])],
  ])('stops a cold start when it is %s', (_name, text) => {
    expect(caught(() => storesFrom(text))).toMatchObject({ code: 'InvalidStoresFile' });
  });
});
