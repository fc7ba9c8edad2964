import { fileFault } from './input-file.ts';
import { run } from './run.ts';
import { Output } from './terminal.ts';

const { argv, stdin, stdout, stderr } = process;
const out = new Output(stdout, stdout.isTTY);
// Only at the very end is it known whether everything arrived.
process.on('exit', () => {
  if (out.fault === null) return;
  stderr.write(`checklist: ${fileFault('standard output', out.fault).message}\n`);
  process.exitCode = 2;
});
// Set, not exited with: what was written must still reach a slow reader.
process.exitCode = await run(argv.slice(2), { stdin, out, messages: new Output(stderr, stderr.isTTY) });
