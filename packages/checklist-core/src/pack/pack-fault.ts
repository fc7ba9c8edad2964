import type * as v from 'valibot';
import type { CodedFault, FaultValues } from '../text/fault.ts';
import { characterCount } from './character-count.ts';
import type { PackFaultCode, ReadingFaultCode } from './pack-fault-code.ts';
import { packFaultWords } from './pack-fault-words.ts';

export type PathPart = string | number;

/** A fault in a pack or overlay. Its path is a JSON pointer (RFC 6901), e.g. `/cues/3/when/of/0/op`; empty for the whole. */
export type PackFault = CodedFault<PackFaultCode>;

export function faultAt(path: readonly PathPart[], code: ReadingFaultCode, values: FaultValues = {}): PackFault {
  return { path: pointer(path), message: packFaultWords[code](values), code, values };
}

/** RFC 6901. */
export function pointer(path: readonly PathPart[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** Makes a fault of a place, what a schema says about it, and the values for its sentence; null if it is no code. */
export type FaultMaker = (path: readonly PathPart[], code: string, values: FaultValues) => PackFault | null;

/** What schema issues mean to whoever wrote the file: one fault a place, the first, for the others follow from it. */
export function faultsOf(issues: readonly v.BaseIssue<unknown>[], make: FaultMaker = packFault): PackFault[] {
  const byPath = new Map<string, PackFault>();
  for (const issue of issues) {
    const fault = faultOf(issue, make);
    if (!byPath.has(fault.path)) byPath.set(fault.path, fault);
  }
  return [...byPath.values()];
}

function faultOf(issue: v.BaseIssue<unknown>, make: FaultMaker): PackFault {
  const path = (issue.path ?? []).map((item) => (typeof item.key === 'number' ? item.key : String(item.key)));
  if (issue.type === 'strict_object' && issue.expected === 'never') return faultAt(path, 'unknown-key');
  // JSON has no undefined: what is found so is not there.
  if (issue.received === 'undefined') return faultAt(path, 'missing');
  // Where another schema gives a sentence, ours gives a code, with its limit if it has one: `too-long:500`.
  const [code = '', limit] = issue.message.split(':', 2);
  const fault = make(path, code, limit === undefined ? {} : { limit: Number(limit), found: sizeOf(issue.input) });
  const expected = (issue.expected ?? 'another value').replace(/[()]/g, '');
  return fault ?? faultAt(path, 'unexpected', { expected, found: shortened(issue.received) });
}

const packFault: FaultMaker = (path, code, values) => (isPackCode(code) ? faultAt(path, code, values) : null);

function isPackCode(code: string): code is ReadingFaultCode {
  return Object.hasOwn(packFaultWords, code);
}

/** What was found may be a whole book. */
function shortened(found: string): string {
  return found.length <= 80 ? found : `${found.slice(0, 79)}…`;
}

function sizeOf(input: unknown): number {
  if (typeof input === 'string') return characterCount(input);
  return typeof input === 'object' && input !== null ? Object.keys(input).length : 0;
}
