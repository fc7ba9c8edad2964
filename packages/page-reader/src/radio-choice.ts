import { folded, plain } from './folded.ts';
import { channel } from './grammar/channel.ts';

/**
 * What a radio button is read as, like an input: its words where it is the chosen one, else nothing. Null for words that
 * name no channel: those stay words of the page.
 */
export function choiceRead(words: string, isChosen: boolean): string | null {
  if (channel(folded(words)) === null) return null;
  return isChosen ? plain(words) : '';
}
