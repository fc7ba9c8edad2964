/*
 * What its own boot script does before the page part runs: it writes into the page where the other parts are. The
 * sidebar lives in a frame of another process and is left empty, which is in its favour.
 */
function link(rel: string, type: string, href: string): void {
  const made = document.createElement('link');
  Object.assign(made, { rel, type, href });
  document.head.append(made);
}

for (const rel of ['sidebar', 'notebook', 'profile']) {
  link(rel, 'application/annotator+html', 'https://sidebar.example/empty');
}
link('hypothesis-client', 'application/annotator+javascript', '/build/boot.js');

const style = document.createElement('link');
Object.assign(style, { rel: 'preload', as: 'style', crossOrigin: 'anonymous', href: '/build/styles/annotator.css' });
document.head.append(style);

export {};
