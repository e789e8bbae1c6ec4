import path from 'node:path';
import { build } from 'esbuild';
import { version } from '../../package.json';
import { run } from './support/run';

describe('cdk-domicile', () => {
  it('ends with 2 for a command that nobody knows', () => {
    expect(run('chekc', 't.json')).toEqual({
      code: 2,
      result: '',
      messages: [expect.stringContaining("unknown command 'chekc'")],
    });
  });

  it('ends with 2 for no command at all, and shows them', () => {
    const { code, result } = run();
    expect({ code, shows: result.includes('check') }).toEqual({ code: 2, shows: true });
  });

  it('says which version it is', () => {
    expect(run('--version')).toEqual({ code: 0, result: `${version}\n`, messages: [] });
  });

  it('shows how it is used', () => {
    const { code, result } = run('check', '--help');
    expect({ code, usage: result.split('\n')[0] }).toEqual({
      code: 0,
      usage: 'Usage: cdk-domicile check [options] <inputs...>',
    });
  });

  it('loads its parser of words at once, and nothing else before it is needed', async () => {
    const { metafile } = await build({
      entryPoints: [path.join(__dirname, '..', '..', 'bin', 'domicile.ts')],
      bundle: true,
      write: false,
      metafile: true,
      platform: 'node',
      packages: 'external',
      logLevel: 'silent',
    });
    const own = Object.entries(metafile.inputs).flatMap(([file, { imports }]) =>
      imports.map((imported) => ({ file, ...imported })),
    );
    const packages = own.filter(({ external, path: name }) => external === true && !name.startsWith('node:'));
    const later = own.filter(({ kind, external }) => kind === 'require-call' && external !== true);
    expect({
      packages: [...new Set(packages.map(({ path: name, file, kind }) => `${file} ${kind} ${name}`))].toSorted(),
      later: [...new Set(later.map(({ file, path: name }) => `${file} ${name}`))].toSorted(),
    }).toEqual({
      packages: [
        'lib/assembly/yaml.ts require-call yaml',
        'lib/cli/program.ts import-statement commander',
        // Loaded with the schema, of which the next list says that nobody does so at once.
        'lib/controls/exceptions/exception-schema.ts import-statement zod/mini',
        'lib/controls/nag/evidence-schema.ts import-statement zod/mini',
        'lib/reporting/channel-story.ts require-call yaml',
      ],
      later: [
        'lib/cli/check.ts lib/reporting/sarif.ts',
        'lib/cli/program.ts lib/cli/check.ts',
        'lib/cli/program.ts lib/cli/docs.ts',
        'lib/cli/program.ts lib/cli/explain.ts',
        'lib/cli/program.ts lib/cli/nag.ts',
        'lib/cli/program.ts lib/cli/policies.ts',
        'lib/controls/exceptions/read-exceptions.ts lib/controls/exceptions/exception-schema.ts',
        'lib/controls/residency/check-residency.ts lib/controls/flows/flows.ts',
      ],
    });
  });
});
