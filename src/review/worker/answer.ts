import * as v from 'valibot';
import { GROUP_FLOOR } from '../store/schema.ts';
import {
  MOST_FILES,
  type Reply,
  type Requests,
  type RequestType,
  type WorkerFault,
  type WorkerRequest,
} from './requests.ts';

/** Exactly one handler per request type. */
export type Handlers = {
  readonly [K in RequestType]: (body: Requests[K]['body']) => Promise<Requests[K]['value']>;
};

/** A handler's own refusal, e.g. "nothing is staged". */
export class RequestRefused extends Error {
  readonly code: WorkerFault['code'];

  constructor(code: WorkerFault['code'], message: string) {
    super(message);
    this.name = 'RequestRefused';
    this.code = code;
  }
}

const fileId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{43}=$/, 'not a SHA-256 in base64'));

const BODIES: { readonly [K in RequestType]: v.GenericSchema<unknown, Requests[K]['body']> } = {
  overview: v.null(),
  stage: v.strictObject({ files: v.pipe(v.array(v.instance(File)), v.maxLength(MOST_FILES)) }),
  stop: v.null(),
  accept: v.strictObject({ remove: v.array(fileId) }),
  discard: v.null(),
  saveSettings: v.strictObject({
    officeSize: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000))),
    minGroup: v.pipe(v.number(), v.integer(), v.minValue(GROUP_FLOOR), v.maxValue(1000)),
  }),
  remove: v.strictObject({ file: fileId }),
  removeUnchecked: v.null(),
  removeAll: v.null(),
  report: v.null(),
};

const requestSchema = v.object({
  id: v.number(),
  type: v.picklist(Object.keys(BODIES) as RequestType[]),
  body: v.unknown(),
});

/** Answers one message of the page; null for what is no request. Never rejects: no failure passes for a success. */
export async function answer(handlers: Handlers, message: unknown): Promise<Reply<unknown> | null> {
  const request = v.safeParse(requestSchema, message);
  if (!request.success) return null;
  const { id, type } = request.output;
  const body = v.safeParse(BODIES[type], request.output.body);
  if (!body.success) {
    return { id, ok: false, error: { code: 'bad-message', detail: `${type}: ${v.summarize(body.issues)}` } };
  }
  try {
    return { id, ok: true, value: await dispatch(handlers, { id, type, body: body.output }) };
  } catch (error) {
    return { id, ok: false, error: faultOf(error) };
  }
}

function dispatch<T extends RequestType>(handlers: Handlers, { type, body }: WorkerRequest<T>) {
  return handlers[type](body);
}

function faultOf(error: unknown): WorkerFault {
  if (error instanceof RequestRefused) return { code: error.code, detail: error.message };
  if (!(error instanceof Error)) return { code: 'internal', detail: String(error) };
  const detail = `${error.name}: ${error.message}`;
  if (error.name === 'VersionError') return { code: 'newer-version', detail };
  // A quota is named; a disk that is really full comes from Chromium with the file system's own words.
  if (error.name === 'QuotaExceededError' || /NO_SPACE|no space|disk (is )?full/i.test(error.message)) {
    return { code: 'storage-full', detail };
  }
  return { code: error instanceof DOMException ? 'storage-refused' : 'internal', detail };
}
