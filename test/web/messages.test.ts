import { ProblemError, UnexpectedAnswerError } from '../../lib/client/problem-error';
import { UnreachableError } from '../../lib/client/send';
import { TransferError } from '../../lib/client/transfer';
import { ArchiveError } from '../../lib/domain/archive/format';
import { ConfigurationError } from '../../lib/domain/errors';
import { PROBLEM_CODES, PROBLEMS } from '../../lib/domain/problems';
import { InputRefusedError, wordsOf } from '../../lib/web/messages';
import { WORDS } from '../../lib/web/words';

const SAID = 'send it to POST /me/exports';
const refused = (code: string) => new ProblemError({ title: SAID, status: 400, detail: SAID, code });

describe('what a person is told of an error is in the words of the page', () => {
  it.each(PROBLEM_CODES)('of a home that answers %s', (code) => {
    const words = wordsOf(new ProblemError({ ...PROBLEMS[code], code, detail: SAID }));
    expect(words).toBe(WORDS.problems[code]);
    expect(words).toMatch(/^[A-Z].*\.$/);
  });

  it.each([
    ['a code that is newer than the page', refused('of_tomorrow'), WORDS.unexpected],
    ['throttled', new UnexpectedAnswerError('GET /me', 429), WORDS.tooMany],
    ['no cell', new UnexpectedAnswerError('GET /me', 502), WORDS.unexpected],
    ['no answer', new UnreachableError({ method: 'GET', url: new URL('http://h.test/me') }, SAID), WORDS.unreachable],
    ['an upload refused', new TransferError('UploadRefused', SAID), WORDS.errors['UploadRefused']],
    ['an archive altered', new ArchiveError('HashDiffers', SAID), WORDS.badArchive],
    ['an archive too large', new ArchiveError('ArchiveTooLarge', SAID), WORDS.errors['ArchiveTooLarge']],
    ['a fault of the page', new ConfigurationError('NoSuchCell', SAID), WORDS.unexpected],
    ['a mistake in code', new TypeError(SAID), WORDS.unexpected],
    ['what was entered', new InputRefusedError(WORDS.move.noReceipt), WORDS.move.noReceipt],
  ])('of %s', (_what, error, words) => {
    expect(wordsOf(error)).toBe(words);
  });
});
