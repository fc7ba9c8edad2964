import overlay from './rich-overlay.json' with { type: 'json' };
import pack from './rich-pack.json' with { type: 'json' };

/** An invented pack that uses every part of the format: a fresh copy, for tests to spoil. */
export function richPack(): Record<string, unknown> {
  return structuredClone(pack);
}

/** An invented overlay over it that uses every part of its format: a fresh copy, too. */
export function richOverlay(): Record<string, unknown> {
  return structuredClone(overlay);
}
