import { IMPERSONAL } from './impersonal';
import type { NoChannel, SetAside } from './no-channel';
import { ONE_REGION } from './one-region';
import { SAME_REGION } from './same-region';

/** All that looks like a channel and is none. */
export const NO_CHANNELS: readonly NoChannel[] = [...ONE_REGION, ...SAME_REGION, ...IMPERSONAL];

/** What the search for foreign places leaves out. */
export const SET_ASIDE: readonly SetAside[] = NO_CHANNELS.flatMap(({ setAside = [] }) => setAside);
