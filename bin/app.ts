import { DomicileError } from '../lib/domain/errors';
import { cellsApp } from '../stacks/cells-app';

try {
  cellsApp(process.env).synth();
} catch (error) {
  if (!(error instanceof DomicileError)) throw error;
  console.error(`${error.code}: ${error.message}`);
  process.exitCode = 2;
}
