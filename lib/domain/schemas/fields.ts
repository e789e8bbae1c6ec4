import * as z from 'zod/mini';
import { ARCHIVE_LIMITS } from '../archive/format';
import { MEDIA_TYPE_IDS, MOST_MEDIA_BYTES, MOST_MESSAGES_AT_ONCE, MOST_READER_DAYS, MOST_TEXT } from '../conversations';
import { UUID_FORM } from '../uuid';

/**
 * The kinds of values that requests are made of. Their messages say what is needed, and never what was sent.
 *
 * What JSON Schema can say of a rule that is code here stands in `z.meta` beside it. There the text is measured as it was sent:
 * a name that fits only once it is composed and trimmed is taken though the document would not promise it.
 */

/** An id of ours. @param detail what is said where it is none */
const id = (detail: string) =>
  z.string().check(z.regex(UUID_FORM, detail), z.meta({ examples: ['0d9a2f5e-6c1b-4d8e-9f37-5b2c8a4e1f60'] }));

export const country = z
  .string()
  .check(
    z.regex(/^[A-Z]{2}$/, 'has to be a country code of two capital letters'),
    z.meta({ description: 'ISO 3166-1 alpha-2', examples: ['NL'] }),
  );

export const personId = id('has to be the personId that the registration answered');

export const email = z
  .string()
  .check(
    z.maxLength(254, 'has at most 254 characters'),
    z.email('has to be an e-mail address'),
    z.meta({ examples: ['somebody@example.org'] }),
  );

// How strong it has to be is the user pool's policy; these are the limits of what Cognito takes at all.
export const password = z
  .string()
  .check(
    z.maxLength(256, 'has at most 256 characters'),
    z.regex(/^\S(?:[\s\S]*\S)?$/u, 'must not be empty, or begin or end with a space'),
    z.meta({ format: 'password', examples: ['three-words-and-1-Number'] }),
  );

export const confirmationCode = z
  .string()
  .check(z.regex(/^\d{6}$/, 'has to be the six digits from the message'), z.meta({ examples: ['123456'] }));

export const termsVersion = z
  .string()
  .check(
    z.regex(/^\d{4}-\d{2}-\d{2}$/, 'has to be a version such as 2026-11-01'),
    z.meta({ examples: ['2026-11-01'] }),
  );

export const sha256 = z.string().check(
  z.regex(/^[0-9a-f]{64}$/, 'has to be a SHA-256 in small hex digits'),
  z.meta({
    description: 'SHA-256, in hex',
    examples: ['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
  }),
);

export const language = z
  .string()
  .check(
    z.regex(/^[a-z]{2}$/, 'has to be a language code of two small letters'),
    z.meta({ description: 'ISO 639-1', examples: ['en'] }),
  );

const MAX_NAME = 64;
// Controls, lone surrogates, private use, line and paragraph separators, and what turns the direction of text around.
const UNFIT = /[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const VISIBLE = /[^\p{C}\p{M}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Text of so many code points, which is what JSON Schema counts as well. */
const text = (most: number, unfit: RegExp, detail: string) => [
  z.refine<string>((value) => Array.from(value).length <= most, `has at most ${most} characters`),
  z.refine<string>((value) => !unfit.test(value), detail),
  z.refine<string>((value) => VISIBLE.test(value), 'needs a character that can be seen'),
  z.meta({ maxLength: most, pattern: VISIBLE.source, not: { pattern: unfit.source }, examples: ['Good morning'] }),
];

/** A name as people write theirs, in any script: composed (NFC), without space around it, counted in code points. */
export const displayName = z
  .string()
  .check(z.normalize('NFC'), z.trim(), ...text(MAX_NAME, UNFIT, 'must not have control or direction characters'));

// What turns whole passages around, beside controls and the like. Marks of direction stay: texts in Hebrew and Arabic need them.
const UNFIT_IN_TEXT = /[\p{Cs}\p{Co}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]|(?![\t\n\r])\p{Cc}/u;

/** What somebody writes, of several lines if they like, exactly as they wrote it; counted in code points. */
export const messageText = z
  .string()
  .check(...text(MOST_TEXT, UNFIT_IN_TEXT, 'must not have control characters, or ones that turn text around'));

export const mediaId = id('has to be the mediaId that the upload answered');

export const mediaType = z.enum(MEDIA_TYPE_IDS, `has to be one of ${MEDIA_TYPE_IDS.join(', ')}`);

const wholeNumber = (least: number, most: number, tooLittle = `is at least ${least}`) =>
  z.int('has to be a whole number').check(z.minimum(least, tooLittle), z.maximum(most, `is at most ${most}`));

export const mediaBytes = wholeNumber(1, MOST_MEDIA_BYTES, 'must not be 0 or less');

export const archiveBytes = wholeNumber(1, ARCHIVE_LIMITS.bytes, 'must not be 0 or less');

export const readerDays = wholeNumber(1, MOST_READER_DAYS);

/** A number as a query string has it, of at most so many digits. */
const digits = (most: number) =>
  z.pipe(
    z.string().check(z.regex(new RegExp(`^(?:0|[1-9]\\d{0,${most - 1}})$`), 'has to be a whole number')),
    z.transform(Number),
  );

/** A position is a plain number: there is nothing in it to be forged. */
export const position = digits(5).check(
  z.meta({ type: 'integer', minimum: 0, maximum: 99_999, description: 'what the page before said as next' }),
);

export const pageSize = digits(3).check(
  z.refine(
    (limit) => limit >= 1 && limit <= MOST_MESSAGES_AT_ONCE,
    `is at least 1 and at most ${MOST_MESSAGES_AT_ONCE}`,
  ),
  z.meta({ type: 'integer', minimum: 1, maximum: MOST_MESSAGES_AT_ONCE }),
);

/** A parameter of a path. What has another form is the id of nothing, and answered like one that is not there. */
export const pathId = id('has to be an id that a cell answered');

export const idempotencyKey = z.string().check(
  z.regex(UUID_FORM, 'has to be a UUID of version 4 in small letters, made up for this call'),
  z.meta({
    description: 'made up for this call, and sent again with the same call: what it makes is made once',
    examples: ['7e57d004-2b97-4e7a-b45f-5387367791cd'],
  }),
);

/** The version that a writer has seen. */
export const seenVersion = z.pipe(
  z
    .string()
    .check(
      z.regex(/^"(?:0|[1-9]\d{0,14})"$/, 'has to be the one ETag that the profile was answered with'),
      z.meta({ description: 'the ETag of the answer that is changed; where it has changed since, nothing is written' }),
    ),
  z.transform((etag: string) => Number(etag.slice(1, -1))),
);
