import { createHash } from 'node:crypto';
import type { TermsAnswer } from '../../domain/api';
import { ConfigurationError } from '../../domain/errors';
import type { JurisdictionId } from '../../domain/jurisdictions';
import type { Cell } from '../cell';
import eu from './eu/2026-11-01.md' with { type: 'text' };
import international from './international/2026-11-01.md' with { type: 'text' };

/** The texts in force. Those that people accepted before stay in the folder of their jurisdiction, under their version. */
const IN_FORCE: Readonly<Record<JurisdictionId, string>> = { eu, international };

/**
 * The terms of a cell, with their exact text.
 *
 * @throws ConfigurationError `TermsAltered` when the text is not the one whose hash people are to accept
 */
export function termsOf({ jurisdiction, entry }: Cell, text = IN_FORCE[jurisdiction]): TermsAnswer {
  const { version, language, sha256 } = entry.terms;
  const found = createHash('sha256').update(text).digest('hex');
  if (found !== sha256) {
    throw new ConfigurationError(
      'TermsAltered',
      `the terms of '${jurisdiction}' have the hash '${found}', and 'terms.sha256' of version '${version}' is '${sha256}'; a changed text is a new version`,
    );
  }
  return { jurisdiction, jurisdictionName: entry.name, version, language, sha256, text };
}
