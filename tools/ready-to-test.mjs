// Before `npm test`: on a clean clone, installs the packages that package-lock.json pins. Plain JavaScript without a
// dependency, because nothing may be there yet.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { explain } from './errors.mjs';
import { installAll } from './install.mjs';
import { createProcesses } from './processes.mjs';
import { createSteps } from './steps.mjs';
import { createStopping } from './stopping.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const stopping = createStopping();
try {
  await installAll({ root, steps: createSteps(process.stdout), processes: createProcesses(stopping), emulator: false });
} catch (error) {
  const { message, exitCode } = explain(error);
  process.stderr.write(`${message}\n`);
  process.exitCode = exitCode;
} finally {
  await stopping.stopAll();
}
