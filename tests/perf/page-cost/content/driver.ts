import { driver } from 'driver.js';
import { anchor, TEXT, TITLE } from './smallest.ts';

driver().highlight({ element: anchor(), popover: { title: TITLE, description: TEXT } });
