import { render } from 'preact';
import { HandoverPage } from './handover-page.tsx';

const root = document.getElementById('root');
if (root) render(<HandoverPage />, root);
