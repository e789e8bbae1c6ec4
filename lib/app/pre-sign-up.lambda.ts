import { requireCell } from './environment';
import { surroundings } from './surroundings';
import { preSignUpTrigger } from './triggers/pre-sign-up';

export const handler = preSignUpTrigger(requireCell(), surroundings());
