import { getDotPath, safeParse } from 'valibot';
import { createReceiver, type Handlers } from '../messages/receive.ts';
import type { RequestMessage } from '../messages/requests.ts';
import { requestSchema } from '../messages/schemas.ts';
import type { MessageSender } from '../platform/browser.ts';
import { setMark } from '../storage/watch-store.ts';
import { admit } from './admission.ts';
import { tellAll } from './broadcast.ts';
import { countDeadlines } from './count-deadlines.ts';
import { viewDesk } from './desk-keeper.ts';
import { giveHandover, giveReceipt, withdrawHandover } from './give-handover.ts';
import { calendar, isProcedureName } from './house-rules.ts';
import { houseView } from './house-view.ts';
import { record } from './intents.ts';
import { citizenWaits, press, seePage, settle } from './page-events.ts';
import { runScript } from './page-scripts.ts';
import { peek } from './peek.ts';
import { importPortal, removePortal, setPortalEnabled, teachPortal, viewPortals } from './portals.ts';
import { prepareHandover } from './prepare-handover.ts';
import { RequestError, wireErrorOf } from './request-error.ts';
import { readRestingRules, restRule, wakeRule } from './resting-rules.ts';
import { sendOverlay } from './send-overlay.ts';
import type { RequestContext, Services } from './services.ts';
import { readLanguage, readPageKinds, writeFolded, writeLanguage, writePageKind } from './settings.ts';
import { cuesAsked, snapshot } from './snapshot.ts';

/** The listener of every request: shape, sender, then the one handler of its type. */
export function createRouter(services: Services) {
  return createReceiver<MessageSender, RequestContext>({
    parse,
    admit,
    handlers: handlersOf(services),
    wireError: wireErrorOf,
  });
}

const schema = requestSchema(isProcedureName);

function parse(message: unknown) {
  const parsed = safeParse(schema, message);
  if (parsed.success) return { ok: true, value: parsed.output } as const;
  const [issue] = parsed.issues;
  // The place and our own words; the value that did not fit may be page text and is not repeated.
  return { ok: false, detail: `${getDotPath(issue) ?? 'message'}: not as expected` } as const;
}

function handlersOf(services: Services): Handlers<RequestContext> {
  return {
    peek: async (_body, context) =>
      (await peek(services, context, await readPageKinds())) ?? sendOverlay(services, context),
    wake: (_body, context) => sendOverlay(services, context),
    bring: ({ script }, context) => runScript(services, context, script).then(nothing),
    open: (_body, context) => snapshot(services, context),
    see: ({ page }, context) => seePage(services, context, page),
    count: async (body) => countDeadlines(body, await readLanguage(), services.now()),
    waiting: (body, context) => citizenWaits(services, context, body),
    press: (body, context) => press(services, context, body),
    settle: (body, context) => settle(services, context, body),
    finishCues: (_body, context) => cuesAsked(services, context),
    record: ({ intent }, context) => record(services, context, intent),
    correctPage: (body, context) => correctPage(context, body),
    fold: ({ folded }, context) => writeFolded(context.host, folded).then(nothing),
    ruleOff: (body, context) => restHere(services, context, body),
    rulesOff: () => readRestingRules(),
    clearRuleOff: (body) => clearRule(body),
    teach: (_body, context) => runScript(services, context, 'picker').then(nothing),
    teachPortal: (body, context) => teachPortal(services, context, body).then(nothing),
    portals: () => viewPortals(services),
    importPortal: ({ text }, context) => importPortal(services, context, text),
    removePortal: ({ id }, context) => removePortal(services, context, id).then(nothing),
    setPortalEnabled: (body, context) => setPortalEnabled(services, context, body).then(nothing),
    house: (_body, context) => houseView(services, context),
    mark: (body, context) => markDossier(services, context, body),
    setLanguage: ({ language }) => changeLanguage(services, language),
    prepareHandover: (choice, { profile }) => prepareHandover(profile, choice, services.now()),
    giveHandover: ({ text }, { profile }) => giveHandover(profile, text, services.now()),
    withdrawHandover: ({ id }, { profile }) => withdrawHandover(profile, id, services.now()),
    receipt: (_body, { profile }) => giveReceipt(profile, services.now()),
    desk: (_body, { profile }) => viewDesk(services, profile),
  };
}

type BodyOf<T extends RequestMessage['type']> = Extract<RequestMessage, { readonly type: T }>['body'];

function nothing(): Record<string, never> {
  return {};
}

async function correctPage({ origin }: RequestContext, { pattern, kind }: BodyOf<'correctPage'>) {
  if (!pattern.startsWith(`${origin}/`)) throw new RequestError('not-allowed', 'a page of another site');
  await writePageKind(pattern, kind);
  tellAll({ type: 'rules' });
  return nothing();
}

/** The practice desk is no site of anybody's: there nothing is switched off. */
async function restHere(services: Services, { host, tier }: RequestContext, { rule, ms }: BodyOf<'ruleOff'>) {
  if (tier !== 'practice') await restRule({ host, rule, ms, at: services.now() });
  return nothing();
}

async function clearRule({ host, rule }: BodyOf<'clearRuleOff'>) {
  await wakeRule(host, rule);
  tellAll({ type: 'rules' });
  return nothing();
}

async function markDossier(services: Services, { profile }: RequestContext, { row, mark }: BodyOf<'mark'>) {
  const rows = await setMark(profile, row, mark, { calendar, now: services.now() });
  if (rows === null) throw new RequestError('too-late', 'this dossier is no longer on the list');
  services.dueChanged();
  services.tell(profile, { type: 'desk', desk: await viewDesk(services, profile) });
  return nothing();
}

async function changeLanguage(services: Services, language: BodyOf<'setLanguage'>['language']) {
  await writeLanguage(language);
  services.dueChanged();
  tellAll({ type: 'rules' });
  return nothing();
}
