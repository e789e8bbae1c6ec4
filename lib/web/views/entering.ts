import { JURISDICTIONS } from '../../domain/jurisdictions';
import { assignmentOf } from '../../domain/residence';
import type { App, View } from '../app';
import { countryName } from '../country-list';
import { el } from '../dom';
import { action, form } from '../form';
import { WORDS } from '../words';
import { termsText } from './terms-text';

/** The password of somebody who has just registered, until they have confirmed: then they need not type it again. Never kept. */
let justRegistered: string | undefined;

export const register: View = (app) => {
  const { country } = app.device.memory;
  const assignment = assignmentOf(country ?? '');
  if (country === undefined || assignment.kind !== 'jurisdiction' || assignment.jurisdiction !== app.home) {
    app.go('start');
    return [];
  }
  const words = WORDS.register;
  return [
    el('p', {}, words.introduction(countryName(country), JURISDICTIONS[app.home].name)),
    form({
      fields: [
        { name: 'email', label: words.email, hint: words.emailHint, kind: 'email', autocomplete: 'email' },
        {
          name: 'password',
          label: words.password,
          hint: words.passwordHint,
          kind: 'password',
          autocomplete: 'new-password',
        },
        { name: 'phone', label: words.phone, hint: words.phoneHint, kind: 'tel', autocomplete: 'tel', optional: true },
      ],
      action: words.submit,
      submit: async ({ email = '', password = '', phone = '' }) => {
        const entered = phone.trim() === '' ? {} : { phone };
        const { personId } = await app.client.register({ residence: country, email, password, ...entered });
        justRegistered = password;
        app.device.keep({ personId });
        app.go('confirm');
      },
    }),
  ];
};

export const confirm: View = (app) => {
  const { personId } = app.device.memory;
  const words = WORDS.confirm;
  if (personId === undefined) {
    app.go('start');
    return [];
  }
  return [
    el('p', {}, words.introduction),
    form({
      fields: [{ name: 'code', label: words.code, autocomplete: 'one-time-code' }],
      action: words.submit,
      submit: async ({ code = '' }) => {
        await app.client.confirm({ jurisdiction: app.home, personId }, code.trim());
        if (justRegistered === undefined) app.go('signIn');
        else await enter(app, personId, justRegistered);
      },
    }),
  ];
};

export const signIn: View = (app) => {
  const words = WORDS.signIn;
  return [
    form({
      fields: [
        {
          name: 'identifier',
          label: words.identifier,
          autocomplete: 'username',
          ...(app.device.memory.personId !== undefined && { value: app.device.memory.personId }),
        },
        { name: 'password', label: words.password, kind: 'password', autocomplete: 'current-password' },
      ],
      action: words.submit,
      submit: async ({ identifier = '', password = '' }) => enter(app, identifier.trim(), password),
    }),
    el('p', {}, el('a', { href: '#start' }, WORDS.views.start)),
  ];
};

async function enter(app: App, identifier: string, password: string): Promise<void> {
  app.device.open(await app.client.signIn(app.home, identifier, password));
  justRegistered = undefined;
  app.device.keep({ receiptId: undefined });
  app.go('where');
}

/** The terms in force, which are accepted as they were read: by their version and hash. */
export const terms: View = async (app) => {
  const words = WORDS.terms;
  const inForce = await app.client.readTerms(app.home);
  return [
    el('p', {}, words.introduction),
    el('p', {}, words.version(inForce.version)),
    termsText(inForce),
    action(
      words.accept,
      async () => {
        await app.client.acceptTerms(app.session(), inForce);
        app.go('where');
      },
      { kind: 'first' },
    ),
  ];
};
