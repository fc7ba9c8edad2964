/** Where every host of the practice portal serves its page of frames. */
export const FRAMES_PATH = '/khung';
