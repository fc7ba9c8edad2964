import type { Box } from './overlay.ts';

/**
 * In the page: a field that has the focus, or a button, at a place in a shadow root or a frame over everything. `height`: of
 * what is in the frame, in CSS pixels.
 */
export function addPart([kind, tag, at, height]: readonly [
  'open' | 'closed' | 'frame',
  'input' | 'button',
  Box,
  number?,
]): void {
  const around = document.createElement(kind === 'frame' ? 'iframe' : 'mot-phan');
  around.style.cssText = 'position: fixed; inset: 0; z-index: 99999; width: 100%; height: 100%; border: 0';
  document.body.append(around);
  const part = document.createElement(tag);
  part.style.cssText = `position: absolute; left: ${at.x}px; top: ${at.y}px; width: ${at.width}px; height: ${at.height}px`;
  const fill = (root: Node) => {
    root.appendChild(part);
    if (tag === 'input') part.focus();
  };
  if (!(around instanceof HTMLIFrameElement)) {
    fill(around.attachShadow({ mode: kind === 'closed' ? 'closed' : 'open' }));
    return;
  }
  around.srcdoc = `<body style="height: ${height ?? 0}px"></body>`;
  around.onload = () => fill(around.contentDocument?.body as Node);
}
