import { authoringFaultAt } from './authoring-fault.ts';
import type { PackOverlay } from './overlay.ts';
import type { PackFault } from './pack-fault.ts';
import { packHash } from './pack-hash.ts';
import type { WrittenPack } from './written-pack.ts';

/** Is the pack below the one the overlay was written for? */
export function importFaults(below: WrittenPack, { id, imports }: PackOverlay): PackFault[] {
  const named = namedFault(below, imports);
  return [
    ...(named === null ? [] : [named]),
    // The result is another pack: entries of the journal must be able to tell the two apart.
    ...(id === below.id ? [authoringFaultAt(['id'], 'same-id', { id })] : []),
  ];
}

function namedFault(below: WrittenPack, { id, version, sha256 }: PackOverlay['imports']): PackFault | null {
  if (id !== below.id)
    return authoringFaultAt(['imports', 'id'], 'imports-other-pack', { expected: id, found: below.id });
  if (!fits(version, below.version)) {
    return authoringFaultAt(['imports', 'version'], 'imports-other-version', {
      expected: version,
      found: below.version,
    });
  }
  if (sha256 === undefined) return null;
  if (version.endsWith('.x')) return authoringFaultAt(['imports', 'sha256'], 'hash-of-range');
  const found = packHash(below);
  return found === sha256 ? null : authoringFaultAt(['imports', 'sha256'], 'imports-other-bytes', { found });
}

function fits(wanted: string, version: string): boolean {
  return wanted.endsWith('.x') ? version.startsWith(wanted.slice(0, -1)) : version === wanted;
}
