/** How long archives and what is known of them are kept, and how many at a time. */

/** An archive can be downloaded for so long, then every version of it is removed. */
export const ARCHIVE_HOURS = 24;

/** How long a link to an archive is good for. It ends earlier when the credentials do that signed it. */
export const LINK_SECONDS = 5 * 60;
/** A form's time is that in which an upload begins. */
export const UPLOAD_SECONDS = 5 * 60;

/**
 * How long a step that reads or writes an archive has. An erasure waits for longer before it removes anything: nothing is written
 * after it.
 */
export const ARCHIVE_STEP_SECONDS = 5 * 60;

/** Exports of one person that run or can be downloaded. */
export const MOST_EXPORTS = 3;
/** Imports of one person that wait or run. One that has waited for longer than an archive is kept waits for nothing, and does not count. */
export const MOST_IMPORTS = 3;

/** What is known of a job (that it was, and how it went) is kept for so long. */
export const JOB_DAYS = 30;
/** What is known of one person's jobs at a time: exports and imports that ended count as well, so that they stay few. */
export const MOST_JOBS = 100;
