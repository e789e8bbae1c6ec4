import type { ProfileAnswer } from '../../domain/api';
import type { Profile } from '../ports';

export function profileAnswer(personId: string, profile: Profile | undefined): ProfileAnswer {
  return { personId, ...(profile ?? { displayName: null, updatedAt: null, version: 0 }) };
}
