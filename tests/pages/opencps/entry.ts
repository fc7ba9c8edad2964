import './page.css';
import '../../../src/training/practice/opencps/opencps.css';
import { mountOpenCps } from '../../../src/training/practice/opencps/mount.ts';
import { pageClock, pageData, pageDesk, pageSwitches } from '../page-data.ts';
import { applyVariant } from './variants.ts';

const ROOT = 'portlet';

/** Mounts the portal afresh into whatever body the document has now. */
function mount(): () => void {
  const data = pageData();
  const { slow, answer, fails } = pageSwitches();
  const found = document.getElementById(ROOT);
  if (found === null) throw new Error('The page has no place for the portal.');
  return mountOpenCps(found, { desk: pageDesk(data), now: pageClock(data), slow, answer: () => answer, fails });
}

applyVariant(pageSwitches().variant, mount);
