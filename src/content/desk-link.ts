import type { Broadcast, DeskRequests, WireError } from '../messages/requests.ts';

/** What can go wrong on the way: the background's own words, or that nobody is there to answer. */
export type LinkError = WireError | { readonly code: 'unreachable' | 'orphaned'; readonly detail: string };

export type LinkReply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: LinkError };

/**
 * The overlay's way to the background. Two implementations: the extension's runtime, and the practice desk,
 * which lives in our own origin.
 */
export interface DeskLink {
  /** Sends one request. Never rejects: whatever breaks comes back as an error with a code. */
  request<T extends keyof DeskRequests>(
    type: T,
    body: DeskRequests[T]['body'],
  ): Promise<LinkReply<DeskRequests[T]['value']>>;
  /** Hears what the background tells every surface; where there is a signal, until it is aborted. */
  onBroadcast(listener: (broadcast: Broadcast) => void, signal?: AbortSignal): void;
  /** False once the extension was updated, reloaded or removed under this page: nothing can be sent any more. */
  alive(): boolean;
}
