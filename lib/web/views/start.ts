import { FEATURE_IDS, FEATURES, type FeatureState } from '../../domain/features';
import { JURISDICTIONS, type JurisdictionId } from '../../domain/jurisdictions';
import { assignmentOf } from '../../domain/residence';
import { endpointOf, linkTo } from '../addresses';
import { type App, sentence, type View } from '../app';
import { countryList } from '../country-list';
import { type Child, el, facts } from '../dom';
import { action, form } from '../form';
import { map } from '../map';
import { InputRefusedError } from '../messages';
import { WORDS } from '../words';
import { termsText } from './terms-text';

const words = WORDS.start;

/** Where somebody's data would rest, before they register; nothing is asked of a cell, and nothing is sent. */
export const start: View = (app) => {
  const answer = el('div');
  // Who does not see the page is told in one sentence, and not the whole of the answer.
  const said = el('p', { class: 'unseen', role: 'status' });
  const choice = el(
    'select',
    { id: 'country', autocomplete: 'country' },
    el('option', { value: '' }, words.choose),
    ...countryList().map(({ code, name }) => el('option', { value: code }, name)),
  );
  choice.value = app.device.memory.country ?? '';
  const tell = () => {
    app.device.keep({ country: choice.value === '' ? undefined : choice.value });
    said.textContent = inShort(choice.value);
    answer.replaceChildren(...answerTo(app, choice.value).filter((child) => child !== undefined));
  };
  choice.addEventListener('change', tell);
  tell();
  return [
    el('p', {}, words.introduction),
    el('div', { class: 'field' }, el('label', { for: 'country' }, words.country), choice),
    said,
    answer,
    el('p', {}, el('a', { href: '#signIn' }, words.haveAccount)),
  ];
};

function inShort(country: string): string {
  const assignment = assignmentOf(country);
  if (assignment.kind === 'served-elsewhere') return sentence(assignment.reason);
  if (assignment.kind === 'unknown-country') return '';
  const { name, location } = JURISDICTIONS[assignment.jurisdiction];
  return `${words.rests}: ${name}. ${sentence(location)}`;
}

function answerTo(app: App, country: string): readonly Child[] {
  if (country === '') return [];
  const assignment = assignmentOf(country);
  if (assignment.kind === 'jurisdiction') return homeOf(app, assignment.jurisdiction);
  const reason = assignment.kind === 'served-elsewhere' ? assignment.reason : country;
  return [el('h2', {}, words.refused), el('p', {}, sentence(reason))];
}

function homeOf(app: App, jurisdiction: JurisdictionId): readonly Child[] {
  const { name, homeRegion, location, law, controller, terms, features } = JURISDICTIONS[jurisdiction];
  const { columns } = words;
  return [
    el('h2', {}, words.rests),
    map(jurisdiction),
    facts([
      [columns.home, name],
      [columns.region, homeRegion],
      [columns.location, location],
      [columns.law, law],
      [columns.controller, `${controller.name}, ${controller.address}`],
      [columns.contact, controller.contact],
      [columns.terms, WORDS.terms.version(terms.version)],
    ]),
    el('h3', {}, words.features),
    facts(FEATURE_IDS.map((feature) => [sentence(FEATURES[feature].title).slice(0, -1), stateOf(features[feature])])),
    ...(jurisdiction === app.home ? here(app) : elsewhere(app, jurisdiction)),
  ];
}

function stateOf(feature: FeatureState): string {
  const state = words.feature[feature.state];
  return feature.state === 'on' ? state : `${state}: ${feature.reason}`;
}

function here(app: App): readonly Child[] {
  const place = el('div');
  return [
    action(words.readTerms, async () => {
      const terms = await app.client.readTerms(app.home);
      place.replaceChildren(termsText(terms));
    }),
    action(words.register, async () => app.go('register'), { kind: 'first' }),
    place,
  ];
}

function elsewhere(app: App, jurisdiction: JurisdictionId): readonly Child[] {
  const { device, home, endpoint } = app;
  const { name } = JURISDICTIONS[jurisdiction];
  const { cells, country } = device.memory;
  const known = cells?.[jurisdiction]?.endpoint;
  if (known !== undefined) {
    const link = linkTo(known, { ...cells, [home]: { endpoint } }, country);
    return [
      el('p', {}, words.elsewhere),
      el('p', {}, el('a', { class: 'button', href: link }, words.goThere(name))),
      el('p', { class: 'hint' }, words.leadsTo(new URL(known).host)),
    ];
  }
  return [
    el('p', {}, words.elsewhere),
    el('p', {}, words.notKnown),
    form({
      fields: [{ name: 'address', label: words.address, hint: words.addressHint, kind: 'url' }],
      action: words.keepAddress,
      submit: async ({ address = '' }) => {
        const found = endpointOf(jurisdiction, address);
        if (found === undefined) throw new InputRefusedError(words.noSuchAddress);
        device.learn({ [jurisdiction]: { endpoint: found } });
        app.go('start');
      },
    }),
  ];
}
