import { explainPage, type PageContext, readPage } from 'page-reader';
import type { ExitCode } from './exit-code.ts';
import { explainAnswer } from './inspect/explain-answer.ts';
import { explainText } from './inspect/explain-text.ts';
import { inspectAnswer } from './inspect/inspect-answer.ts';
import { inspectText } from './inspect/inspect-text.ts';
import { knownPage } from './inspect/page-context.ts';
import { openSavedFile, type SavedFile } from './inspect/saved-file.ts';
import type { Terminal } from './terminal.ts';

export interface InspectOptions {
  /** Address the page was saved from: its host chooses the profile, its path speaks for the kind of page. */
  readonly url: string;
  /** File of a profile to try, laid over the shipped one of the host. */
  readonly profile?: string;
  readonly json?: boolean;
  /** Where each fact comes from, what was not taken, and what a profile could add. */
  readonly explain?: boolean;
}

/** `checklist inspect`: reads a saved page as the extension would. A page that says nothing is an answer, not a fault. */
export async function inspectCommand(file: string, options: InspectOptions, terminal: Terminal): Promise<ExitCode> {
  const { context, warnings } = await knownPage(options.url, options.profile);
  const saved = await openSavedFile(file, context.url);
  const answer = options.explain === true ? explained(saved, context) : read(saved, context);
  for (const warning of [...warnings, ...saved.warnings]) await terminal.messages.line(`warning: ${warning}`);
  if (options.json === true) await terminal.out.line(JSON.stringify(answer.json()));
  else await terminal.out.write(answer.text());
  return 0;
}

/** What the command found out, in the form that is asked for. */
interface Answer {
  json(): object;
  text(): string;
}

function read(saved: SavedFile, context: PageContext): Answer {
  const reading = readPage(saved.root, context);
  return {
    json: () => inspectAnswer(reading, portalOf(context)),
    text: () => inspectText(reading, context.profile, saved.missing),
  };
}

function explained(saved: SavedFile, context: PageContext): Answer {
  const explanation = explainPage(saved.root, context);
  return {
    json: () => explainAnswer(explanation, portalOf(context)),
    text: () => explainText(explanation, context.profile, saved.missing),
  };
}

function portalOf({ profile }: PageContext): string {
  return profile?.id ?? 'generic';
}
