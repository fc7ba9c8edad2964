import { type Pack, type ParsedPacks, parsePack, parsePacks } from 'checklist-core';
import { houseFacts } from '../house-facts.ts';
import house from './4-xin-4-luon-5-khong.json' with { type: 'json' };
import fiveKnow from './5-biet-3-khong-4-the-hien.json' with { type: 'json' };
import mottos from './5-phuong-cham.json' with { type: 'json' };
import prohibitions from './9-dieu-khong-duoc-lam.json' with { type: 'json' };
import assisted from './giup-nop-ho-so.json' with { type: 'json' };
import online from './ho-so-truc-tuyen.json' with { type: 'json' };
import deskDay from './mo-dong-ban.json' with { type: 'json' };
import colleagues from './ung-xu-dong-nghiep.json' with { type: 'json' };

/** The packs that ship, as the files stand, the national one first. Everything in them is in both languages. */
export const shippedPackFiles: readonly unknown[] = [
  house,
  mottos,
  fiveKnow,
  prohibitions,
  online,
  colleagues,
  deskDay,
  assisted,
];

/**
 * "4 xin, 4 luôn, 5 không", the pack of a fresh installation. The assertion is needed because an imported JSON file
 * has `string` where the type has words; the test beside this file reads the same file through `parsePack`.
 */
export const defaultPack = house as Pack;

export const defaultPackId = '4-xin-4-luon-5-khong';

/** Reads the shipped packs as if they came from outside, so that a faulty one is named and the others still load. */
export function parseShippedPacks(): ParsedPacks {
  return parsePacks(shippedPackFiles, ['vi', 'en'], houseFacts);
}

/** The shipped pack with this id, or null where there is none that can be used. */
export function packById(id: string): Pack | null {
  if (id === defaultPackId) return defaultPack;
  const file = shippedPackFiles.find((each) => (each as { readonly id?: unknown }).id === id);
  const parsed = parsePack(file, ['vi', 'en'], houseFacts);
  return parsed.ok ? parsed.pack : null;
}
