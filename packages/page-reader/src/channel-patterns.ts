import type { PageChannel } from './page-facts.ts';

/** How offices word the way a dossier came: folded texts, whole; a longer text is somebody's sentence. */
export type ChannelPatterns = Readonly<Record<PageChannel, string>>;

const WAY = '^(?:(?:hồ sơ|công dân|nộp|gửi|tiếp nhận|nhận|từ|qua|tại|bằng|hình thức|dịch vụ|hệ thống|kênh) )*';
const DESK =
  '(?:quầy|một cửa|bộ phận|trung tâm|trụ sở|nơi tiếp nhận|ubnd)(?: (?:một cửa|tiếp nhận|trả kết quả|và|tn&tkq|hành chính công|phục vụ hành chính công|xã|phường|cơ quan))*';
const GATE =
  '\\(?(?:cổng )?(?:dịch vụ công|dvc|dvcqg|vneid)(?: trực tuyến)?(?: quốc gia| của tỉnh| tỉnh| thành phố)?\\)?';

export const CHANNEL_PATTERNS: ChannelPatterns = {
  direct: `${WAY}(?:(?:trực tiếp|một cửa)(?: tại ${DESK})?|${DESK})(?: số \\d+)?$`,
  online: `${WAY}(?:(?:trực tuyến|mạng|internet|online)(?: toàn trình| một phần)?(?:(?: qua| trên| từ)? ${GATE})?|${GATE})$`,
  post: `${WAY}(?:đường )?(?:bưu chính|bưu điện|bcci|vnpost)(?: công ích)?(?: \\(bcci\\))?$`,
};
