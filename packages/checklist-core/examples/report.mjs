// @ts-check
// A report over the hand-overs of six officials, all invented: a figure of conduct stands for five people or is withheld.
import { statedConduct, verifyHandover, writeHandover } from 'checklist-core/handover';
import { createLogKey, emptyRange, newEntryId, newLogOrigin, sealEntry, webCryptoSigner } from 'checklist-core/journal';
import { buildReport, Tally } from 'checklist-core/report';

/** @param {number} length */
const random = (length) => crypto.getRandomValues(new Uint8Array(length));

/** Which rules each cue serves; a pack says so. */
const RULES = { greet: 'say-who-you-are', 'call-nurse': 'pain-is-urgent' };
/** @param {string} cue */
const rulesOf = (cue) => Object.entries(RULES).flatMap(([id, rule]) => (id === cue ? [rule] : []));

/** @param {string} day @param {string[]} cues @param {string[]} missed @returns {import('checklist-core/journal').Entry} */
const finish = (day, cues, missed) => ({
  service: {
    kind: 'finish',
    day,
    half: 'am',
    pack: 'hospital-reception@1.0.0',
    pausePoint: 'triage',
    outcome: 'returned',
    group: null,
    channel: 'direct',
    onTime: 'on-time',
    practice: false,
    of: null,
  },
  conduct: { rules: cues.flatMap(rulesOf), cues, missed, skipped: false },
  private: { at: `${day}T08:12:41`, procedure: null },
});

/** @param {import('checklist-core/journal').Entry[]} entries */
async function handoverOf(entries) {
  const origin = newLogOrigin(random);
  const period = { from: '2026-03-09', to: '2026-03-15' };
  const sealed = entries.map((entry) => sealEntry(entry, newEntryId(random), random));
  const stated = statedConduct(
    entries.map((entry, index) => ({ ...entry, id: sealed[index]?.leaf.id ?? '' })),
    period,
    rulesOf,
  );
  const leaves = sealed.map(({ leaf, disclosures: { s } }) => ({ leaf, open: s === undefined ? [] : [s] }));
  const content = { origin, author: newEntryId(random), name: null, period, before: emptyRange(), stated, leaves };
  let file = '';
  const signer = await webCryptoSigner(origin, await createLogKey());
  for await (const line of writeHandover({ ...content, later: null, proofs: [] }, signer)) file += line;
  return new TextEncoder().encode(file);
}

// Everybody greets, two people missed it once; only two of the six ever had to call a nurse.
const tally = new Tally();
for (const person of [1, 2, 3, 4, 5, 6]) {
  const cues = person <= 2 ? ['greet', 'call-nurse'] : ['greet'];
  const missed = person >= 5 ? ['greet'] : [];
  const file = await handoverOf([
    finish('2026-03-09', cues, missed),
    finish('2026-03-10', ['greet'], []),
    finish('2026-03-11', ['greet'], []),
  ]);
  /** @type {import('checklist-core/report').HandoverTally | undefined} */
  let counting;
  const verdict = await verifyHandover([file], {
    onHeader: (header) => {
      counting = tally.begin(header);
    },
    onEntry: (entry) => counting?.add(entry),
  });
  // Nothing counts before the whole file is verified.
  if (verdict.ok) counting?.commit(verdict.handover);
  else counting?.drop();
}

const { report } = buildReport(tally, { officeSize: 7, by: ['month'] });
const { coverage, service, conduct } = report;
console.log(`${coverage.authors} of ${coverage.officials} officials, ${coverage.entries} entries`);
const { onTime } = service.total;
if (onTime !== null) console.log('on time:', onTime.onTime, 'of', onTime.n);
for (const { rule, total } of conduct?.rules ?? []) {
  console.log(
    `${rule}:`,
    total.state === 'shown' ? `kept ${total.of - total.missed} of ${total.of} times` : total.state,
  );
}
console.log(report.notes.join(', '));

// prints:
// 6 of 7 officials, 18 entries
// on time: 18 of 18
// pain-is-urgent: withheld
// say-who-you-are: kept 16 of 18 times
// min-group, self-logged, stated
