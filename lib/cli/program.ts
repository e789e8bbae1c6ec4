import { Command, CommanderError } from 'commander';
import { version } from '../../package.json';
import { DomicileError } from '../domain/errors';
import { declareCheck } from './check';
import { declareDocs } from './docs';
import { EXIT, type ExitCode } from './exit';
import type { Output } from './output';
import { declarePolicies } from './policies';

/**
 * Runs the command line.
 *
 * @param words what stands behind the command's name
 */
export function main(words: readonly string[], output: Output): ExitCode {
  let code: ExitCode = EXIT.nothing;
  const done = (result: ExitCode) => {
    code = result;
  };
  const program = new Command('cdk-domicile')
    .description('keeps personal data in its home region, and says where it would leave')
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: output.result,
      writeErr: output.result,
      outputError: (text) => output.message(text.trim().replace(/^error: /u, '')),
    });
  declareCheck(program, output, done);
  declareDocs(program, output, done);
  declarePolicies(program, output, done);
  try {
    program.parse([...words], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.nothing : EXIT.notJudged;
    output.message(error instanceof DomicileError ? error.message : unexpected(error));
    return EXIT.notJudged;
  }
}

function unexpected(error: unknown): string {
  const what = error instanceof Error ? error.message : String(error);
  return `something went wrong that should not: '${what}'; please report it with the input that led to it`;
}
