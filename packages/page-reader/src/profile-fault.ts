import type { CodedFault, FaultValues } from 'checklist-core';
import type * as v from 'valibot';
import { type ProfileFaultCode, profileFaultWords } from './profile-fault-words.ts';

export type { ProfileFaultCode };

/** A fault of a profile; its path is a JSON pointer (RFC 6901) such as `/actions/0/outcome`, empty for the whole. */
export type ProfileFault = CodedFault<ProfileFaultCode>;

export type PathPart = string | number;

export function faultAt(path: readonly PathPart[], code: ProfileFaultCode, values: FaultValues = {}): ProfileFault {
  return { path: pointer(path), message: profileFaultWords[code].en(values), code, values };
}

/** A fault as a Vietnamese sentence, without its path. */
export function profileFaultInVietnamese({ code, values }: ProfileFault): string {
  return profileFaultWords[code].vi(values);
}

/** Whether a fault of some file is one of a profile, and not of the text that it was written in. */
export function isProfileFault(fault: CodedFault<string>): fault is ProfileFault {
  return isCode(fault.code);
}

/** What schema issues mean to whoever wrote the file: one fault a place, the first, for the others follow from it. */
export function faultsOf(issues: readonly v.BaseIssue<unknown>[]): ProfileFault[] {
  const byPath = new Map<string, ProfileFault>();
  for (const fault of issues.map(faultOf)) if (!byPath.has(fault.path)) byPath.set(fault.path, fault);
  return [...byPath.values()];
}

function faultOf(issue: v.BaseIssue<unknown>): ProfileFault {
  const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
  if (issue.type === 'strict_object' && issue.expected === 'never') return faultAt(path, 'unknown-key');
  // JSON has no undefined: what is found so is not there.
  if (issue.received === 'undefined') return faultAt(path, 'missing');
  if (isCode(issue.message)) return faultAt(path, issue.message);
  const expected = (issue.expected ?? 'another value').replace(/[()]/g, '');
  return faultAt(path, 'unexpected', { expected });
}

function isCode(message: string): message is ProfileFaultCode {
  return Object.hasOwn(profileFaultWords, message);
}

function pointer(path: readonly PathPart[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
