/** Text made safe for an HTML page. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

export interface PageParts {
  readonly title: string;
  /** Markup of the head, after charset and title. */
  readonly head?: string;
  readonly body: string;
}

/** A whole HTML page in Vietnamese. */
export function htmlPage({ title, head = '', body }: PageParts): string {
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">${head}</head>
<body>${body}</body></html>`;
}

/** A data block: JSON that no parser takes for markup. */
export function dataBlock(id: string, data: unknown): string {
  return `<script type="application/json" id="${id}">${JSON.stringify(data).replace(/</g, '\\u003c')}</script>`;
}
