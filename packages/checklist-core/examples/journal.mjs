// @ts-check
// A journal that shows any later change: sealed entries, an RFC 6962 tree, a signed head. Content never enters the tree.
import {
  appendLeaf,
  createLogKey,
  emptyRange,
  formatVerifierKey,
  newEntryId,
  newLogOrigin,
  openEntry,
  rootOf,
  sealEntry,
  signCheckpoint,
  verifierKeyOf,
  verifyCheckpoint,
  webCryptoSigner,
} from 'checklist-core/journal';

/** @param {number} length */
const random = (length) => crypto.getRandomValues(new Uint8Array(length));

/** @type {import('checklist-core/journal').Entry} */
const entry = {
  service: {
    kind: 'finish',
    day: '2026-03-09',
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
  conduct: { rules: ['say-who-you-are'], cues: ['greet'], missed: [], skipped: false },
  private: { at: '2026-03-09T08:12:41', procedure: null },
};

const sealed = sealEntry(entry, newEntryId(random), random);
const range = appendLeaf(emptyRange(), sealed.leafHash);

const origin = newLogOrigin(random);
const signer = await webCryptoSigner(origin, await createLogKey());
const head = await signCheckpoint({ origin, size: range.size, root: rootOf(range) }, signer);

// Whoever has the verifier key can check the head; whoever has a disclosure can open that class, and no other.
const key = verifierKeyOf(origin, signer.publicKey);
console.log('verifier key begins with the log:', formatVerifierKey(key).startsWith(`${origin}+`));
const checked = await verifyCheckpoint(head, key);
console.log('head verifies, leaves:', checked.ok && checked.value.size);
const opened = openEntry(sealed.leaf, sealed.disclosures.s === undefined ? {} : { s: sealed.disclosures.s });
console.log(
  'opened:',
  opened.ok && opened.value.service?.outcome,
  '· conduct stays closed:',
  opened.ok && opened.value.conduct,
);

// prints:
// verifier key begins with the log: true
// head verifies, leaves: 1
// opened: received · conduct stays closed: null
