import type { PageChannel } from '../page-facts.ts';

/** Folded texts that name a channel, whole: a longer text is somebody's sentence. */
const CHANNELS: readonly (readonly [PageChannel, RegExp])[] = [
  [
    'direct',
    /^(?:(?:hồ sơ |nộp |tiếp nhận |nộp hồ sơ )?(?:trực tiếp|tại quầy|một cửa)|(?:nộp |trực tiếp |nộp trực tiếp )?tại (?:bộ phận|trung tâm|quầy) (?:một cửa|tiếp nhận(?: và trả kết quả)?|hành chính công|phục vụ hành chính công))$/,
  ],
  [
    'online',
    /^(?:(?:hồ sơ |nộp |tiếp nhận |nộp hồ sơ |hồ sơ nộp )?(?:trực tuyến|qua mạng|online)|(?:qua |từ |nộp qua )?cổng (?:dịch vụ công|dvc)(?: quốc gia)?)$/,
  ],
  ['post', /^(?:hồ sơ |nộp |tiếp nhận |nộp hồ sơ )?(?:qua )?(?:dịch vụ )?(?:bưu chính(?: công ích)?|bưu điện|bcci)$/],
];

/** The channel that a folded text names, or null. */
export function channel(text: string): PageChannel | null {
  if (text.length > 60) return null;
  return CHANNELS.find(([, texts]) => texts.test(text))?.[0] ?? null;
}
