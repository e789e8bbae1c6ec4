import path from 'node:path';
import { build } from 'esbuild';
import { type Emulator, startEmulator } from '../../../lib/local/emulator/emulator';
import { newFolder } from '../../../lib/local/emulator/owner';
import type { Scratch } from './scratch';

const READY_SECONDS = 60;

/** An emulator without a cell, started as `npm start` starts it; whoever asks for one stops it. */
export async function bareEmulator({ folder }: Scratch): Promise<Emulator> {
  await build({
    absWorkingDir: folder,
    entryPoints: { host: 'lib/local/emulator/host.ts' },
    outdir: 'dist/local',
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
  });
  const configuration = {
    root: folder,
    folder: newFolder(path.join(folder, '.local')),
    command: [path.join(folder, '.emulator', 'bin', 'ministack')],
    port: 0,
    readySeconds: READY_SECONDS,
  };
  return startEmulator(configuration, { onStop: () => () => undefined });
}
