import type { PageContext } from 'page-reader';
import { portalForHost } from '../../../src/rules/portals/index.ts';
import { procedures } from '../../../src/rules/procedures/index.ts';
import type { CorpusState } from './state.ts';

/** What the reader is told besides the page: the shipped profile of the state's host and the shipped table. */
export function contextOf({ url }: CorpusState): PageContext {
  return {
    url,
    profile: portalForHost(new URL(url).hostname),
    procedures: procedures.map(({ code, name }) => ({ code, name })),
  };
}
