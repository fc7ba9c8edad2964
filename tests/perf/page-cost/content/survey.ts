import { Model } from 'survey-core';
import { renderSurvey } from 'survey-js-ui';
import { CHOICES, TITLE } from './smallest.ts';

const place = document.createElement('div');
place.id = 'survey-place';
place.style.cssText = 'position:fixed;right:0;bottom:0;width:320px;z-index:2147483647';
document.documentElement.append(place);
renderSurvey(new Model({ elements: [{ type: 'checkbox', name: 'kept', title: TITLE, choices: CHOICES }] }), place);
