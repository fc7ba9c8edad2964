import { render } from 'preact';
import { HealthPage } from './health-page.tsx';

const root = document.getElementById('root');
if (root) render(<HealthPage />, root);
