import type { ProfileRecord } from '../archive/records';
import type { Person } from '../ports';

/** What a person's record says, as an archive has it: the profile, then each acceptance and each consent, the latest last. */
export async function* exportedProfile({ profile, terms, consents }: Person): AsyncIterable<ProfileRecord> {
  if (profile !== undefined) {
    const { displayName, updatedAt } = profile;
    yield { kind: 'profile', displayName, updatedAt };
  }
  for (const { version, language, sha256, acceptedAt } of terms) {
    yield { kind: 'terms', version, language, sha256, acceptedAt };
  }
  for (const { purpose, change, version, at } of consents) yield { kind: 'consent', purpose, change, version, at };
}
