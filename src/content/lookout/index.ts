import { ownApi } from '../own-api.ts';
import { isPosted, post, unpost } from '../relief.ts';
import { RuntimeLink } from '../runtime-link.ts';
import { Lookout } from './lookout.ts';

// One lookout a tab: the top document, and only a page that is shown as HTML.
if (window.top === window && document.contentType.endsWith('html') && !isPosted()) {
  const lookout = new Lookout(window, new RuntimeLink(ownApi()), unpost);
  post(lookout);
  lookout.start();
}
