import type * as v from 'valibot';
import type { Fault } from '../text/fault.ts';

export type PathPart = string | number;

/** A fault at a place in a pack; the path becomes a JSON pointer (RFC 6901), e.g. `/cues/3/when/of/0/op`. */
export function faultAt(path: readonly PathPart[], message: string): Fault {
  return { path: pointer(path), message };
}

function pointer(path: readonly PathPart[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** Says what a schema issue means to whoever wrote the file. */
export function faultOf(issue: v.BaseIssue<unknown>): Fault {
  const path = (issue.path ?? []).map((item) => (typeof item.key === 'number' ? item.key : String(item.key)));
  return faultAt(path, sentence(issue));
}

function sentence(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'strict_object' && issue.expected === 'never') return 'unknown key';
  if (issue.type === 'strict_object' && issue.received === 'undefined') return 'is missing';
  // Our own messages start in lower case; the library's are built from `expected`.
  if (issue.message.startsWith('Invalid'))
    return `expected ${issue.expected ?? 'another value'}, found ${issue.received}`;
  return issue.message;
}
