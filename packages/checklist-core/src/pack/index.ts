/**
 * For those who read, write, layer and check packs: files and their faults, overlays, hashes, the linter. What is needed
 * to use a pack that was read stands at the root.
 *
 * @module checklist-core/pack
 */

export { applyOverlay, type ParsedOverlay, parseOverlay } from './apply-overlay.ts';
export { MAX_CUE_LENGTH } from './check-pack.ts';
export { type LintOptions, type LintReport, lintPack, lintPackText, lintSound, MAX_STEPS } from './lint-pack.ts';
export { accusingWord, type LintWords } from './lint-words.ts';
export type { AddedCue, CueChange, PackOverlay, PausePointChange, PickedIds } from './overlay.ts';
export type { PackFault } from './pack-fault.ts';
export type { AuthoringFaultCode, PackFaultCode, ReadingFaultCode } from './pack-fault-code.ts';
export { packHash } from './pack-hash.ts';
export { type FaultyPack, type ParsedPack, type ParsedPacks, parsePack, parsePacks } from './parse-pack.ts';
export {
  applyOverlayText,
  MAX_PACK_TEXT,
  type PackText,
  parseOverlayText,
  parsePackText,
  readPackText,
} from './parse-pack-text.ts';
export { layerOf, type PartOrigin, type ResolvedLayers, resolveLayers } from './resolve-layers.ts';
export { switchOnFaults } from './switch-on-faults.ts';
