import source from './manifest.json' with { type: 'json' };
import project from './package.json' with { type: 'json' };

/** The two kinds of package we build; every Chromium browser (Chrome, Edge, Cốc Cốc) takes the first. */
export type BrowserFamily = 'chrome' | 'firefox';

/** Folder the build of one family is written to, relative to the repository's root. */
export function outDirOf(family: BrowserFamily): string {
  return family === 'firefox' ? 'dist-firefox' : 'dist';
}

/**
 * The manifest of one browser family, made from `manifest.json` (written for Chromium).
 * The version is taken from package.json, so that it is written once.
 */
export function extensionManifest(family: BrowserFamily): Record<string, unknown> {
  const manifest = { ...source, version: project.version };
  if (family === 'chrome') return manifest;
  // Firefox takes policy values as they are, without a schema.
  const { minimum_chrome_version: _chromiumOnly, storage: _withoutSchema, background, ...shared } = manifest;
  return {
    ...shared,
    // Firefox has event pages instead of service workers.
    background: { scripts: [background.service_worker], type: 'module' },
    browser_specific_settings: {
      gecko: {
        id: 'than-thien@than-thien.invalid',
        strict_min_version: '140.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  };
}
