import { run } from './run.ts';
import { Output } from './terminal.ts';

const { argv, stdin, stdout, stderr } = process;
// Set, not exited with: what was written must still reach a slow reader.
process.exitCode = await run(argv.slice(2), {
  stdin,
  out: new Output(stdout, stdout.isTTY),
  messages: new Output(stderr, stderr.isTTY),
});
