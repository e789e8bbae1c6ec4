import { ACTION_MEANINGS } from '../catalogue/meanings/action-meanings';
import type { NameMeaning } from '../catalogue/meanings/meaning';
import { PROPERTY_MEANINGS } from '../catalogue/meanings/property-meanings';
import { TEMPLATE_MEANINGS } from '../catalogue/meanings/template-meanings';
import { NO_CHANNELS } from '../catalogue/no-channels/no-channels';
import { code, table } from './markdown';

/** What looks like a channel and is none, and why. */
export function noChannelSections(): readonly string[] {
  const rows = NO_CHANNELS.map(({ id, what, holds, servedFrom = 'where it is made', references }) => [
    id,
    what,
    holds,
    servedFrom,
    references.map((reference) => `<${reference}>`).join(' '),
  ]);
  return [
    'What names another region, or is kept in one, and carries no data there. The tests try that templates of each are passed in silence.',
    table(['id', 'what', 'what it holds', 'kept in', 'source'], rows),
  ];
}

/** What AWS's names mean that speak of a place and lead to none. */
export function setAsideSections(): readonly string[] {
  const properties = PROPERTY_MEANINGS.map(({ means, of }) => [
    means,
    Object.entries(of)
      .map(([type, paths]) => `${code(type)}: ${paths.map(code).join(', ')}`)
      .join('; '),
  ]);
  return [
    'Properties, actions and functions of AWS whose names speak of a region, a replica, a copy, a peer, something global or cross, a destination, a share or a failover are claimed by a channel, or stand here with what they mean. A test compares both with all that AWS knows, and `npm run catalogue:gaps` prints what is open.',
    `## Properties\n\n${table(['what it says', 'properties'], properties)}`,
    `## Actions\n\n${namesTable(ACTION_MEANINGS)}`,
    `## Functions, pseudo parameters and transforms of templates\n\n${namesTable(TEMPLATE_MEANINGS)}`,
  ];
}

function namesTable(meanings: readonly NameMeaning[]): string {
  return table(
    ['what it is', 'names'],
    meanings.map(({ means, of }) => [means, of.map(code).join(', ')]),
  );
}
