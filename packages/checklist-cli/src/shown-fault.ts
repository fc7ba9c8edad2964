import type { Fault } from 'checklist-core';

/** `FILE: /cues/3/when/op: message`; without the place where the whole file is meant. */
export function shownFault(file: string, { path, message }: Fault): string {
  return [file, path, message].filter((part) => part !== '').join(': ');
}
