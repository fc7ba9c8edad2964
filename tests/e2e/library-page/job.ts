import { parsePack, selectCues } from 'checklist-core';
import { createWorkingCalendar, formatMinute, parseCalendar, parseWallTime } from 'checklist-core/deadline';
import { statedConduct, verifyHandover, writeHandover } from 'checklist-core/handover';
import { createLogKey, emptyRange, newEntryId, newLogOrigin, sealEntry, webCryptoSigner } from 'checklist-core/journal';
import calendarFile from '../../../packages/checklist-core/examples/hospital-nights.calendar.json' with {
  type: 'json',
};
import packFile from '../../../packages/checklist-core/examples/hospital-reception.pack.json' with { type: 'json' };
import { inventedFinish } from '../../invented-finish.ts';

const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

/** One use of every door that has something to do outside Vietnam; the answer is the same wherever it runs. */
export async function libraryJob() {
  const parsed = parsePack(packFile, ['en']);
  const calendar = parseCalendar(calendarFile);
  const time = parseWallTime('2026-03-09T23:30');
  if (!parsed.ok || !calendar.ok || time === null) throw new Error('the example files are damaged');
  const { shown } = selectCues(parsed.pack, 'triage', { painScore: 8 });
  const due = createWorkingCalendar(calendar.value).add(time.minute, 240);
  const file = await handover();
  const [whole, tampered] = [await verdictOn(file), await verdictOn(file.replace('"n":1', '"n":2'))];
  return {
    cues: shown.map(({ id }) => id),
    due: formatMinute(due),
    whole: whole.ok,
    tampered: tampered.ok ? [] : tampered.faults.map(({ kind }) => kind),
  };
}

async function handover(): Promise<string> {
  const origin = newLogOrigin(random);
  const signer = await webCryptoSigner(origin, await createLogKey());
  const sealed = [0, 1].map(() => sealEntry(inventedFinish, newEntryId(random), random));
  const period = { from: '2026-03-09', to: '2026-03-15' };
  const content = {
    origin,
    author: newEntryId(random),
    name: null,
    period,
    before: emptyRange(),
    stated: statedConduct(
      sealed.map(({ leaf }) => ({ id: leaf.id, ...inventedFinish })),
      period,
      () => ['say-who-you-are'],
    ),
    later: null,
    proofs: [],
    leaves: sealed.map(({ leaf, disclosures: { s } }) => ({ leaf, open: s === undefined ? [] : [s] })),
  };
  let text = '';
  for await (const line of writeHandover(content, signer)) text += line;
  return text;
}

function verdictOn(text: string) {
  return verifyHandover([new TextEncoder().encode(text)]);
}
