import * as z from 'zod/mini';
import { MEDIA_TYPE_IDS, MOST_MEDIA_BYTES, MOST_READER_DAYS, MOST_TEXT } from '../../domain/conversations';
import { isPersonId } from '../person-id';
import { isUuid } from '../uuid';

/** The kinds of values that requests are made of. Their messages say what is needed, and never what was sent. */

export const country = z.string().check(z.regex(/^[A-Z]{2}$/, 'has to be a country code of two capital letters'));

export const personId = z.string().check(z.refine(isPersonId, 'has to be the personId that the registration answered'));

export const email = z
  .string()
  .check(z.maxLength(254, 'has at most 254 characters'), z.email('has to be an e-mail address'));

// How strong it has to be is the user pool's policy; these are the limits of what Cognito takes at all.
export const password = z
  .string()
  .check(
    z.maxLength(256, 'has at most 256 characters'),
    z.regex(/^\S(?:.*\S)?$/su, 'must not be empty, or begin or end with a space'),
  );

export const confirmationCode = z.string().check(z.regex(/^\d{6}$/, 'has to be the six digits from the message'));

export const termsVersion = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'has to be a version such as 2026-11-01'));

export const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/, 'has to be a SHA-256 in small hex digits'));

export const language = z.string().check(z.regex(/^[a-z]{2}$/, 'has to be a language code of two small letters'));

const MAX_NAME = 64;
// Controls, lone surrogates, private use, line and paragraph separators, and what turns the direction of text around.
const UNFIT = /[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const VISIBLE = /[^\p{C}\p{M}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** A name as people write theirs, in any script: composed (NFC), without space around it, counted in code points. */
export const displayName = z.string().check(
  z.normalize('NFC'),
  z.trim(),
  z.refine((name) => Array.from(name).length <= MAX_NAME, `has at most ${MAX_NAME} characters`),
  z.refine((name) => !UNFIT.test(name), 'must not have control or direction characters'),
  z.refine((name) => VISIBLE.test(name), 'needs a character that can be seen'),
);

// What turns whole passages around, beside controls and the like. Marks of direction stay: texts in Hebrew and Arabic need them.
const UNFIT_IN_TEXT = /[\p{Cs}\p{Co}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]|(?![\t\n\r])\p{Cc}/u;

/** What somebody writes, of several lines if they like, exactly as they wrote it; counted in code points. */
export const messageText = z.string().check(
  z.refine((text) => Array.from(text).length <= MOST_TEXT, `has at most ${MOST_TEXT} characters`),
  z.refine((text) => !UNFIT_IN_TEXT.test(text), 'must not have control characters, or ones that turn text around'),
  z.refine((text) => VISIBLE.test(text), 'needs a character that can be seen'),
);

export const mediaId = z.string().check(z.refine(isUuid, 'has to be the mediaId that the upload answered'));

export const mediaType = z.enum(MEDIA_TYPE_IDS, `has to be one of ${MEDIA_TYPE_IDS.join(', ')}`);

export const mediaBytes = z
  .int('has to be a whole number')
  .check(z.minimum(1, 'must not be 0 or less'), z.maximum(MOST_MEDIA_BYTES, `is at most ${MOST_MEDIA_BYTES}`));

export const readerDays = z
  .int('has to be a whole number')
  .check(z.minimum(1, 'is at least 1'), z.maximum(MOST_READER_DAYS, `is at most ${MOST_READER_DAYS}`));

/** A number as a query string has it, of at most so many digits. */
export const count = (digits: number) =>
  z.pipe(
    z.string().check(z.regex(new RegExp(`^(?:0|[1-9]\\d{0,${digits - 1}})$`), 'has to be a whole number')),
    z.transform(Number),
  );
