import type { Reply, Requests, RequestType, WorkerEvent, WorkerFault, WorkerRequest } from './worker/requests.ts';

/** Thrown where the worker says no; `code` picks the sentence that is shown. */
export class WorkerRefusal extends Error {
  readonly code: WorkerFault['code'];

  constructor({ code, detail }: WorkerFault) {
    super(detail);
    this.name = 'WorkerRefusal';
    this.code = code;
  }
}

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: WorkerRefusal) => void;
}

/** What the link needs of a worker. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'addEventListener'>;

/** The page's end of the wire to its worker: questions with answers, and events. */
export class WorkerLink {
  readonly #worker: WorkerLike;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;

  constructor(worker: WorkerLike, onEvent: (event: WorkerEvent) => void) {
    this.#worker = worker;
    worker.addEventListener('message', ({ data }: MessageEvent<WorkerEvent | Reply<never>>) => {
      if ('event' in data) onEvent(data);
      else this.#settle(data);
    });
    worker.addEventListener('error', (event) => this.#fail(event.message));
  }

  /** Rejects with `WorkerRefusal`. */
  ask<T extends RequestType>(type: T, body: Requests[T]['body']): Promise<Requests[T]['value']> {
    this.#last += 1;
    const request: WorkerRequest<T> = { id: this.#last, type, body };
    return new Promise((resolve, reject) => {
      this.#waiting.set(request.id, { resolve, reject });
      this.#worker.postMessage(request);
    });
  }

  #settle(reply: Reply<never>): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if (reply.ok) waiting?.resolve(reply.value);
    else waiting?.reject(new WorkerRefusal(reply.error));
  }

  /** The worker itself broke: nobody is left waiting. */
  #fail(detail: string): void {
    for (const { reject } of this.#waiting.values()) reject(new WorkerRefusal({ code: 'internal', detail }));
    this.#waiting.clear();
  }
}
