import { type BuiltReport, buildReport, type Report } from 'checklist-core/report';
import type { ReviewStore } from '../store/review-store.ts';
import { tallyFiles } from './tally-files.ts';

/**
 * The figures of everything that was accepted. To make them is to show them: what they told is remembered first, so that
 * no later report and this one together tell about too few people. Without the size of the office there is nothing about
 * conduct, hence nothing to remember.
 */
export async function makeReport(store: ReviewStore): Promise<Report> {
  const [{ officeSize, minGroup }, releases] = await Promise.all([store.settings(), store.releases()]);
  const released = releases.map(({ output }) => output);
  const built = buildReport(await tallyFiles(store), { minGroup, officeSize, by: ['week', 'month'], released });
  if (officeSize === null) return { ...built.report, conduct: null };
  const { report, release } = built;
  if (report.conduct !== null) await store.saveRelease({ id: await digestOf(release), output: release });
  return report;
}

/** The same release has the same name, so that looking twice is remembered once. */
async function digestOf(release: BuiltReport['release']): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(release));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return btoa(String.fromCharCode(...digest));
}
