import * as z from 'zod/mini';
import { PURPOSES } from '../consents';
import { MOST_MEDIA_OF_A_MESSAGE } from '../conversations';
import { FEATURE_IDS } from '../features';
import {
  archiveBytes,
  confirmationCode,
  country,
  displayName,
  email,
  language,
  mediaBytes,
  mediaId,
  mediaType,
  messageText,
  pageSize,
  password,
  personId,
  position,
  readerDays,
  sha256,
  termsVersion,
} from './fields';
import type { ValueOf } from './value';

/** What a cell is asked, in bodies and query strings: the routes take nothing else, and devices send nothing else. */

export const RegistrationRequest = z.strictObject({
  /** Country of residence. */
  residence: country,
  /** Country of the phone, which the device makes of the number. @default - there is no second signal */
  phoneCountry: z.optional(country),
  residenceConfirmed: z.optional(
    z
      .boolean()
      .check(
        z.describe(
          'that the person was asked, and lives where they declared, though their phone is of another jurisdiction',
        ),
      ),
  ),
  email,
  password,
});
export type RegistrationRequest = ValueOf<typeof RegistrationRequest>;

export const ConfirmationRequest = z.strictObject({ personId, code: confirmationCode });
export type ConfirmationRequest = ValueOf<typeof ConfirmationRequest>;

export const SessionRequest = z.strictObject({
  /** The personId of the registration, or the confirmed e-mail address. */
  identifier: z.union([personId, email], 'has to be a personId or an e-mail address'),
  password,
});
export type SessionRequest = ValueOf<typeof SessionRequest>;

/** Terms as a person names them when they accept: this version, in this language, with this exact text. */
export const TermsReference = z.strictObject({ version: termsVersion, sha256, language });
export type TermsReference = ValueOf<typeof TermsReference>;

export const ConsentRequest = z.strictObject({
  purpose: z.enum(PURPOSES, 'has to be a purpose that the list of consents has'),
  given: z.boolean(),
});
export type ConsentRequest = ValueOf<typeof ConsentRequest>;

export const ProfileRequest = z.strictObject({ displayName });
export type ProfileRequest = ValueOf<typeof ProfileRequest>;

export const MessageRequest = z.strictObject({
  text: messageText,
  /** Ids of media that the author has uploaded. @default - none */
  media: z.optional(
    z.array(mediaId).check(
      z.maxLength(MOST_MEDIA_OF_A_MESSAGE, `has at most ${MOST_MEDIA_OF_A_MESSAGE} entries`),
      z.refine((ids) => new Set(ids).size === ids.length, 'must not name the same object twice'),
      z.meta({ uniqueItems: true }),
    ),
  ),
});
export type MessageRequest = ValueOf<typeof MessageRequest>;

/** For how long the key opens the log. */
export const ReaderRequest = z.strictObject({ days: readerDays });
export type ReaderRequest = ValueOf<typeof ReaderRequest>;

export const MediaRequest = z.strictObject({ contentType: mediaType, bytes: mediaBytes, sha256 });
export type MediaRequest = ValueOf<typeof MediaRequest>;

/** The size and the hash of the archive, to the byte. */
export const ImportRequest = z.strictObject({ bytes: archiveBytes, sha256 });
export type ImportRequest = ValueOf<typeof ImportRequest>;

export const ResidencyQuery = z.strictObject({ country, phoneCountry: z.optional(country) });

export const FeaturesQuery = z.strictObject({
  feature: z.optional(z.enum(FEATURE_IDS, 'has to be a feature that the list has')),
});

/** Which messages of a log somebody asks for: those after a position, and at most so many. */
export const MessagesQuery = z.strictObject({ after: z.optional(position), limit: z.optional(pageSize) });
