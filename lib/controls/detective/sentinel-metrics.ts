/** Where the sentinel counts, and where alarms look. */
export const SENTINEL_NAMESPACE = 'domicile/sentinel';

/** Calls that opened a channel. One is too many. */
export const OPENED = 'channelOpened';

/** Calls that would have opened a channel and were refused. */
export const REFUSED = 'channelRefused';
