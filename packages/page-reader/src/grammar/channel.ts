import type { ChannelPatterns } from '../channel-patterns.ts';
import type { PageChannel } from '../page-facts.ts';

const CHANNELS: readonly PageChannel[] = ['direct', 'online', 'post'];
const LONGEST = 60;
/** No channel is without one of these beginnings of words. Asked first: the expressions take long to compile, and most texts name none. */
const HINT = /trực t|trụ s|trung t|quầy|một c|bộ ph|nơi ti|ubnd|mạng|inter|onl|dịch v|dvc|vneid|bưu|bcci|vnp/;

/** Whether a folded text may name a channel, for who has no words to know it by. */
export function mayBeChannel(text: string): boolean {
  return text.length <= LONGEST && HINT.test(text);
}

/** The channel that a folded text names, or null. */
export function channel(text: string, words: Readonly<Record<keyof ChannelPatterns, RegExp>>): PageChannel | null {
  return (mayBeChannel(text) && CHANNELS.find((one) => words[one].test(text))) || null;
}
