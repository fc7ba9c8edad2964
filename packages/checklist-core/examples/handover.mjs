// @ts-check
// A hand-over: the part of a journal that its official chose to give. The reader needs no trust and no network.
import { statedConduct, verifyHandover, writeHandover } from 'checklist-core/handover';
import { createLogKey, emptyRange, newEntryId, newLogOrigin, sealEntry, webCryptoSigner } from 'checklist-core/journal';

/** @param {number} length */
const random = (length) => crypto.getRandomValues(new Uint8Array(length));

/** @param {string} day @param {string[]} missed @returns {import('checklist-core/journal').Entry} */
const finish = (day, missed) => ({
  service: {
    kind: 'finish',
    day,
    half: 'am',
    pack: 'hospital-reception@1.0.0',
    pausePoint: 'triage',
    outcome: 'received',
    group: null,
    channel: 'direct',
    onTime: null,
    practice: false,
    of: null,
  },
  conduct: { rules: ['say-who-you-are'], cues: ['greet'], missed, skipped: false },
  private: { at: `${day}T08:12:41`, procedure: null },
});

const entries = [finish('2026-03-09', []), finish('2026-03-10', ['greet']), finish('2026-03-11', [])];
const sealed = entries.map((entry) => sealEntry(entry, newEntryId(random), random));
const period = { from: '2026-03-09', to: '2026-03-15' };
const origin = newLogOrigin(random);
const signer = await webCryptoSigner(origin, await createLogKey());

const lines = writeHandover(
  {
    origin,
    author: newEntryId(random),
    name: null,
    period,
    before: emptyRange(),
    // Conduct goes as sums; only the service class of each entry is opened.
    stated: statedConduct(
      entries.map((entry, index) => ({ ...entry, id: sealed[index]?.leaf.id ?? '' })),
      period,
      () => ['say-who-you-are'],
    ),
    later: null,
    proofs: [],
    leaves: sealed.map(({ leaf, disclosures: { s } }) => ({ leaf, open: s === undefined ? [] : [s] })),
  },
  signer,
);
let file = '';
for await (const line of lines) file += line;

/** @param {string} text */
const verdictOn = (text) => verifyHandover([new TextEncoder().encode(text)]);

const whole = await verdictOn(file);
console.log('whole:', whole.ok && whole.handover.header.stated?.rules['say-who-you-are']);
console.log('private parts in it:', file.includes('08:12'));

// Somebody takes the second leaf away.
const cut = file.split('\n');
cut.splice(2, 1);
const tampered = await verdictOn(cut.join('\n'));
if (!tampered.ok) for (const { kind, line } of tampered.faults) console.log('tampered:', kind, 'in line', line);

// prints:
// whole: { missed: 1, of: 3 }
// private parts in it: false
// tampered: gap in line 3
