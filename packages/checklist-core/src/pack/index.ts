/*
 * For those who write, layer and check packs: overlays, their hashes, the linter, the text of a file. What is needed to
 * use a pack stands at the root.
 */
export { applyOverlay, type ParsedOverlay, parseOverlay } from './apply-overlay.ts';
export { type LintOptions, type LintReport, lintPack, lintPackText, lintSound, MAX_STEPS } from './lint-pack.ts';
export { accusingWord, type LintWords } from './lint-words.ts';
export type { AddedCue, CueChange, PackOverlay, PausePointChange, PickedIds } from './overlay.ts';
export { packHash } from './pack-hash.ts';
export {
  applyOverlayText,
  MAX_PACK_TEXT,
  type PackText,
  parseOverlayText,
  parsePackText,
  readPackText,
} from './parse-pack-text.ts';
export { layerOf, type PartOrigin, type ResolvedLayers, resolveLayers } from './resolve-layers.ts';
