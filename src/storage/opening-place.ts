import type { EntryClass } from 'checklist-core/journal';

/** What an opening is bound to: it opens only beside the leaf and the class it was sealed for. */
export function openingPlace(leafId: string, name: EntryClass): string {
  return `${leafId}.${name}`;
}
