import { DomicileError } from '../lib/domain/errors';
import { cellsApp } from '../stacks/cells-app';
import { addOrganization } from '../stacks/organization-stack';

try {
  const app = cellsApp(process.env);
  addOrganization(app, process.env);
  app.synth();
} catch (error) {
  if (!(error instanceof DomicileError)) throw error;
  console.error(`${error.code}: ${error.message}`);
  process.exitCode = 2;
}
