import type { PageChannel } from '../page-facts.ts';

const WAY = '^(?:(?:hồ sơ|công dân|nộp|gửi|tiếp nhận|nhận|từ|qua|tại|bằng|hình thức|dịch vụ|hệ thống|kênh) )*';
const DESK =
  '(?:quầy|một cửa|bộ phận|trung tâm|trụ sở|nơi tiếp nhận|ubnd)(?: (?:một cửa|tiếp nhận|trả kết quả|và|tn&tkq|hành chính công|phục vụ hành chính công|xã|phường|cơ quan))*';
const GATE =
  '\\(?(?:cổng )?(?:dịch vụ công|dvc|dvcqg|vneid)(?: trực tuyến)?(?: quốc gia| của tỉnh| tỉnh| thành phố)?\\)?';

/** Folded texts that name a channel, whole: a longer text is somebody's sentence. */
const CHANNELS: readonly (readonly [PageChannel, RegExp])[] = [
  ['direct', new RegExp(`${WAY}(?:(?:trực tiếp|một cửa)(?: tại ${DESK})?|${DESK})(?: số \\d+)?$`)],
  [
    'online',
    new RegExp(
      `${WAY}(?:(?:trực tuyến|mạng|internet|online)(?: toàn trình| một phần)?(?:(?: qua| trên| từ)? ${GATE})?|${GATE})$`,
    ),
  ],
  ['post', new RegExp(`${WAY}(?:đường )?(?:bưu chính|bưu điện|bcci|vnpost)(?: công ích)?(?: \\(bcci\\))?$`)],
];

/** No channel is without one of these. Asked first: the expressions take long to compile, and most texts name none. */
const HINT =
  /trực t|trụ sở|trung tâm|quầy|một cửa|bộ phận|nơi tiếp nhận|ubnd|mạng|internet|online|dịch vụ công|dvc|vneid|bưu|bcci|vnpost/;

/** The channel that a folded text names, or null. */
export function channel(text: string): PageChannel | null {
  if (text.length > 60 || !HINT.test(text)) return null;
  return CHANNELS.find(([, texts]) => texts.test(text))?.[0] ?? null;
}
