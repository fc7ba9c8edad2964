// @ts-check
// A catalogue of rules, and a layer that a children's ward puts over it: all invented. No layer edits the one below.
import { currentId, selectCues, textIn } from 'checklist-core';
import { layerOf, lintSound, resolveLayers } from 'checklist-core/pack';
import ward from './hospital-children.overlay.json' with { type: 'json' };
import catalogue from './hospital-reception.pack.json' with { type: 'json' };

const resolved = resolveLayers([catalogue, ward], ['en']);
if (resolved.pack === null || resolved.written === null)
  throw new Error('the example files beside this one are damaged');
const { pack, written } = resolved;
console.log(`${pack.id}@${pack.version}`);
for (const cue of selectCues(pack, 'triage', { painScore: 8 }).shown) {
  const origin = layerOf(resolved, 'cue', cue.id);
  console.log(`  ${textIn(cue.text, 'en')} (${[origin?.from, ...(origin?.alteredBy ?? [])].join(', then ')})`);
}
// What the ward left out is dropped, not forgotten: a report still knows what older entries were about.
console.log('say-wait is now', currentId(pack, 'cue', 'say-wait'));

// The linter knows no language by itself: its words are passed in.
const words = { language: 'en', firstWords: ['greet', 'ask', 'call', 'name'], accusing: ['you failed'], innocent: [] };
const { errors, warnings } = lintSound({ ok: true, pack, written }, [words]);
console.log(errors.length, 'errors;', warnings.map(({ path, message }) => `${path} ${message}`).join('; '));

// A layer written for another version is left out; what is below it stays in force.
const outdated = { ...ward, imports: { ...ward.imports, version: '2.x' } };
const kept = resolveLayers([catalogue, outdated], ['en']);
console.log(`in force: ${kept.pack?.id}`);
for (const { id, faults } of kept.faulty) console.log(`left out: ${id}: ${faults[0]?.path} ${faults[0]?.message}`);

// prints:
// hospital-children@1.0.0
//   Greet the child first, and say your name (hospital-reception@1.0.0, then hospital-children@1.0.0)
//   Seat the child beside whoever came along (hospital-children@1.0.0)
//   Ask for the name and date of birth (hospital-reception@1.0.0)
//   Call a nurse now (hospital-reception@1.0.0)
// say-wait is now { state: 'dropped', since: '1.0.0' }
// 0 errors; /cues/1/text/en does not begin with a known verb: "Seat"
// in force: hospital-reception
// left out: hospital-children: /imports/version the pack below has version 1.0.0, not 2.x; check what changed and name it here
