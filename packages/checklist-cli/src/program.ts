import { Command, Option } from 'commander';
import manifest from '../package.json' with { type: 'json' };
import { type DueOptions, dueCommand } from './due-command.ts';
import type { ExitCode } from './exit-code.ts';
import { type InspectOptions, inspectCommand } from './inspect-command.ts';
import { LINT_LANGUAGES, type LintOptions, lintCommand } from './lint-command.ts';
import { type RemainingOptions, remainingCommand } from './remaining-command.ts';
import { REPORT_ENGINES, REPORT_FORMATS, type ReportCommandOptions, reportCommand } from './report-command.ts';
import { type SimulateOptions, simulateCommand } from './simulate-command.ts';
import type { Terminal } from './terminal.ts';
import exampleTerms from './texts/example-terms.json' with { type: 'json' };
import { type VerifyOptions, verifyCommand } from './verify-command.ts';

const TIMES = 'Times are local to the calendar (Asia/Ho_Chi_Minh), like 2026-02-13T15:20, without offset.';

/**
 * The command line as commander knows it. `done` gets the exit code of the command that ran; commander itself ends by
 * a `CommanderError`.
 */
export function createProgram(terminal: Terminal, done: (code: ExitCode) => void): Command {
  const program = new Command('checklist')
    .description('Deadlines in working time, rule packs, saved pages, and hand-over files that anyone can verify.')
    .version(manifest.version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void terminal.out.write(text),
      writeErr: (text) => void terminal.messages.write(text),
    })
    .showHelpAfterError('(see checklist --help)')
    .addHelpText(
      'after',
      '\nExit codes: 0 ok, 1 fault found, 2 wrong usage. Answers go to stdout, messages to stderr.',
    );

  addLint(program, terminal, done);
  addDue(program, terminal, done);
  addRemaining(program, terminal, done);
  addInspect(program, terminal, done);
  addVerify(program, terminal, done);
  addReport(program, terminal, done);
  addSimulate(program, terminal, done);
  for (const command of program.commands) command.showHelpAfterError(`(see checklist ${command.name()} --help)`);
  return program;
}

function addLint(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  program
    .command('lint')
    .description('Every fault of rule packs, overlays and portal profiles, with its place; advice on stderr.')
    .argument('<pack...>', 'files of packs, overlays or portal profiles')
    .addOption(new Option('--language <language>', 'language of the messages').choices(LINT_LANGUAGES).default('en'))
    .option('--json', 'one JSON document on stdout')
    .addHelpText(
      'after',
      `
An overlay is checked on the pack it imports: one of the files, or one that ships.

Example:
  $ checklist lint packs/*.json
  $ checklist lint --language vi province.json commune.json portal.json`,
    )
    .action(async (files: string[], options: LintOptions) => done(await lintCommand(files, options, terminal)));
}

function addDue(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  program
    .command('due')
    .description('When a term ends that runs from a receipt.')
    .option('--received <time>', 'when the dossier was received complete')
    .option('--term <words>', 'the term as the portal prints it')
    .addOption(calendarOption())
    .addOption(hoursOption())
    .option('--target <share>', 'internal target: 50%, -30% or 16h (working hours)')
    .option('--pause <from/to>', 'a time at which the clock stood still; may be repeated', collect)
    .option('--restart <time>', 'complete again after a supplement: the term begins anew')
    .option('--count <how>', 'whole days end at the clock time of receipt (clock) or at closing (end-of-day)')
    .option('--json', 'one JSON document on stdout')
    .option('--batch <file>', 'JSON Lines with these options as keys, one answer a line; - is stdin')
    .addHelpText(
      'after',
      `
${TIMES}

Example:
  $ checklist due --received 2026-02-13T15:20 --term "${exampleTerms.days}" --json
  $ echo '{"received":"2026-02-13T15:20","term":"${exampleTerms.hours}"}' | checklist due --batch -`,
    )
    .action(async (options: DueOptions) => done(await dueCommand(options, terminal)));
}

function addRemaining(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  program
    .command('remaining')
    .description('The working time left until a dossier is due.')
    .option('--now <time>', 'the moment that is asked about')
    .option('--due <time>', 'the appointment as printed; a day alone is kept until it ends')
    .option('--paused-since <time>', 'the clock stands still since then')
    .addOption(calendarOption())
    .addOption(hoursOption())
    .option('--json', 'one JSON document on stdout')
    .option('--batch <file>', 'JSON Lines with the keys now, due, pausedSince, one answer a line; - is stdin')
    .addHelpText(
      'after',
      `
${TIMES}

Example:
  $ checklist remaining --now 2026-11-23T14:00 --due 2026-11-25T10:30 --json`,
    )
    .action(async (options: RemainingOptions) => done(await remainingCommand(options, terminal)));
}

function addInspect(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  program
    .command('inspect')
    .description('What the overlay reads on a saved page, and what it hangs on.')
    .argument('<page>', 'an HTML file saved in the browser')
    .requiredOption('--url <url>', 'address the page was saved from; its host chooses the portal profile')
    .option('--profile <file>', 'a portal profile to try, laid over the shipped one of the host')
    .option('--explain', 'why: labels, relations, what was not taken, what a profile could add')
    .option('--json', 'one JSON document on stdout')
    .addHelpText(
      'after',
      `
Only dossiers are read, never the applicant. What can be seen is guessed from attributes and styles; style sheets are
looked for beside the page, nothing is fetched.

Example:
  $ checklist inspect page.html --url https://motcua.example.vn/chi-tiet-ho-so/1 --explain
  $ checklist inspect page.html --url https://motcua.example.vn/ho-so --profile our-portal.json --json`,
    )
    .action(async (file: string, options: InspectOptions) => done(await inspectCommand(file, options, terminal)));
}

function addVerify(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  program
    .command('verify')
    .description('Whether hand-overs are what their officials gave; every fault with its line.')
    .argument('<handover...>', 'hand-over files')
    .option('--known <heads>', 'a file of checkpoints: receipts, or heads of earlier hand-overs')
    .option('--json', 'one JSON document on stdout')
    .addHelpText(
      'after',
      `
Faults are printed as FILE:LINE: kind: message. "witnessed" means that a known head vouches for the file.

Example:
  $ checklist verify 2026-11/*.jsonl --known receipts.txt`,
    )
    .action(async (files: string[], options: VerifyOptions) => done(await verifyCommand(files, options, terminal)));
}

function addReport(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  program
    .command('report')
    .description('What many hand-overs say together, never of fewer people than the minimum group.')
    .argument('<handover...>', 'hand-over files; each is verified, a faulty one is named and left out')
    .option('--min-group <people>', 'least number of people behind a conduct figure, 3 or more', '5')
    .option('--office-size <people>', 'how many officials the office has')
    .addOption(new Option('--format <format>', 'form of the report').choices(REPORT_FORMATS).default('text'))
    .option('--out <file>', 'write the report there instead of to stdout')
    .option('--parquet <file>', 'also write every verified entry as a row, for a warehouse (needs @duckdb/node-api)')
    .addOption(
      new Option('--engine <engine>', 'duckdb: the arguments are files written by --parquet, verified then, not again')
        .choices(REPORT_ENGINES)
        .default('js'),
    )
    .addHelpText(
      'after',
      `
JSON is the whole report (checklist-report/1); html is one page for A4; html, csv and xlsx are in Vietnamese.

Example:
  $ checklist report 2026-11/*.jsonl --office-size 12 --format html --out report.html`,
    )
    .action(async (files: string[], options: ReportCommandOptions) =>
      done(await reportCommand(files, options, terminal)),
    );
}

function addSimulate(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  program
    .command('simulate')
    .description('Invented hand-overs for tests under load; the same options give the same bytes everywhere.')
    .option('--officials <count>', 'how many officials', '12')
    .option('--days <count>', 'how many working days, from 2025-01-02 on', '250')
    .option('--seed <number>', 'another number gives other hand-overs', '1')
    .requiredOption('--out <folder>', 'where the files go; made if it is not there')
    .option('--json', 'what was written as one JSON document on stdout')
    .addHelpText(
      'after',
      `
One file for each official and calendar month, and heads.txt with the receipts of all logs.

Example:
  $ checklist simulate --officials 12 --days 250 --seed 1 --out load
  $ checklist verify load/*.jsonl --known load/heads.txt`,
    )
    .action(async (options: SimulateOptions) => done(await simulateCommand(options, terminal)));
}

function calendarOption(): Option {
  return new Option('--calendar <file>', 'a calendar file instead of the shipped one');
}

function hoursOption(): Option {
  return new Option('--hours <shifts>', 'office hours, like 07:30-11:30,13:00-17:00');
}

function collect(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, value];
}
