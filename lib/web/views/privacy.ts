import type { StoreLocation } from '../../domain/api';
import { JURISDICTIONS } from '../../domain/jurisdictions';
import type { App, View } from '../app';
import { type Child, el, facts, table } from '../dom';
import { action, form } from '../form';
import { map } from '../map';
import { moment, WORDS } from '../words';

/** Where everything of a person rests: a map, and the same in words. */
export const where: View = async (app) => {
  const words = WORDS.where;
  const { columns } = WORDS.start;
  const { region, location, law, controller, stores } = await app.client.locate(app.session());
  const isOfPeople = ({ personal }: StoreLocation) => personal === true;
  return [
    el('p', {}, words.introduction),
    map(app.home),
    facts([
      [columns.home, JURISDICTIONS[app.home].name],
      [columns.region, region],
      [columns.location, location],
      [columns.law, law],
      [columns.controller, `${controller.name}, ${controller.address}`],
      [columns.contact, controller.contact],
    ]),
    storeTable(words.ofYou, words.columns.yours, stores.filter(isOfPeople), ({ yours }) =>
      el('ul', {}, ...Object.values(yours ?? {}).map((said) => el('li', {}, said))),
    ),
    storeTable(
      words.ofNobody,
      words.columns.no,
      stores.filter((store) => !isOfPeople(store)),
      ({ personal }) => (personal === true ? undefined : personal.no),
    ),
  ];
};

function storeTable(
  caption: string,
  last: string,
  stores: readonly StoreLocation[],
  lastOf: (store: StoreLocation) => Child,
): HTMLElement | undefined {
  if (stores.length === 0) return undefined;
  const { columns } = WORDS.where;
  const heads = [
    columns.store,
    columns.holds,
    columns.encryption,
    columns.howLong,
    columns.legalBasis,
    columns.readers,
  ];
  const rows = stores.map((store) => [
    `${store.id} (${store.kind})`,
    store.holds,
    store.encryption,
    store.howLong,
    store.legalBasis,
    store.readers.join('; '),
    lastOf(store) ?? '',
  ]);
  return table(caption, [...heads, last], rows);
}

export const profile: View = async (app) => {
  const words = WORDS.profile;
  const { displayName, updatedAt, version } = await app.client.readProfile(app.session());
  const said = el('p', { class: 'said', role: 'status' }, updatedAt === null ? '' : words.changed(moment(updatedAt)));
  let seen = version;
  return [
    form({
      fields: [{ name: 'displayName', label: words.displayName, autocomplete: 'name', value: displayName ?? '' }],
      action: words.submit,
      submit: async (values) => {
        const request = { displayName: (values['displayName'] ?? '').trim() };
        seen = (await app.client.writeProfile(app.session(), request, { version: seen })).version;
        said.textContent = words.saved;
      },
    }),
    said,
    ...registrationNumber(app),
  ];
};

function registrationNumber({ device }: App): readonly Child[] {
  const { personId } = device.memory;
  return personId === undefined ? [] : [el('p', { class: 'hint' }, WORDS.device.number(personId))];
}

export const consents: View = async (app) => {
  const words = WORDS.consents;
  const { columns } = words;
  const answer = await app.client.readConsents(app.session());
  const cards = answer.consents.map(({ purpose, text, given, since }) => {
    const label = given ? words.withdraw : words.give;
    const change = async () => {
      await app.client.changeConsent(app.session(), { purpose, given: !given });
      app.go('consents');
    };
    return el(
      'section',
      { class: 'card' },
      el('h2', {}, words.purpose[purpose]),
      el('p', {}, `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`),
      el('p', {}, saidOf(given, since)),
      action(label, change, { name: words.about(label, words.purpose[purpose]) }),
    );
  });
  return [
    el('p', {}, words.introduction),
    ...cards,
    answer.history.length === 0
      ? undefined
      : table(
          words.history,
          [columns.purpose, columns.change, columns.version, columns.at],
          answer.history.map(({ purpose, change, version, at }) => [
            words.purpose[purpose],
            words.change[change],
            version,
            moment(at),
          ]),
        ),
    table(
      words.acceptances,
      [columns.version, columns.language, columns.at],
      answer.terms.map(({ version, language, acceptedAt }) => [version, language, moment(acceptedAt)]),
    ),
  ];
};

function saidOf(given: boolean, since: string | null): string {
  const words = WORDS.consents;
  if (since === null) return words.notGiven;
  return given ? words.given(moment(since)) : words.withdrawn(moment(since));
}
