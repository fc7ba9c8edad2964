import { defineTexts } from '../i18n.ts';

/** What the overlay can say before it was told anything, its own texts included: a browser may refuse to store at all. */
export const firstWords = defineTexts({
  vi: {
    region: 'Thân Thiện',
    open: 'Mở Thân Thiện',
    faultFull: 'Chưa ghi được vì ổ đĩa đầy. Hồ sơ trên hệ thống không bị ảnh hưởng.',
    faultRefused: 'Trình duyệt chưa cho ghi trên máy này. Hồ sơ trên hệ thống không bị ảnh hưởng.',
  },
  en: {
    region: 'Thân Thiện',
    open: 'Open Thân Thiện',
    faultFull: 'Not saved: the disk is full. The dossier in the system is not affected.',
    faultRefused: 'Not saved: the browser refuses to store. The dossier in the system is not affected.',
  },
});
