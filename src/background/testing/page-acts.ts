import { newEntryId } from 'checklist-core/journal';
import type { DeskRequests } from '../../messages/requests.ts';
import * as events from '../page-events.ts';
import type { RequestContext, Services } from '../services.ts';

type BodyOf<T extends 'press' | 'settle'> = Omit<DeskRequests[T]['body'], 'id'>;

export const newId = () => newEntryId((length) => crypto.getRandomValues(new Uint8Array(length)));

/** What happens on pages, each time for the first time. */
export const citizenWaits = (services: Services, context: RequestContext) =>
  events.citizenWaits(services, context, { id: newId() });
export const press = (services: Services, context: RequestContext, body: BodyOf<'press'>) =>
  events.press(services, context, { id: newId(), ...body });
export const settle = (services: Services, context: RequestContext, body: BodyOf<'settle'>) =>
  events.settle(services, context, { id: newId(), ...body });
