import { type Pack, type ParsedPacks, parsePacks } from 'checklist-core';
import house from './4-xin-4-luon-5-khong.json' with { type: 'json' };
import mottos from './5-phuong-cham.json' with { type: 'json' };

/** The packs that ship, as the files stand. Everything in them is in both languages. */
export const shippedPackFiles: readonly unknown[] = [house, mottos];

/**
 * "4 xin, 4 luôn, 5 không", the pack of a fresh installation. The assertion is needed because an imported JSON file
 * has `string` where the type has words; the test beside this file reads the same file through `parsePack`.
 */
export const defaultPack = house as Pack;

export const defaultPackId = '4-xin-4-luon-5-khong';

/** Reads the shipped packs as if they came from outside, so that a faulty one is named and the others still load. */
export function parseShippedPacks(): ParsedPacks {
  return parsePacks(shippedPackFiles, ['vi', 'en']);
}
