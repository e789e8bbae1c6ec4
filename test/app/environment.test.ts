import { requireCell, requireEnv } from '../../lib/app/environment';
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
