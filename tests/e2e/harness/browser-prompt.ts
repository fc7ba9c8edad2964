import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/*
 * A headless browser shows no permission prompt. It does remember what an official granted before: what is noted so in
 * the profile, a press gets at once, and what is not, nobody can answer for.
 */

/** Notes in a closed Chromium profile that these patterns were granted once; they are not granted now. */
export async function rememberGrants(profile: string, extensionId: string, patterns: readonly string[]): Promise<void> {
  const file = join(profile, 'Default', 'Preferences');
  const preferences = JSON.parse(await readFile(file, 'utf8')) as {
    extensions: { settings: Record<string, Record<string, unknown>> };
  };
  const settings = preferences.extensions.settings[extensionId];
  if (settings === undefined) throw new Error('this profile never had the extension');
  settings.runtime_granted_permissions = {
    api: [],
    explicit_host: patterns,
    manifest_permissions: [],
    scriptable_host: [],
  };
  await writeFile(file, JSON.stringify(preferences));
}
