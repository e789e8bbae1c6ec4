import type { NameMeaning } from './meaning';
import { REPLICATING_ACTIONS } from './replicating-actions';
import { SHARING_ACTIONS } from './sharing-actions';

/** IAM actions whose names speak of another place, and that open no way there. */
export const ACTION_MEANINGS: readonly NameMeaning[] = [...REPLICATING_ACTIONS, ...SHARING_ACTIONS];
