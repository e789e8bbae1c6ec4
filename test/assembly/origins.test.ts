import path from 'node:path';
import { readAssembly } from '../../lib/assembly/read';
import { type Files, inFolder, within } from '../support/folder';

/** The metadata of a construct: its logical id, and the frames of the app's code that made it. */
const made = (logicalId: string, ...frames: readonly string[]) => [
  { type: 'aws:cdk:logicalId', data: logicalId },
  { type: 'aws:cdk:creationStack', data: frames },
];

/** An app's folder with its assembly in `cdk.out`, and what is asked of its one stack there. */
function originsIn<Answer>(
  metadata: (folder: string) => Readonly<Record<string, unknown>>,
  ask: (originOf: (logicalId: string, claimedPath?: string) => object) => Answer,
  workingDirectory: (folder: string) => string = () => process.cwd(),
  more: Files = {},
): Answer {
  const files = {
    ...more,
    'cdk.out/manifest.json': (folder: string) => ({
      version: '55.0.0',
      artifacts: {
        Data: {
          type: 'aws:cloudformation:stack',
          environment: 'aws://111122223333/eu-central-1',
          properties: { templateFile: 'Data.template.json' },
          metadata: metadata(folder),
        },
      },
    }),
    'cdk.out/Data.template.json': { Resources: {} },
  };
  return inFolder(files, (folder) =>
    within(workingDirectory(folder), () => {
      const { assembly } = readAssembly([path.join(folder, 'cdk.out')]);
      return ask((logicalId, claimedPath) => ({ ...assembly.stacks[0]?.originOf(logicalId, claimedPath) }));
    }),
  );
}

describe('the origin of a resource', () => {
  it.each([
    {
      name: 'is told by the folder of the app, where that is not below the working directory',
      frame: (folder: string) => `new Data (${folder}/lib/data.ts:12:5)`,
      source: { file: path.join('lib', 'data.ts'), line: 12 },
    },
    {
      name: 'is told by the working directory, where the app is below it',
      frame: (folder: string) => `new Data (${folder}/lib/data.ts:12:5)`,
      workingDirectory: (folder: string) => path.dirname(folder),
      source: { file: expect.stringMatching(/^domicile-\w+\/lib\/data\.ts$/), line: 12 },
    },
    {
      name: 'is told without its folders, where it is below neither',
      frame: () => 'new Data (/elsewhere/lib/data.ts:12:5)',
      source: { file: 'data.ts', line: 12 },
    },
    {
      name: 'is told for modules, whose frames are addresses',
      frame: (folder: string) => `new Data (file://${folder}/lib/data.ts:12:5)`,
      source: { file: path.join('lib', 'data.ts'), line: 12 },
    },
  ])('$name', ({ frame, workingDirectory, source }) => {
    const metadata = (folder: string) => ({ '/Data/People/Resource': made('People1', frame(folder)) });
    expect(originsIn(metadata, (originOf) => originOf('People1'), workingDirectory)).toEqual({
      constructPath: 'Data/People/Resource',
      source,
    });
  });

  it.each([
    {
      name: 'is the line that somebody wrote, where a map beside a compiled file tells it',
      frames: ['app.js:2:1'],
      source: { file: path.join('lib', 'data.ts'), line: 12 },
    },
    {
      name: 'is no library, even where a bundle holds one',
      frames: ['app.js:1:1', 'app.js:2:1'],
      source: { file: path.join('lib', 'data.ts'), line: 12 },
    },
    {
      name: 'is what the map knows, where all of it is a library',
      frames: ['app.js:1:1'],
      source: { file: path.join('dist', 'app.js'), line: 1 },
    },
    {
      name: 'is the compiled file, where its map is broken',
      frames: ['broken.js:2:1'],
      source: { file: path.join('dist', 'broken.js'), line: 2 },
    },
    {
      name: 'is the compiled file, where its map does not know the place',
      frames: ['empty.js:2:1'],
      source: { file: path.join('dist', 'empty.js'), line: 2 },
    },
  ])('$name', ({ frames, source }) => {
    const metadata = (folder: string) => ({
      '/Data/People': made('People', ...frames.map((frame) => `new Data (${folder}/dist/${frame})`)),
    });
    const maps = {
      'dist/app.js.map': { version: 3, sources: ['../node_modules/a/a.js', '../lib/data.ts'], mappings: 'AAAA;ACWA' },
      'dist/broken.js.map': '{',
      'dist/empty.js.map': { version: 3, sources: [], mappings: '' },
    };
    expect(originsIn(metadata, (originOf) => originOf('People'), undefined, maps)).toEqual({
      constructPath: 'Data/People',
      source,
    });
  });

  it('is chosen by the path that the template gives, where nested stacks repeat a logical id', () => {
    const metadata = () => ({ '/Data/Photos/Bucket': made('Bucket'), '/Data/Videos/Bucket': made('Bucket') });
    const claims = [undefined, 'Data/Photos/Bucket', 'Data/Videos/Bucket', 'Data/Other/Bucket'];
    expect(originsIn(metadata, (originOf) => claims.map((claim) => originOf('Bucket', claim)))).toEqual([
      {},
      { constructPath: 'Data/Photos/Bucket' },
      { constructPath: 'Data/Videos/Bucket' },
      {},
    ]);
  });

  it('is not what the template claims, where the assembly knows better or nothing', () => {
    const metadata = () => ({ '/Data/Photos/Bucket': made('Bucket') });
    expect(
      originsIn(metadata, (originOf) => [originOf('Bucket', 'Data/Other'), originOf('Unknown', 'Data/Other')]),
    ).toEqual([{ constructPath: 'Data/Photos/Bucket' }, {}]);
  });

  it('has what is declared of the store, at the nearest construct around it', () => {
    const declares = (id: string, personal: unknown) => [{ type: 'domicile:store', data: { id, personal } }];
    const metadata = () => ({
      '/Data': declares('data', true),
      '/Data/People': declares('people', true),
      '/Data/People/Table/Resource': made('People'),
      '/Data/People/Log': declares('log', { no: 'it counts' }),
      '/Data/People/Log/Group/Resource': made('Log'),
      '/Data/PeopleCount/Resource': made('PeopleCount'),
      '/Other/Resource': made('Other'),
      '/Other': declares('other', 'maybe'),
    });
    const ids = ['People', 'Log', 'PeopleCount', 'Other'];
    expect(originsIn(metadata, (originOf) => ids.map((id) => originOf(id)))).toEqual([
      { constructPath: 'Data/People/Table/Resource', holds: { id: 'people', personal: true } },
      { constructPath: 'Data/People/Log/Group/Resource', holds: { id: 'log', personal: { no: 'it counts' } } },
      { constructPath: 'Data/PeopleCount/Resource', holds: { id: 'data', personal: true } },
      { constructPath: 'Other/Resource' },
    ]);
  });
});
