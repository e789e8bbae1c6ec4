import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { main } from '../../lib/cli/program';
import { inFolder } from '../support/folder';

function run(...words: readonly string[]) {
  const results: string[] = [];
  const messages: string[] = [];
  const code = main(words, { result: (text) => results.push(text), message: (line) => messages.push(line) });
  return { code, result: results.join(''), messages };
}

interface Entry {
  readonly kind: string;
  readonly name: string;
  readonly jurisdictions: readonly string[];
  readonly account: string;
  readonly regions: readonly string[];
  readonly target: string;
  readonly file: string;
  readonly size: number;
  readonly limit: number;
  readonly room: number;
  readonly place: { readonly number: number; readonly of: number };
  readonly statements: readonly { readonly sid: string; readonly because: string }[];
}

const manifestIn = (folder: string) => JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as Entry[];

const OF_A_CELL = [
  'deployment-boundary DeploymentBoundary',
  'deployment Deployment',
  'boundary Boundary',
  'endpoint Endpoint-cognito-idp',
  'endpoint Endpoint-dynamodb',
  'endpoint Endpoint-kms',
  'endpoint Endpoint-s3',
  'endpoint Endpoint-states',
  'key StoreKey',
  'key PersonKey',
  'bucket Bucket',
  'vault Vault',
];
const OF_AN_ACCOUNT = ['scp ServiceControl', 'rcp ResourceControl', 'declarative Ec2', 'ai-opt-out AiOptOut'];
const kinds = (manifest: readonly Entry[]) => [
  ...new Set(
    manifest.map(
      ({ kind, name }) => `${kind} ${name.replace(/^[A-Z]\w*-(?:International-)?/u, '').replace(/-\d$/u, '')}`,
    ),
  ),
];

describe('cdk-domicile policies', () => {
  it('writes the policies of the organization and of each cell, and a manifest', () => {
    inFolder({}, (folder) => {
      const out = path.join(folder, 'policies');
      const { code, result, messages } = run('policies', '--out', out);
      const manifest = manifestIn(out);
      expect({ code, result, messages }).toEqual({
        code: 0,
        result: `${manifest.length} policies, manifest.json and escapes.json in '${out}'\n`,
        messages: [],
      });
      expect(kinds(manifest)).toEqual([...OF_AN_ACCOUNT, ...OF_A_CELL]);
      expect(readdirSync(out).toSorted()).toEqual(
        [...manifest.map(({ file }) => file), 'escapes.json', 'manifest.json'].toSorted(),
      );
      expect([
        ...new Set(
          manifest.map(({ jurisdictions, account, regions }) => [...jurisdictions, account, ...regions].join(' ')),
        ),
      ]).toEqual(['eu 111111111111 eu-central-1', 'international 222222222222 ap-southeast-1']);
    });
  });

  it('tells sizes as AWS counts them, and the room that is left', () => {
    inFolder({}, (folder) => {
      run('policies', '--out', folder);
      for (const { file, size, limit, room, place } of manifestIn(folder)) {
        expect([file, readFileSync(path.join(folder, file), 'utf8').length]).toEqual([file, size]);
        expect([file, room, room >= 0, place.number <= place.of]).toEqual([file, limit - size, true, true]);
      }
    });
  });

  it('gives a reason for each statement', () => {
    inFolder({}, (folder) => {
      run('policies', '--out', folder);
      const statements = manifestIn(folder).flatMap(({ statements: all }) => all);
      expect(statements.filter(({ because }) => because.trim() === '')).toEqual([]);
    });
  });

  it('prints them without a folder', () => {
    const { code, result } = run('policies');
    expect([code, kinds(JSON.parse(result) as Entry[])]).toEqual([0, [...OF_AN_ACCOUNT, ...OF_A_CELL]]);
  });

  it('takes jurisdictions from a file, and accounts where they are named', () => {
    const table = {
      eu: { homeRegion: 'eu-central-1', allowedRegions: ['eu-north-1'] },
      britain: { homeRegion: 'eu-west-2', account: '333333333333' },
    };
    inFolder({ 'jurisdictions.json': JSON.stringify(table) }, (folder) => {
      const file = path.join(folder, 'jurisdictions.json');
      const out = path.join(folder, 'policies');
      expect(run('policies', '--jurisdictions', file, '--out', out)).toMatchObject({ code: 0, messages: [] });
      expect(
        [...new Set(manifestIn(out).map(({ target, regions }) => `${target}: ${regions.join(' ')}`))].slice(0, 2),
      ).toEqual(['account 111111111111: eu-central-1 eu-north-1', 'account 333333333333: eu-west-2']);
    });
  });

  it('makes one set for an account that two cells share', () => {
    const table = {
      eu: { homeRegion: 'eu-central-1', account: '111111111111' },
      international: { homeRegion: 'ap-southeast-1', account: '111111111111' },
    };
    inFolder({ 'jurisdictions.json': JSON.stringify(table) }, (folder) => {
      const out = path.join(folder, 'policies');
      run('policies', '--jurisdictions', path.join(folder, 'jurisdictions.json'), '--out', out);
      const ofOrganization = manifestIn(out).filter(({ target }) => target === 'account 111111111111');
      expect(kinds(ofOrganization)).toEqual(OF_AN_ACCOUNT);
      expect([...new Set(ofOrganization.map(({ jurisdictions }) => jurisdictions.join(' ')))]).toEqual([
        'eu international',
      ]);
    });
  });

  it.each([
    {
      name: 'uses a documentation account where none is named, and says so',
      table: { britain: { homeRegion: 'eu-west-2' } },
      code: 0,
      message: "'britain' names no account; its policies name the documentation account '111111111111'",
    },
    {
      name: 'refuses an account that is none',
      table: { britain: { homeRegion: 'eu-west-2', account: 42 } },
      code: 2,
      message: "'britain.account' in 'FILE' is '42'; name an account in quotes, by its twelve digits",
    },
    {
      name: 'refuses an id that no policy can be called after',
      table: { 'United Kingdom': { homeRegion: 'eu-west-2', account: '333333333333' } },
      code: 2,
      message:
        "'United Kingdom' in 'FILE' cannot be part of a policy's name; use letters, digits and hyphens, a letter first",
    },
    {
      name: 'refuses a region of mainland China',
      table: { britain: { homeRegion: 'cn-north-1' } },
      code: 2,
      message:
        "'FILE' cannot be used:\n  'britain.homeRegion' is 'cn-north-1' in the partition 'aws-cn', which no setting allows",
    },
  ])('$name', ({ table, code, message }) => {
    inFolder({ 'jurisdictions.json': JSON.stringify(table) }, (folder) => {
      const file = path.join(folder, 'jurisdictions.json');
      const { code: given, messages } = run('policies', '--jurisdictions', file, '--out', path.join(folder, 'out'));
      expect([given, messages]).toEqual([code, [message.replace('FILE', file)]]);
    });
  });

  it('says where it cannot write', () => {
    inFolder({ occupied: 'a file' }, (folder) => {
      const out = path.join(folder, 'occupied', 'policies');
      expect(run('policies', '--out', out)).toEqual({
        code: 2,
        result: '',
        messages: [`'${path.join(out, 'Eu-ServiceControl-1.json')}' cannot be written; name another folder with --out`],
      });
    });
  });
});
