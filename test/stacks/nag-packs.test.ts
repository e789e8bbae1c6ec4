import { nagPacks } from '../../stacks/nag-packs';

describe('the packs of an app', () => {
  it.each([
    { name: 'are the one for everybody', environment: {}, packs: ['AwsSolutions'] },
    {
      name: 'are those for auditors as well, where they are asked for',
      environment: { DOMICILE_NAG: 'all' },
      packs: ['AwsSolutions', 'NIST.800.53.R5', 'HIPAA.Security'],
    },
  ])('$name', ({ environment, packs }) => {
    expect(nagPacks(environment).map(({ plugin }) => plugin.name)).toEqual(packs);
  });

  it('are none that nobody knows', () => {
    expect(() => nagPacks({ DOMICILE_NAG: 'hipaa' })).toThrow(
      expect.objectContaining({
        code: 'UnknownPacks',
        message: "DOMICILE_NAG is 'hipaa'; set it to 'all', or unset it",
      }),
    );
  });
});
