import Shepherd from 'shepherd.js';
import { anchor, TEXT } from './smallest.ts';

const tour = new Shepherd.Tour({ defaultStepOptions: {} });
tour.addStep({ text: TEXT, attachTo: { element: anchor(), on: 'bottom' } });
void tour.start();
