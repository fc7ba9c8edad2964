import './hypothesis-links.ts';
import 'hypothesis/build/scripts/annotator.bundle.js';
