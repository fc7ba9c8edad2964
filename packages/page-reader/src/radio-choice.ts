import { folded, plain } from './folded.ts';
import { mayBeChannel } from './grammar/channel.ts';

/**
 * What a radio button is read as, like an input: its words where it is the chosen one, else nothing. Null for words that
 * cannot name a channel: those stay words of the page.
 */
export function choiceRead(words: string, isChosen: boolean): string | null {
  if (!mayBeChannel(folded(words))) return null;
  return isChosen ? plain(words) : '';
}
