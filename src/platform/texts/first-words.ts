/** What the overlay can say before it was told anything, its own texts included: a browser may refuse to store at all. */
export const firstWords = {
  region: 'Thân Thiện',
  open: 'Mở Thân Thiện',
  faultFull: 'Chưa ghi được vì ổ đĩa đầy. Hồ sơ trên hệ thống không bị ảnh hưởng.',
  faultRefused: 'Trình duyệt chưa cho ghi trên máy này. Hồ sơ trên hệ thống không bị ảnh hưởng.',
};

/** The same in English; by itself, because the script in every page carries the Vietnamese ones alone. */
export const firstWordsInEnglish: Readonly<Record<keyof typeof firstWords, string>> = {
  region: 'Thân Thiện',
  open: 'Open Thân Thiện',
  faultFull: 'Not saved: the disk is full. The dossier in the system is not affected.',
  faultRefused: 'Not saved: the browser refuses to store. The dossier in the system is not affected.',
};
