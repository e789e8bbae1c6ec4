import type { Manifest } from '../../domain/archive/format';
import { JURISDICTIONS, jurisdictionAt } from '../../domain/jurisdictions';

/** What somebody reads first who opens their archive, years later and without this service. */
export function readmeOf({ region, exportedAt }: Pick<Manifest, 'region' | 'exportedAt'>): string {
  const home = jurisdictionAt(region);
  const where = home === undefined ? region : `${JURISDICTIONS[home].location} (${region})`;
  return `This archive holds everything that the service kept of you on ${exportedAt.slice(0, 10)} at ${exportedAt.slice(11, 16)} UTC.
Until then it rested in ${where}.

accounts.json       The account with which you sign in: your address and the country where you live.
profiles.json       Your profile; which terms you accepted, and when; what you agreed to and withdrew.
conversations.json  Your messages, in the order in which you wrote them, and to whom you gave them to read.
                    What others wrote to you is theirs and rests with them: it is not here.
media               Your pictures and files. conversations.json says what each of them is.
schemas             How the files above are built (JSON Schema), for a program that reads them.
manifest.json       Every file with its length and its SHA-256. It shows whether anything was changed or lost.

All texts are in UTF-8. The .json files open in any editor and in a browser. Your password is not here: nobody knows it.

You can carry this archive to your new home, where it is checked and taken in. Whoever has it can read all of it:
keep it as you would keep the letters themselves.
`;
}
