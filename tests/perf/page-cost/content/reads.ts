import { readPage } from 'page-reader';
import { pageNode } from 'page-reader/dom';

/*
 * What reading a dossier's page by its labels costs, and nothing else: once, without waiting for anything, without looking again,
 * listening or asking; what was read is said in one line.
 */
const { facts } = readPage(pageNode(document.body), { url: window.location.href, profile: null, procedures: [] });
if (facts?.due === undefined) throw new Error('the page was not read');
const host = document.createElement('reads-once');
host.attachShadow({ mode: 'closed' }).textContent = facts.due;
document.documentElement.append(host);
