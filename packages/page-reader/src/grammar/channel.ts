import type { PageChannel } from '../page-facts.ts';

const CHANNELS: Readonly<Record<PageChannel, readonly string[]>> = {
  direct: [
    'trực tiếp',
    'nộp trực tiếp',
    'tiếp nhận trực tiếp',
    'hồ sơ một cửa',
    'hồ sơ trực tiếp',
    'tại bộ phận một cửa',
  ],
  online: ['trực tuyến', 'nộp trực tuyến', 'tiếp nhận trực tuyến', 'hồ sơ trực tuyến', 'qua mạng'],
  post: [
    'qua bưu chính công ích',
    'bưu chính công ích',
    'qua dịch vụ bưu chính công ích',
    'dịch vụ bưu chính công ích',
    'tiếp nhận qua bưu chính công ích',
    'qua bưu điện',
    'bcci',
  ],
};

const CHANNEL_OF = new Map(
  Object.entries(CHANNELS).flatMap(([channel, texts]) => texts.map((text) => [text, channel as PageChannel] as const)),
);

/** The channel that a folded text names, or null. */
export function channel(text: string): PageChannel | null {
  return CHANNEL_OF.get(text) ?? null;
}
