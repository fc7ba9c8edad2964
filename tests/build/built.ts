import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../tree/source-tree.ts';

/** The parts of a built manifest these tests speak of. */
export interface BuiltManifest {
  readonly version: string;
  readonly permissions: readonly string[];
  readonly host_permissions: readonly string[];
  readonly optional_host_permissions: readonly string[];
  readonly optional_permissions: readonly string[];
  readonly content_scripts: readonly {
    readonly matches: readonly string[];
    readonly js: readonly string[];
    readonly css?: readonly string[];
    readonly all_frames?: boolean;
    readonly run_at: string;
  }[];
  readonly content_security_policy: { readonly extension_pages: string };
  readonly web_accessible_resources?: unknown;
  readonly minimum_chrome_version?: string;
  readonly incognito: string;
  readonly background: {
    readonly service_worker?: string;
    readonly scripts?: readonly string[];
    readonly type?: string;
  };
  readonly commands: Readonly<Record<string, { readonly suggested_key?: { readonly default?: string } }>>;
  readonly browser_specific_settings?: { readonly gecko?: { readonly strict_min_version?: string } };
}

/** Reads the manifest of a build; a folder without one is a build that failed half-way. */
export function builtManifest(folder: string): BuiltManifest {
  const path = join(ROOT, folder, 'manifest.json');
  if (!existsSync(path))
    throw new Error(`${folder} has no manifest: run "npm run build" and "npm run build:firefox" first`);
  return JSON.parse(readFileSync(path, 'utf8')) as BuiltManifest;
}

/** Every file of a build, path relative to it. */
export function builtFiles(folder: string): { path: string; bytes: Buffer }[] {
  const base = join(ROOT, folder);
  return readdirSync(base, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((full) => ({ path: full.slice(base.length + 1), bytes: readFileSync(full) }));
}
