import { readFileSync } from 'node:fs';
import { lintProfile, parseProfile } from 'page-reader/profile';
import { describe, expect, it } from 'vitest';
import { extensionManifest } from '../../manifest.config.ts';
import { policyOf } from '../../src/platform/policy.ts';
import { portals } from '../../src/rules/portals/index.ts';

/* What docs/portals.md shows is what the extension does. */

const doc = readFileSync(new URL('../../docs/portals.md', import.meta.url), 'utf8');

function blocks(kind: string): readonly unknown[] {
  const fence = new RegExp(`^\`\`\`${kind}\\n([^]*?)^\`\`\`$`, 'gm');
  return [...doc.matchAll(fence)].map(([, inside = '']) => JSON.parse(inside));
}

describe('docs/portals.md', () => {
  it('shows a profile that is sound, and that the linter has nothing to say about', () => {
    const [shown] = blocks('json profile');
    const parsed = parseProfile(shown);
    expect(parsed).toMatchObject({ ok: true });
    expect(parsed.ok ? lintProfile(parsed.profile) : null).toEqual([]);
  });

  it('shows policies whose keys are used', () => {
    const [chromium] = blocks('json policy chromium');
    expect(chromium).toMatchObject({ '3rdparty': { extensions: {} } });
    const values = Object.values((chromium as Chromium)['3rdparty'].extensions);
    expect(values.map((each) => policyOf(each))).toEqual([{ portals: [], portalsOff: ['thanh-hoa'], ignored: [] }]);
    const [firefox] = blocks('json policy firefox');
    const { gecko } = extensionManifest('firefox').browser_specific_settings as { gecko: { id: string } };
    expect(firefox).toMatchObject({
      policies: { '3rdparty': { Extensions: { [gecko.id]: { portalsOff: ['thanh-hoa'] } } } },
    });
  });

  it('names every profile that ships, and every label key', () => {
    expect(portals.filter(({ id }) => !doc.includes(`\`${id}\``)).map(({ id }) => id)).toEqual([]);
    const schema = JSON.parse(
      readFileSync(new URL('../../packages/page-reader/schema/portal-profile.schema.json', import.meta.url), 'utf8'),
    ) as { properties: { labels: { properties: object } } };
    expect(Object.keys(schema.properties.labels.properties).filter((key) => !doc.includes(`\`${key}\``))).toEqual([]);
  });
});

interface Chromium {
  readonly '3rdparty': { readonly extensions: Readonly<Record<string, unknown>> };
}
