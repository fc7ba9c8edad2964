import { CommanderError } from 'commander';
import type { ExitCode } from './exit-code.ts';
import { fileFault, isSystemError } from './input-file.ts';
import { createProgram } from './program.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** Runs the command once with these arguments (without the program's own name). */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = createProgram(terminal, (result) => {
    code = result;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    // Help and version end commander by an error of code 0; what it refuses it has already said.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const usage = isSystemError(error) ? fileFault(error.path ?? '', error) : error;
    if (!(usage instanceof UsageError)) throw error;
    await terminal.messages.line(`checklist: ${usage.message}`);
    return 2;
  }
}
