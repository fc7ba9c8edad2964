import type { FaultValues } from '../text/fault.ts';
import { authoringFaultWords } from './authoring-fault-words.ts';
import { type FaultMaker, faultAt, type PackFault, type PathPart, pointer } from './pack-fault.ts';
import type { AuthoringFaultCode, PackFaultCode, ReadingFaultCode } from './pack-fault-code.ts';
import { packFaultWords } from './pack-fault-words.ts';

/** As faultAt, for every code there is. Apart from it, so that using packs does not carry the words for writing them. */
export function authoringFaultAt(path: readonly PathPart[], code: PackFaultCode, values: FaultValues = {}): PackFault {
  if (isPackCode(code)) return faultAt(path, code, values);
  return { path: pointer(path), message: authoringFaultWords[code](values), code, values };
}

/** Reads codes of both kinds out of a schema's messages. */
export const authoringFault: FaultMaker = (path, code, values) =>
  isPackCode(code) || isAuthoringCode(code) ? authoringFaultAt(path, code, values) : null;

function isPackCode(code: string): code is ReadingFaultCode {
  return Object.hasOwn(packFaultWords, code);
}

function isAuthoringCode(code: string): code is AuthoringFaultCode {
  return Object.hasOwn(authoringFaultWords, code);
}
