import { ARCHIVE_LIMITS } from '../../../lib/domain/archive/format';
import { MOST_LOGS, MOST_MEDIA, MOST_MESSAGES, MOST_TEXT } from '../../../lib/domain/conversations';
import { fitted, lines, MARK, refusalOf } from './hostile';
import { ACCOUNT, archiveOf, CONVERSATIONS, contentOf, LOG, PICTURED, PROFILES } from './support';

const [log, letter, reader, medium] = CONVERSATIONS;
const conversations = async (...records: readonly object[]) => archiveOf(contentOf({ conversations: [...records] }));
const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const many = <T>(count: number, make: (number: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));
describe('records that are not as their store has them are refused', () => {
  it.each<[string, string, () => Promise<Buffer>]>([
    [
      'no list',
      "line 1 of 'profiles' is not as a list of records goes on",
      async () => fitted({ 'profiles.json': `{"${MARK}":1}\n` }),
    ],
    [
      'a list in one line',
      "line 1 of 'profiles' is not as a list of records goes on",
      async () => fitted({ 'profiles.json': '[{}]\n' }),
    ],
    [
      'a list without an end',
      "line 2 of 'profiles' is the last, and the list is not at its end",
      async () => fitted({ 'profiles.json': `[\n${JSON.stringify(PROFILES[0])},\n` }),
    ],
    [
      'a last line that is cut off',
      "line 3 of 'profiles' is cut off",
      async () => fitted({ 'profiles.json': lines(PROFILES[0]).trimEnd() }),
    ],
    [
      'more behind the list',
      "line 4 of 'profiles' is not as a list of records goes on",
      async () => fitted({ 'profiles.json': `${lines(PROFILES[0])}${MARK}\n` }),
    ],
    [
      'a line that is no JSON',
      "line 2 of 'profiles' is no record",
      async () => fitted({ 'profiles.json': `[\n${MARK}\n]\n` }),
    ],
    [
      'a list within the list',
      "line 2 of 'profiles' is no record",
      async () => fitted({ 'profiles.json': '[\n[]\n]\n' }),
    ],
    [
      'lists within lists, without end',
      "line 2 of 'profiles' is no record",
      async () => fitted({ 'profiles.json': `[\n${'['.repeat(100_000)}\n]\n` }),
    ],
    [
      'a line that is too long',
      "line 2 of 'profiles' is too long",
      async () => fitted({ 'profiles.json': `[\n"${MARK.repeat(ARCHIVE_LIMITS.recordBytes)}"\n]\n` }),
    ],
    [
      'a line without end',
      "line 1 of 'profiles' is too long",
      async () => fitted({ 'profiles.json': MARK.repeat(ARCHIVE_LIMITS.recordBytes) }),
    ],
    [
      'a record of no kind',
      "record 1 of 'profiles' is not as its schema says at '/kind'",
      async () => archiveOf(contentOf({ profiles: [{ kind: MARK }] })),
    ],
    [
      'a record of another store',
      "record 1 of 'profiles' is not as its schema says at '/kind'",
      async () => archiveOf(contentOf({ profiles: [ACCOUNT] })),
    ],
    [
      'a member that nobody knows',
      "record 1 of 'profiles' is not as its schema says at ''",
      async () => archiveOf(contentOf({ profiles: [{ ...PROFILES[0], [MARK]: MARK }] })),
    ],
    [
      'a prototype',
      "record 1 of 'profiles' is not as its schema says at ''",
      async () =>
        fitted({ 'profiles.json': `[\n{"__proto__":{"${MARK}":1},${JSON.stringify(PROFILES[0]).slice(1)}\n]\n` }),
    ],
    [
      'a name that turns the text around',
      "record 1 of 'profiles' is not as its schema says at '/displayName'",
      async () => archiveOf(contentOf({ profiles: [{ ...PROFILES[0], displayName: `${MARK}\u202e` }] })),
    ],
    [
      'a message of no log',
      "record 1 of 'conversations' is of a log that does not come before it",
      async () => conversations(letter, medium),
    ],
    [
      'a reader of no log',
      "record 1 of 'conversations' is of a log that does not come before it",
      async () => conversations(reader, medium),
    ],
    ['a log twice', "record 2 of 'conversations' has the id of an earlier one", async () => conversations(log, log)],
    [
      'a medium twice',
      "record 2 of 'conversations' has the id of an earlier one",
      async () => conversations(medium, medium),
    ],
    [
      'a message twice',
      "record 3 of 'conversations' does not come right after the message before it",
      async () => conversations(log, letter, letter, medium),
    ],
    [
      'a message with a medium that is not there',
      "a message of 'conversations' names a medium that is not there",
      async () => conversations(log, { ...letter, media: [LOG] }, medium),
    ],
    [
      'more logs than a person has',
      `record ${MOST_LOGS + 1} of 'conversations' is one log more than a person has`,
      async () => conversations(...many(MOST_LOGS + 1, (number) => ({ ...log, logId: idOf(number) }))),
    ],
    [
      'more messages than a log has',
      `record ${MOST_MESSAGES + 2} of 'conversations' is one message more than a log has`,
      async () =>
        conversations(log, ...many(MOST_MESSAGES + 1, (number) => ({ ...letter, media: [], sequence: number + 1 }))),
    ],
    [
      'a log of more bytes than a log has',
      "record 261 of 'conversations' makes its log larger than a log is",
      async () =>
        conversations(
          log,
          ...many(300, (number) => ({ ...letter, media: [], sequence: number + 1, text: '𝄞'.repeat(MOST_TEXT) })),
        ),
    ],
    [
      'more media than a person has',
      `record ${MOST_MEDIA + 1} of 'conversations' is one medium more than a person has`,
      async () => conversations(...many(MOST_MEDIA + 1, (number) => ({ ...medium, mediaId: idOf(number) }))),
    ],
    [
      'messages that name more media than a person has',
      `record ${MOST_MEDIA + 2} of 'conversations' names one medium more than a person has`,
      async () =>
        conversations(
          log,
          ...many(MOST_MEDIA + 1, (number) => ({ ...letter, media: [idOf(number)], sequence: number + 1 })),
        ),
    ],
    [
      'a time with more digits than a clock has',
      "record 1 of 'conversations' is not as its schema says at '/createdAt'",
      async () => conversations({ ...log, createdAt: `2026-11-20T09:30:00.${'0'.repeat(1_000)}Z` }),
    ],
    [
      'a medium of another type',
      'medium 1 is not the one that its record says',
      async () => conversations({ ...PICTURED, contentType: 'image/jpeg' }),
    ],
    [
      'a medium without a file',
      'not every medium that was stored has both a file and a record',
      async () => conversations(medium, { ...PICTURED, mediaId: LOG }),
    ],
    [
      'a file of a medium without a record',
      'not every medium that was stored has both a file and a record',
      async () => conversations(log),
    ],
  ])('such as %s', async (_name, message, make) => {
    expect((await refusalOf(await make())).message).toBe(message);
  });

  it('such as text that is not in UTF-8', async () => {
    const bytes = await fitted({ 'profiles.json': '[\n"?"\n]\n' });
    const at = bytes.indexOf('"?"');
    bytes[at + 1] = 0xff;
    expect(await refusalOf(bytes)).toEqual({
      code: 'RecordInvalid',
      message: "line 1 of 'profiles' or one after it is not in UTF-8",
    });
  });
});
