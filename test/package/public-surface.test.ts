import path from 'node:path';
import { build } from 'esbuild';
import { dependencies, exports, peerDependencies } from '../../package.json';

/** What a public file exports, and which packages it loads: at once, or when they are needed. */
async function surfaceOf(file: string) {
  const { metafile } = await build({
    entryPoints: [path.join(__dirname, '..', '..', 'lib', 'public', file)],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    outdir: 'out',
    packages: 'external',
    logLevel: 'silent',
  });
  const outputs = Object.values(metafile.outputs);
  const packages = outputs.flatMap(({ imports }) => imports.map((imported) => imported.path));
  return {
    exports: outputs.flatMap((output) => output.exports).toSorted(),
    packages: [...new Set(packages)].filter((name) => !name.startsWith('node:')).toSorted(),
  };
}

describe('what other programs may use', () => {
  it.each([
    ['check.ts', { exports: ['DomicileError', 'check'], packages: ['yaml', 'zod/mini'] }],
    [
      'cdk-domicile.ts',
      { exports: ['DomicileError', 'ResidencyChecks', 'check'], packages: ['aws-cdk-lib/core', 'yaml', 'zod/mini'] },
    ],
    [
      'nag.ts',
      {
        exports: ['AcknowledgementChecks', 'acknowledge', 'watched'],
        packages: ['aws-cdk-lib/core', 'cdk-nag'],
      },
    ],
  ])('is no less, and loads no more, in %s', async (file, surface) => {
    expect(await surfaceOf(file)).toEqual(surface);
  });

  it('comes with all that it loads, or asks for it', () => {
    expect({ dependencies: Object.keys(dependencies), peers: Object.keys(peerDependencies) }).toEqual({
      dependencies: ['commander', 'yaml', 'zod'],
      peers: ['aws-cdk-lib', 'cdk-nag', 'constructs'],
    });
  });

  it('has a name for each file, with declarations', () => {
    expect(exports).toEqual({
      '.': { types: './dist/types/lib/public/cdk-domicile.d.ts', default: './dist/lib/cdk-domicile.js' },
      './check': { types: './dist/types/lib/public/check.d.ts', default: './dist/lib/check.js' },
      './nag': { types: './dist/types/lib/public/nag.d.ts', default: './dist/lib/nag.js' },
      './package.json': './package.json',
    });
  });
});
