import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { healthTexts } from '../../src/platform/texts/health.ts';
import { ROOT } from '../tree/source-tree.ts';
import { builtFiles, builtManifest } from './built.ts';

/** Scripts that the background runs in a page, when they are needed there. */
const OVERLAY = 'src/content/index.js';
const ROWS = 'src/content/rows/index.js';
const CARDS = 'src/content/cards/index.js';
const PICKER = 'src/content/picker/index.js';

/** The hosts we ask for when installed; every other one is asked for by the official's own click. */
const LISTED_HOSTS = [
  'https://dichvucong.gov.vn/*',
  'https://motcua.mod.gov.vn/*',
  'https://motcua.thanhhoa.gov.vn/*',
  '*://motcuasothongke.cantho.gov.vn/*',
];

describe.each([['dist'], ['dist-firefox']])('the built manifest of %s', (folder) => {
  const manifest = builtManifest(folder);

  it('has the version of package.json', () => {
    const project = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(manifest.version).toBe(project.version);
  });

  it('asks only for the permissions of the design', () => {
    expect([...manifest.permissions].sort()).toEqual([
      'activeTab',
      'alarms',
      'notifications',
      'scripting',
      'storage',
      'unlimitedStorage',
    ]);
    expect(manifest.optional_permissions).toEqual(['downloads']);
  });

  it('asks only for the listed portals, everything else one at a time', () => {
    expect(manifest.host_permissions).toEqual(LISTED_HOSTS);
    expect(manifest.content_scripts.map(({ matches }) => matches)).toEqual([LISTED_HOSTS]);
    expect([...manifest.optional_host_permissions].sort()).toEqual(['http://*/*', 'https://*/*']);
    expect(JSON.stringify(manifest)).not.toContain('<all_urls>');
  });

  it('exposes nothing to pages', () => {
    expect(manifest).not.toHaveProperty('web_accessible_resources');
  });

  it('runs one content script of one file, in the top frame, from the start of the document', () => {
    expect(manifest.content_scripts).toHaveLength(1);
    const [script] = manifest.content_scripts;
    expect(script?.js).toHaveLength(1);
    expect(script?.css).toBeUndefined();
    expect(script?.all_frames ?? false).toBe(false);
    expect(script?.run_at).toBe('document_start');
  });

  it('keeps the script in every page within 5 KB gzip', () => {
    expect(gzipped(manifest.content_scripts[0]?.js[0] ?? '')).toBeLessThanOrEqual(5 * 1024);
  });

  it('keeps the script that comes to dossier pages within 40 KB gzip', () => {
    expect(gzipped(OVERLAY)).toBeLessThanOrEqual(40 * 1024);
  });

  it.each([[OVERLAY], [ROWS], [CARDS], [PICKER]])(
    'ships %s as a script that no page can load and no site gets unasked',
    (path) => {
      expect(sourceOf(path).length).toBeGreaterThan(5_000);
      expect(JSON.stringify(manifest)).not.toContain(path);
    },
  );

  it.each([['src/content/lookout/index.js'], [OVERLAY], [ROWS], [CARDS], [PICKER]])(
    'makes %s one script, without a module loader, in the letters that an engine keeps in one byte',
    (path) => {
      expect(sourceOf(path)).not.toMatch(/\bimport\s*\(|^\s*(?:import|export)\s/m);
      expect(sourceOf(path)).toMatch(/^\p{ASCII}+$/u);
    },
  );

  it('has the lookout alone compiled all at once: most of a larger script never runs on a page', () => {
    const hint = '//# allFunctionsCalledOnLoad\n';
    expect(sourceOf('src/content/lookout/index.js').startsWith(hint)).toBe(true);
    for (const path of [OVERLAY, ROWS, PICKER]) expect(sourceOf(path)).not.toContain(hint);
  });

  function sourceOf(path: string): string {
    return readFileSync(join(ROOT, folder, path), 'utf8');
  }

  function gzipped(path: string): number {
    return gzipSync(sourceOf(path), { level: 9 }).length;
  }

  it('forbids the network by its content security policy', () => {
    expect(manifest.content_security_policy.extension_pages).toBe(
      "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'none'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
    );
  });

  it('stays out of private windows and takes one chord that Vietnamese typing does not use', () => {
    expect(manifest.incognito).toBe('not_allowed');
    const chord = manifest.commands.main?.suggested_key?.default ?? '';
    expect(chord).toMatch(/^Alt\+[A-Y]$/);
  });

  it('ships no source map, test or dev file', () => {
    const strange = builtFiles(folder).filter(({ path }) => /\.map$|\.test\.|\.tsx?$|hmr|@vite|\.vite\//.test(path));
    expect(strange.map(({ path }) => path)).toEqual([]);
  });

  it('is text a browser accepts: UTF-8 without noncharacters, which Chromium refuses to load', () => {
    const strict = new TextDecoder('utf-8', { fatal: true });
    const texts = builtFiles(folder).filter(({ path }) => /\.(?:js|css|html|json)$/.test(path));
    const refused = texts.filter(({ bytes }) => /[\uFDD0-\uFDEF\uFFFE\uFFFF]/u.test(strict.decode(bytes)));
    expect(refused.map(({ path }) => path)).toEqual([]);
    expect(texts.length).toBeGreaterThan(5);
  });

  it('names no remote address but the portals it is for, outside of sentences shown to people', () => {
    const allowed = /^https?:\/\/(?:www\.w3\.org\/|dichvucong\.gov\.vn|motcua\.|motcuasothongke\.)/;
    const found = builtFiles(folder)
      .filter(({ path }) => /\.(?:js|html|css)$/.test(path))
      .flatMap(({ bytes }) => withoutSentences(bytes.toString()).match(/https?:\/\/[\w.-]+[\w/-]*/g) ?? [])
      .filter((address) => !allowed.test(address));
    expect([...new Set(found)]).toEqual([]);
  });
});

/** Sentences of the interface that say what an address looks like; word for word, so any other address is still found. */
const SENTENCES = Object.values(healthTexts).flatMap((texts) => [texts.addExample, texts.refusedScheme]);

function withoutSentences(source: string): string {
  return SENTENCES.reduce((rest, sentence) => rest.replaceAll(sentence, ''), source);
}

describe('the policy', () => {
  const schema: PolicySchema = JSON.parse(readFileSync(join(ROOT, 'dist', 'managed_storage.json'), 'utf8'));

  it('is described where the manifest says, for Chromium only', () => {
    expect(builtManifest('dist')).toMatchObject({ storage: { managed_schema: 'managed_storage.json' } });
    expect(builtManifest('dist-firefox')).not.toHaveProperty('storage');
  });

  it('has a description of every key, and no word that a browser refuses in it', () => {
    expect(Object.values(schema.properties).filter(({ description = '' }) => description.length < 40)).toEqual([]);
    expect(JSON.stringify(schema)).not.toMatch(/"(?:oneOf|anyOf|allOf|const|additionalProperties|\$schema)":/);
  });

  it('describes a profile with every key of its format, and no other', () => {
    const path = join(ROOT, 'packages/page-reader/schema/portal-profile.schema.json');
    const format: PolicySchema = JSON.parse(readFileSync(path, 'utf8'));
    const { properties } = schema.properties.portals?.items ?? { properties: {} };
    expect(Object.keys(properties)).toEqual(Object.keys(format.properties));
    expect(Object.keys(properties.labels?.properties ?? {})).toEqual(
      Object.keys(format.properties.labels?.properties ?? {}),
    );
  });
});

interface PolicySchema {
  readonly description?: string;
  readonly properties: Readonly<Record<string, PolicySchema>>;
  readonly items?: PolicySchema;
}

describe('browser families', () => {
  it('Chromium: a service worker, 137 or newer', () => {
    const manifest = builtManifest('dist');
    expect(manifest.background.service_worker).toBeTruthy();
    expect(manifest.background.scripts).toBeUndefined();
    expect(manifest.minimum_chrome_version).toBe('137');
  });

  it('Firefox: an event page, ESR 140 or newer', () => {
    const manifest = builtManifest('dist-firefox');
    expect(manifest.background.scripts).toHaveLength(1);
    expect(manifest.background.service_worker).toBeUndefined();
    expect(manifest.minimum_chrome_version).toBeUndefined();
    expect(manifest.browser_specific_settings?.gecko?.strict_min_version).toBe('140.0');
  });
});
