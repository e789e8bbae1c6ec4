import { zipSync } from 'fflate';
import { checkArchive } from '../../../lib/app/archive/check-archive';
import { ARCHIVE_LIMITS } from '../../../lib/domain/archive/format';
import { fitted, isRefusal, lines, MARK, manifested, patched, refusalOf, withEntries, zipped } from './hostile';
import { archiveOf, bytesOf, contentOf, each, MEDIUM, ORIGIN, PROFILES } from './support';

/** Where the directory begins, by the archive's end. */
const directoryOf = (bytes: Buffer) => bytes.readUInt32LE(bytes.length - 6);

describe('what is no archive of ours is refused before anything of it is used', () => {
  it.each<[string, string, string, () => Promise<Buffer>]>([
    ['is empty', 'NotAnArchive', 'it is too short for an archive', async () => Buffer.alloc(0)],
    [
      'is something else',
      'NotAnArchive',
      'it does not end as an archive does; it may be cut off',
      async () => Buffer.from(MARK.repeat(100)),
    ],
    [
      'lost its last byte',
      'NotAnArchive',
      'it does not end as an archive does; it may be cut off',
      async () => patched((bytes) => bytes.subarray(0, -1)),
    ],
    [
      'lost a byte within',
      'NotAnArchive',
      'it does not end as an archive does; it may be cut off',
      async () => patched((bytes) => Buffer.concat([bytes.subarray(0, 50), bytes.subarray(51)])),
    ],
    [
      'begins with something else, such as a program',
      'NotAnArchive',
      'it does not end as an archive does; it may be cut off',
      async () => patched((bytes) => Buffer.concat([Buffer.from(MARK), bytes])),
    ],
    [
      'has a comment at its end',
      'NotAnArchive',
      'it does not end as an archive does; it may be cut off',
      async () => patched((bytes) => Buffer.concat([bytes, Buffer.from(MARK)])),
    ],
    [
      'says that it has no files',
      'NotAnArchive',
      'its directory is longer than its files need',
      async () =>
        patched((bytes) => {
          bytes.writeUInt16LE(0, bytes.length - 14);
          bytes.writeUInt16LE(0, bytes.length - 12);
        }),
    ],
    [
      'says that it has one file fewer',
      'NotAnArchive',
      'there are bytes in the archive that belong to no file',
      async () =>
        patched((bytes) => {
          bytes.writeUInt16LE(9, bytes.length - 14);
          bytes.writeUInt16LE(9, bytes.length - 12);
        }),
    ],
    [
      'says that it has one file more',
      'NotAnArchive',
      'file 11 is not listed whole',
      async () =>
        patched((bytes) => {
          bytes.writeUInt16LE(11, bytes.length - 14);
          bytes.writeUInt16LE(11, bytes.length - 12);
        }),
    ],
    [
      'is compressed: what unpacks to gigabytes comes so',
      'FileNotPlain',
      'file 1 is compressed, encrypted, or no plain file',
      async () => withEntries((entries) => entries, true),
    ],
    [
      'was packed again by another program',
      'FileNotPlain',
      'file 1 is compressed, encrypted, or no plain file',
      async () => Buffer.from(zipSync({ 'manifest.json': Buffer.from('{}') })),
    ],
    [
      'has a symbolic link',
      'FileNotPlain',
      'file 1 is compressed, encrypted, or no plain file',
      async () => patched((bytes) => void bytes.writeUInt32LE(0o120777 * 0x10000, directoryOf(bytes) + 38)),
    ],
    [
      'claims a file of another length',
      'FileNotPlain',
      'file 1 is compressed, encrypted, or no plain file',
      async () => patched((bytes) => void bytes.writeUInt32LE(0xffff_fff0, directoryOf(bytes) + 24)),
    ],
    [
      'claims a file that is longer than the archive',
      'FilesOverlap',
      'file 1 reaches into the directory',
      async () =>
        patched((bytes) => {
          bytes.writeUInt32LE(0xffff_fff0, directoryOf(bytes) + 20);
          bytes.writeUInt32LE(0xffff_fff0, directoryOf(bytes) + 24);
        }),
    ],
    [
      'has files over each other',
      'FilesOverlap',
      'file 2 does not begin where the one before ends',
      async () =>
        patched((bytes) => {
          const second = directoryOf(bytes) + 46 + 'README.txt'.length;
          bytes.writeUInt32LE(0, second + 42);
        }),
    ],
    [
      'calls a file by another name where it lies',
      'FilesOverlap',
      'file 1 is not where, or not what, the directory says',
      async () => patched((bytes) => void bytes.write('readme.txt', 30)),
    ],
    [
      'has a path that climbs out',
      'FileNotAllowed',
      'file 1 has a path that an archive does not have',
      async () => withEntries((entries) => [[`../../${MARK}`, ''], ...entries]),
    ],
    [
      'has a path from the root',
      'FileNotAllowed',
      'file 2 has a path that an archive does not have',
      async () => withEntries(([first, ...rest]) => [first ?? ['', ''], [`/etc/${MARK}`, ''], ...rest]),
    ],
    [
      'has a path of Windows',
      'FileNotAllowed',
      'file 1 has a path that an archive does not have',
      async () => withEntries((entries) => [[`media\\..\\${MARK}.png`, ''], ...entries]),
    ],
    [
      'has a medium whose path climbs',
      'FileNotAllowed',
      'file 1 has a path that an archive does not have',
      async () => withEntries((entries) => [[`media/../${MARK}.png`, ''], ...entries]),
    ],
    [
      'has a name that only looks like one of ours',
      'FileNotPlain',
      'file 1 is compressed, encrypted, or no plain file',
      async () => withEntries((entries) => [['prоfiles.json', '[]'], ...entries]),
    ],
    [
      'has a program among the media',
      'FileNotAllowed',
      'file 1 has a path that an archive does not have',
      async () => withEntries((entries) => [[`media/${MEDIUM}.html`, MARK], ...entries]),
    ],
    [
      'has a file twice',
      'FileTwice',
      'file 11 has the path of an earlier one',
      async () => withEntries((entries) => [...entries, ['profiles.json', '[]']]),
    ],
    [
      'has too many files',
      'TooManyFiles',
      'an archive has at most 256 files',
      async () => zipped(Array.from({ length: ARCHIVE_LIMITS.files + 1 }, () => ['README.txt', ''] as const)),
    ],
    [
      'has no manifest',
      'ManifestMissing',
      'there is no manifest.json in it',
      async () => withEntries((entries) => entries.filter(([path]) => path !== 'manifest.json')),
    ],
    [
      'has a manifest that is no JSON',
      'ManifestInvalid',
      'manifest.json is no JSON in UTF-8',
      async () => zipped([['manifest.json', `{"${MARK}`]]),
    ],
    [
      'has a manifest of something else',
      'ManifestInvalid',
      "manifest.json is not of the format 'domicile-archive'",
      async () => manifested((manifest) => ({ ...manifest, format: MARK })),
    ],
    [
      'has null for a manifest',
      'ManifestInvalid',
      "manifest.json is not of the format 'domicile-archive'",
      async () => manifested(() => null),
    ],
    [
      'has a manifest that is too long',
      'ManifestInvalid',
      'manifest.json is too long',
      async () => manifested((manifest) => ({ ...manifest, [MARK]: MARK.repeat(ARCHIVE_LIMITS.manifestBytes / 4) })),
    ],
    [
      'has a manifest with a member that nobody knows',
      'ManifestInvalid',
      "manifest.json is not as its schema says at ''",
      async () => manifested((manifest) => ({ ...manifest, [MARK]: MARK })),
    ],
    [
      'has a manifest with a wrong value',
      'ManifestInvalid',
      "manifest.json is not as its schema says at 'exportedAt'",
      async () => manifested((manifest) => ({ ...manifest, exportedAt: MARK })),
    ],
    [
      'is of a later version of the format',
      'UnknownFormatVersion',
      'only version 1 of the format can be read here',
      async () => manifested((manifest) => ({ ...manifest, formatVersion: 2, [MARK]: MARK })),
    ],
    [
      'has files of a store that is not known',
      'ForeignStore',
      'file 1 of the manifest is of a store that is not known here',
      async () => manifested((manifest) => ({ ...manifest, files: [{ path: MARK, store: MARK }] })),
    ],
    [
      'has a file that its manifest does not list',
      'FilesDiffer',
      'the manifest does not list each file of the archive once',
      async () => manifested((manifest) => ({ ...manifest, files: (manifest['files'] as unknown[]).slice(1) })),
    ],
    [
      'lists a file twice',
      'FilesDiffer',
      'the manifest does not list each file of the archive once',
      async () =>
        manifested(({ files, ...manifest }) => ({
          ...manifest,
          files: [(files as unknown[])[1], ...(files as unknown[]).slice(1)],
        })),
    ],
    [
      'lists a file as of another store',
      'FilesDiffer',
      'file 6 of the manifest is not of the store it names',
      async () =>
        manifested(({ files, ...manifest }) => ({
          ...manifest,
          files: (files as { path: string }[]).map((file) =>
            file.path === 'accounts.json' ? { ...file, store: 'profiles' } : file,
          ),
        })),
    ],
    [
      'says that a file is longer',
      'BytesDiffer',
      'file 1 of the manifest is not as long as it says',
      async () =>
        manifested(({ files, ...manifest }) => ({
          ...manifest,
          files: (files as { bytes: number }[]).map((file) => ({ ...file, bytes: file.bytes + 1 })),
        })),
    ],
    [
      'has a file that was changed',
      'HashDiffers',
      'file 1 of the manifest is not the one that was exported',
      async () =>
        withEntries((entries) =>
          entries.map(([path, content]) => [path, path === 'README.txt' ? content.replace('holds', 'loses') : content]),
        ),
    ],
    [
      'has a medium that was changed',
      'FilesDiffer',
      'medium 1 is not the one that its record says',
      async () => fitted({ [`media/${MEDIUM}.png`]: MARK }),
    ],
    [
      'has fewer records than it says',
      'RecordsDiffer',
      "'profiles' does not have as many records as the manifest says",
      async () => fitted({ 'profiles.json': lines(PROFILES[0]) }),
    ],
  ])('such as what %s', async (_name, code, message, make) => {
    expect(await refusalOf(await make())).toEqual({ code, message });
  });
});

describe('size', () => {
  it('is looked at before a byte is read', async () => {
    const source = { size: ARCHIVE_LIMITS.bytes + 1, read: () => Promise.reject(new Error('read')) };
    const error: unknown = await checkArchive(source).catch((one: unknown) => one);
    expect(error).toMatchObject({ code: 'ArchiveTooLarge', message: 'an archive has at most 536870912 bytes' });
  });

  it('stops what is written: no archive comes about that could not be read', async () => {
    const media = Array.from({ length: ARCHIVE_LIMITS.files }, (_, n) => ({
      mediaId: `45c48cce-2e2d-4fbd-aa1a-${String(n).padStart(12, '0')}`,
      contentType: 'image/png',
      content: () => each([]),
    }));
    const error: unknown = await archiveOf(contentOf({ media }), ORIGIN).catch((one: unknown) => one);
    expect(error).toMatchObject({ code: 'TooManyFiles' });
  });
});

it('no byte of an archive can be changed unseen', async () => {
  const bytes = await archiveOf();
  const unseen: number[] = [];
  // Every byte of the directory, and some of each file: its own header, its content, and what follows it.
  const step = (at: number) => (at < directoryOf(bytes) ? 97 : 1);
  for (let at = 0; at < bytes.length; at += step(at)) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 0xff;
    if (await checkArchive(bytesOf(changed)).then(() => true, isRefusal)) unseen.push(at);
  }
  expect(unseen).toEqual([]);
});
