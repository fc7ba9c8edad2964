import { readPage } from 'page-reader';
import type { ExitCode } from './exit-code.ts';
import { inspectAnswer } from './inspect/inspect-answer.ts';
import { inspectText } from './inspect/inspect-text.ts';
import { knownPage } from './inspect/page-context.ts';
import { openSavedFile } from './inspect/saved-file.ts';
import type { Terminal } from './terminal.ts';

export interface InspectOptions {
  /** Address the page was saved from: its host chooses the profile, its path speaks for the kind of page. */
  readonly url: string;
  /** A profile to try instead of the shipped one. */
  readonly profile?: string;
  readonly json?: boolean;
}

/** `checklist inspect`: reads a saved page as the extension would. A page that says nothing is an answer, not a fault. */
export async function inspectCommand(file: string, options: InspectOptions, terminal: Terminal): Promise<ExitCode> {
  const { context, warnings } = await knownPage(options.url, options.profile);
  const { root, missing } = await openSavedFile(file, context.url);
  for (const warning of warnings) await terminal.messages.line(`warning: ${warning}`);
  const reading = readPage(root, context);
  if (options.json === true) {
    await terminal.out.line(JSON.stringify(inspectAnswer(reading, context.profile?.id ?? 'generic')));
  } else await terminal.out.write(inspectText(reading, context.profile, missing));
  return 0;
}
