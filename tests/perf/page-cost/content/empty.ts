/** What any content script costs: the browser makes an isolated world for it. */
export {};
