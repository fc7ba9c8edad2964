import '../../ui/tokens.css';
import '../../ui/button.css';
import './practice.css';
import './opencps/opencps.css';
import { render } from 'preact';
import { RuntimeLink } from '../../content/runtime-link.ts';
import { runtime } from '../../platform/browser.ts';
import { PracticeDesk } from './practice-desk.tsx';

const root = document.getElementById('root');
if (root) render(<PracticeDesk link={new RuntimeLink({ runtime })} />, root);
