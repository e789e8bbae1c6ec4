import { boundaryName } from '../domain/cell';
import { JURISDICTION_IDS, JURISDICTIONS, type JurisdictionId } from '../domain/jurisdictions';
import { apiOf } from './cells';
import { columns } from './columns';
import type { Steps } from './context';
import type { DrillRow } from './drill/drill';
import { NOT_SHOWN } from './drill/not-shown';
import type { Emulator } from './emulator/emulator';
import { type Person, residenceIn } from './people';
import type { Shown } from './run';

type Paint = Pick<Steps, 'strong' | 'faint'>;

/** What a run has shown, what it could not show, and what to do next. */
export function summary(shown: Shown, paint: Paint): string[] {
  return [
    '',
    paint.strong('What was tried, and what stopped it'),
    ...indented([
      'A role that may do anything made each call twice. As it was, it got through, and the data was read',
      "abroad after the time given. With a cell's boundary it got AccessDenied for the reason given, and",
      'nothing was abroad three times as long after.',
      ...drillTable(shown.rows),
    ]),
    '',
    paint.strong('What an emulator cannot show'),
    ...indented(columns(NOT_SHOWN.map(([what, why]) => [what, why]))),
    '',
    paint.strong('Where data rests'),
    ...indented(columns(JURISDICTION_IDS.map((id) => [id, JURISDICTIONS[id].homeRegion, JURISDICTIONS[id].location]))),
    '',
    paint.strong('What next'),
    ...indented(
      columns([
        ['npm start -- --keep', 'leave it running, with tokens and lines to try'],
        ['lib/domain/jurisdictions.ts', 'the one table that both cells come from; change it and run this again'],
        ['npm test', 'the tests'],
        ['README.md', 'how to deploy to AWS'],
      ]),
    ),
  ];
}

function drillTable(rows: readonly DrillRow[]): string[] {
  return JURISDICTION_IDS.flatMap((id) => {
    const own = rows.filter(({ jurisdiction }) => jurisdiction === id);
    const [first] = own;
    if (first === undefined) return [];
    const { home, abroad } = first;
    return [
      '',
      ...columns(
        [
          [`from ${home} to ${abroad}`, 'call', 'without', `with ${boundaryName(id)}`],
          ...own.map(({ move, arrivedAfterMs, refusal }) => [
            move.title,
            move.action,
            seconds(arrivedAfterMs),
            `refused: ${refusal.explicit ? 'it denies all abroad' : 'it allows no such call'}`,
          ]),
        ],
        '  ',
      ),
    ];
  });
}

/** How to talk to cells that go on running. */
export function linesToTry(
  { outputs, people }: Shown,
  { endpoint }: Pick<Emulator, 'endpoint'>,
  paint: Paint,
): string[] {
  return [
    '',
    paint.strong(`Still running: AWS at ${endpoint}, and the APIs of both cells. To try, in a shell`),
    ...people.map(({ jurisdiction, session }) => {
      const name = variable(jurisdiction);
      return `  ${name}='${apiOf(outputs, jurisdiction, endpoint)}' ${name}_TOKEN='${session.accessToken}'`;
    }),
    '',
    paint.strong(
      'Their pages, each with the address of the other: it is in the fragment, which is sent to no server. The code is 123456',
    ),
    ...JURISDICTION_IDS.map((id) => `  ${pageOf(outputs, id, endpoint)}`),
    '',
    ...people.flatMap((person) => requestsOf(person, paint)),
    ...indented(
      columns([
        ['npm start', 'deploys again into what is running, which changes nothing, and shows all this anew'],
        ['npm start -- --destroy', 'takes the stacks down'],
        ['npm start -- --stop', 'ends it, and removes all that it holds'],
      ]),
    ),
  ];
}

function pageOf(outputs: Shown['outputs'], jurisdiction: JurisdictionId, endpoint: string): string {
  const told = new URLSearchParams(
    Object.fromEntries(JURISDICTION_IDS.map((id) => [id, apiOf(outputs, id, endpoint)])),
  );
  return `${apiOf(outputs, jurisdiction, endpoint)}/#${told.toString()}`;
}

function requestsOf({ jurisdiction, personId, password }: Person, paint: Paint): string[] {
  const own = variable(jurisdiction);
  const json = "-H 'content-type: application/json' -d";
  const others = JURISDICTION_IDS.filter((id) => id !== jurisdiction);
  const stranger = { residence: residenceIn(others[0] ?? jurisdiction), email: 'somebody@example.com', password };
  return [
    paint.faint(`  # the person of '${jurisdiction}': where their data rests, and a new name`),
    `  curl "$${own}/me/location" -H "authorization: Bearer $${own}_TOKEN"`,
    `  curl "$${own}/me" -X PUT -H "authorization: Bearer $${own}_TOKEN" ${json} '{"displayName":"Somebody Else"}'`,
    paint.faint('  # what they accepted and agreed to, the terms themselves, and which features are on here'),
    `  curl "$${own}/me/consents" -H "authorization: Bearer $${own}_TOKEN"`,
    `  curl "$${own}/terms"`,
    `  curl "$${own}/features"`,
    paint.faint('  # a token lives a quarter of an hour; this gets another'),
    `  curl "$${own}/sessions" ${json} '${JSON.stringify({ identifier: personId, password })}'`,
    paint.faint('  # refused: their token at another cell, and somebody who lives elsewhere'),
    ...others.map((id) => `  curl -i "$${variable(id)}/me" -H "authorization: Bearer $${own}_TOKEN"`),
    `  curl -i "$${own}/registrations" ${json} '${JSON.stringify(stranger)}'`,
    '',
  ];
}

function variable(jurisdiction: JurisdictionId): string {
  return jurisdiction.toUpperCase();
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? '' : `  ${line}`));
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
