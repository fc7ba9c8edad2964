import { folded } from 'page-reader';

/** What stands on a page, hidden or not, and the parts of it whose changes the document does not tell. */
export interface PageText {
  /** Folded. */
  readonly text: string;
  readonly roots: readonly Node[];
}

/** Elements that nobody gives a shadow root, and those that get one only while there is nothing else in them. */
const PLAIN =
  'a,b,br,button,col,colgroup,dd,dl,dt,em,fieldset,footer,form,h1,h2,h3,h4,h5,header,hr,i,img,input,label,legend,li,link,main,' +
  'nav,ol,optgroup,option,p,path,script,select,small,strong,style,sup,svg,table,tbody,td,textarea,tfoot,th,thead,tr,u,ul,use,' +
  ':is(article,aside,div,section,span):not(:empty)';
/** All in one selector: what is left is few, and each that we look at costs the page something. */
const MAY_HOLD_MORE = `:not(${PLAIN})`;

/** The text of a page: its body, open shadow roots and frames of the same site included. */
export function pageText({ body }: Document): PageText {
  if (body === null) return { text: '', roots: [] };
  const roots = rootsBelow(body);
  return { text: folded([body, ...roots].map(textOf).join(' ')), roots };
}

function rootsBelow(element: ParentNode): readonly Node[] {
  const found: Node[] = [];
  for (const each of element.querySelectorAll(MAY_HOLD_MORE)) {
    const root = each.shadowRoot ?? (each.localName === 'iframe' ? documentIn(each as HTMLIFrameElement) : null);
    if (root !== null) found.push(root, ...rootsBelow(root));
  }
  return found;
}

/** A browser makes a whole world of its own for whoever looks into a frame: not into one that is blank or another site's. */
function documentIn(frame: HTMLIFrameElement): Document | null {
  const isOfSameSite = frame.hasAttribute('srcdoc') || frame.src.startsWith(`${window.location.origin}/`);
  return isOfSameSite ? frame.contentDocument : null;
}

/** A document has no text of its own. */
function textOf(root: Node): string {
  return root.textContent ?? (root as Document).body?.textContent ?? '';
}
