// @ts-check
// The first checklist, in ten lines: a pack, the facts of the moment, the cues to show.
import { parsePack, selectCues, textIn } from 'checklist-core';
import pack from './hospital-reception.pack.json' with { type: 'json' };

const parsed = parsePack(pack, ['en']);
if (!parsed.ok) throw new Error(parsed.faults.map(({ path, message }) => `${path} ${message}`).join('\n'));
const { shown } = selectCues(parsed.pack, 'triage', { painScore: 8 });
for (const cue of shown) console.log(textIn(cue.text, 'en'));

// prints:
// Greet, and say your name
// Ask for the name and date of birth
// Call a nurse now
