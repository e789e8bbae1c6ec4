// The process that runs the emulator and the forwarder before it: `lib/local/emulator/host.ts`, once bundled.
import { endGroup, startTethered } from './processes.mjs';

const { host } = await import('../dist/local/host.cjs');
host({ startTethered, endGroup });
