import { useEffect, useRef, useState } from 'preact/hooks';
import type { HandoverChoice } from '../../messages/requests.ts';
import { ask } from '../background.ts';
import { digestOf, type FileDigest } from './file-digest.ts';
import { readFile } from './read-file.ts';

/** A file as it would be given, and what a reader gets out of it. */
export interface ReadyDraft {
  readonly kind: 'ready';
  readonly text: string;
  readonly digest: FileDigest;
}

export type Draft = ReadyDraft | { readonly kind: 'preparing' | 'empty' | 'fault' };

export interface DraftHandle {
  readonly draft: Draft;
  /** Has the same choice prepared again. */
  readonly prepareAgain: () => void;
}

/** Has the file for a choice prepared, anew with every change of it; null chooses nothing. */
export function useDraft(choice: HandoverChoice | null): DraftHandle {
  const [draft, setDraft] = useState<Draft>({ kind: 'preparing' });
  const [round, setRound] = useState(0);
  const turn = useRef(0);

  useEffect(() => {
    turn.current += 1;
    const mine = turn.current;
    setDraft({ kind: choice === null ? 'empty' : 'preparing' });
    if (choice === null) return;
    void prepare(choice).then((prepared) => {
      // A slower, older answer must not overwrite a newer one.
      if (mine === turn.current) setDraft(prepared);
    });
  }, [JSON.stringify(choice), round]);

  return { draft, prepareAgain: () => setRound((before) => before + 1) };
}

async function prepare(choice: HandoverChoice): Promise<Draft> {
  const reply = await ask('prepareHandover', choice);
  if (reply.ok && reply.value === null) return { kind: 'empty' };
  const read = reply.ok && reply.value !== null ? await readFile(reply.value.text) : null;
  if (!reply.ok || reply.value === null || read === null) {
    console.warn('hand-over: not prepared', reply.ok ? 'the file does not verify' : reply.error);
    return { kind: 'fault' };
  }
  return { kind: 'ready', text: reply.value.text, digest: digestOf(read) };
}
