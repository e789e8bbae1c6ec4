import { ARCHIVE_LIMITS } from '../../lib/domain/archive/format';
import {
  MOST_LOG_BYTES,
  MOST_LOGS,
  MOST_MEDIA,
  MOST_MEDIA_BYTES_OF_A_PERSON,
  MOST_READERS,
} from '../../lib/domain/conversations';

// More than any of them is: a line that says something of a log, a reader or a medium; a file's headers and its entry in manifest and directory.
const LINE = 256;
const FILE = 1024;
/** Readme, manifest, schemas, and what an account, a profile and its history are. */
const REST = 2 * 1024 * 1024;
/** Those who were let in are remembered for a while after they could read: ten times as many, see grant-reader. */
const READERS = 10 * MOST_READERS;

it('keeps of one person no more than an archive has room for, so that whoever can write can take it all along', () => {
  const most =
    MOST_LOGS * (MOST_LOG_BYTES + LINE + READERS * LINE) +
    MOST_MEDIA_BYTES_OF_A_PERSON +
    MOST_MEDIA * (LINE + FILE) +
    REST;
  expect(most).toBeLessThanOrEqual(ARCHIVE_LIMITS.bytes);
  expect(MOST_MEDIA + 10).toBeLessThanOrEqual(ARCHIVE_LIMITS.files);
});
