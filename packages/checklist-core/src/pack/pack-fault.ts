import type * as v from 'valibot';
import type { CodedFault, FaultValues } from '../text/fault.ts';
import { characterCount } from './character-count.ts';
import { type PackFaultCode, packFaultWords } from './pack-fault-words.ts';

export type PathPart = string | number;

/** A fault in a pack or overlay. Its path is a JSON pointer (RFC 6901), e.g. `/cues/3/when/of/0/op`; empty for the whole. */
export type PackFault = CodedFault<PackFaultCode>;

export function faultAt(path: readonly PathPart[], code: PackFaultCode, values: FaultValues = {}): PackFault {
  return { path: pointer(path), message: packFaultWords[code](values), code, values };
}

/** RFC 6901. */
export function pointer(path: readonly PathPart[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** What schema issues mean to whoever wrote the file: one fault a place, the first, for the others follow from it. */
export function faultsOf(issues: readonly v.BaseIssue<unknown>[]): PackFault[] {
  const byPath = new Map<string, PackFault>();
  for (const issue of issues) {
    const fault = faultOf(issue);
    if (!byPath.has(fault.path)) byPath.set(fault.path, fault);
  }
  return [...byPath.values()];
}

function faultOf(issue: v.BaseIssue<unknown>): PackFault {
  const path = (issue.path ?? []).map((item) => (typeof item.key === 'number' ? item.key : String(item.key)));
  if (issue.type === 'strict_object' && issue.expected === 'never') return faultAt(path, 'unknown-key');
  if (issue.type === 'strict_object' && issue.received === 'undefined') return faultAt(path, 'missing');
  // Where another schema gives a sentence, ours gives a code, with its limit if it has one: `too-long:500`.
  const [code = '', limit] = issue.message.split(':', 2);
  if (!isCode(code)) {
    const expected = (issue.expected ?? 'another value').replace(/[()]/g, '');
    return faultAt(path, 'unexpected', { expected, found: issue.received });
  }
  return faultAt(path, code, limit === undefined ? {} : { limit: Number(limit), found: sizeOf(issue.input) });
}

function isCode(text: string): text is PackFaultCode {
  return Object.hasOwn(packFaultWords, text);
}

function sizeOf(input: unknown): number {
  if (typeof input === 'string') return characterCount(input);
  return Array.isArray(input) ? input.length : 0;
}
