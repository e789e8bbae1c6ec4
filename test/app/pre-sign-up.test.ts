import { cellOf } from '../../lib/app/cell';
import { preSignUpTrigger, SignUpRefusedError } from '../../lib/app/triggers/pre-sign-up';
import type { JurisdictionId } from '../../lib/domain/jurisdictions';
import { listening, PERSON } from './support/memory';

const context = { awsRequestId: '8f5d3e5c-4a43-4e0b-9a46-1d4a7f1f0c11' };

/** An event as Cognito makes it. */
const eventOf = (userAttributes: Readonly<Record<string, string>>, userName = PERSON) => ({
  version: '1',
  triggerSource: 'PreSignUp_SignUp',
  userName,
  request: { userAttributes: { email: 'anna@example.org', ...userAttributes }, validationData: {} },
  response: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
});

async function signUp(jurisdiction: JurisdictionId, event: ReturnType<typeof eventOf>) {
  const around = listening();
  const result = await preSignUpTrigger(cellOf(jurisdiction), around)(event, context).catch((error: unknown) => error);
  return { result, entries: around.entries };
}

describe('a sign-up at the user pool itself', () => {
  it.each([
    ['eu', 'NL'],
    ['eu', 'RE'],
    ['international', 'SG'],
    ['international', 'HK'],
  ] as const)(
    'is let into %s with residence %s, and neither confirmed nor verified by that',
    async (cell, residence) => {
      const event = eventOf({ 'custom:residence': residence });
      const { result, entries } = await signUp(cell, event);
      expect(result).toEqual(eventOf({ 'custom:residence': residence }));
      expect(entries).toEqual([
        { requestId: context.awsRequestId, route: 'pre-sign-up', outcome: 'ok', durationMs: 0 },
      ]);
    },
  );

  it('may say what the person answered when their phone disagreed', async () => {
    const event = eventOf({ 'custom:residence': 'NL', 'custom:residenceConfirmed': 'SG 2026-11-24T12:00:00.000Z' });
    expect((await signUp('eu', event)).result).toEqual(event);
  });

  it.each([
    ...['anna@example.org', 'SG', 'ZZ 2026-11-24T12:00:00.000Z', 'SG 2026-11-24T12:00:00.000Z anna', ''].map(
      (confirmed) =>
        [
          'eu',
          { 'custom:residence': 'NL', 'custom:residenceConfirmed': confirmed },
          PERSON,
          'ResidenceConfirmedMalformed',
        ] as const,
    ),
    ['eu', { 'custom:residence': 'SG' }, PERSON, 'NotThisJurisdiction'],
    ['international', { 'custom:residence': 'NL' }, PERSON, 'NotThisJurisdiction'],
    ['eu', { 'custom:residence': 'CN' }, PERSON, 'ServedElsewhere'],
    ['international', { 'custom:residence': 'CN' }, PERSON, 'ServedElsewhere'],
    ['eu', { 'custom:residence': 'nl' }, PERSON, 'UnknownCountry'],
    ['eu', { 'custom:residence': '__proto__' }, PERSON, 'UnknownCountry'],
    ['eu', { 'custom:residence': '' }, PERSON, 'ResidenceMissing'],
    ['eu', {}, PERSON, 'ResidenceMissing'],
    ['eu', { residence: 'NL' }, PERSON, 'ResidenceMissing'],
    ['eu', { 'custom:residence': 'NL' }, 'anna', 'UsernameNotGenerated'],
    ['eu', { 'custom:residence': 'NL' }, 'anna@example.org', 'UsernameNotGenerated'],
  ] as const)('at %s with %j as %s is refused', async (cell, attributes, userName, code) => {
    const { result, entries } = await signUp(cell, eventOf(attributes, userName));
    expect(result).toEqual(new SignUpRefusedError(code));
    // Lambda logs name, message and stack of what is thrown: they have to say nothing but the code.
    expect(result).toMatchObject({ name: 'SignUpRefusedError', code, message: code });
    expect(String((result as Error).stack)).not.toContain('anna');
    expect(entries).toEqual([{ requestId: context.awsRequestId, route: 'pre-sign-up', outcome: code, durationMs: 0 }]);
  });
});
