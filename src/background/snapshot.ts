import { vietnameseWords } from 'page-reader';
import type { CueText, Snapshot } from '../messages/requests.ts';
import { overlayTexts } from '../platform/texts/overlay.ts';
import { packById } from '../rules/index.ts';
import { assistedSteps, finishCues, momentCues } from './cues.ts';
import { viewDesk, viewDeskIn } from './desk-keeper.ts';
import { knownProcedures, packOf, procedureNames } from './house-rules.ts';
import { portalOf } from './portals.ts';
import { restingOn } from './resting-rules.ts';
import type { RequestContext, Services } from './services.ts';
import { readFolded, readLanguage, readPageKinds } from './settings.ts';

/** The pack whose steps are shown while an official helps a citizen file. */
const ASSISTED_FILING = 'giup-nop-ho-so';

/** Everything the overlay needs on one site, in one answer. Rejects with `RequestError` where it was switched off. */
export async function snapshot(services: Services, context: RequestContext): Promise<Snapshot> {
  const portal = await portalOf(services, context);
  const language = await readLanguage();
  return {
    language,
    texts: overlayTexts[language],
    words: vietnameseWords,
    names: procedureNames,
    portal,
    cues: momentCues(packOf(portal), language),
    assisted: assistedSteps(packById(ASSISTED_FILING), language),
    procedures: knownProcedures,
    pageKinds: await readPageKinds(),
    folded: await readFolded(context.host),
    rulesOff: await restingOn(context.host, services.now()),
    desk: await viewDeskIn(services, context),
  };
}

/** The cues of the finish that is asked now, as the pack of this host has them. */
export async function cuesAsked(services: Services, context: RequestContext): Promise<readonly CueText[]> {
  const { finish } = await viewDesk(services, context.profile);
  if (finish === null) return [];
  return finishCues(packOf(await portalOf(services, context)), finish, await readLanguage());
}
