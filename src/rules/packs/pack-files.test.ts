import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import { parseOverlayText, parsePackText } from 'checklist-core/pack';
import { describe, expect, it } from 'vitest';
import { houseFacts } from '../house-facts.ts';
import { shippedPackFiles } from './index.ts';

const here = import.meta.dirname;
const schemas = join(here, '../../../packages/checklist-core/schema');

function jsonFilesIn(folder: string): [string, string][] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
}

const packTexts = jsonFilesIn(here);
const exampleTexts = jsonFilesIn(join(here, 'examples'));
const ajv = new Ajv({ strict: false });
const isPack = ajv.compile(JSON.parse(readFileSync(join(schemas, 'pack-1.schema.json'), 'utf8')));
const isOverlay = ajv.compile(JSON.parse(readFileSync(join(schemas, 'pack-overlay-1.schema.json'), 'utf8')));

/** The id a file claims; every file here is JSON, or the tests that read it say so. */
const idIn = (text: string): unknown => JSON.parse(text).id;

describe('the pack files', () => {
  it.each(packTexts)('%s is strict JSON, with no key twice, and fits the published schema', (name, text) => {
    const parsed = parsePackText(text, ['vi', 'en'], houseFacts);
    expect(parsed.ok ? [] : parsed.faults).toEqual([]);
    expect(isPack(JSON.parse(text)), JSON.stringify(isPack.errors)).toBe(true);
    expect(`${idIn(text)}.json`).toBe(name);
  });

  it.each(exampleTexts)(
    'examples/%s is strict JSON, with no key twice, and fits the published schema',
    (name, text) => {
      const parsed = parseOverlayText(text);
      expect(parsed.ok ? [] : parsed.faults).toEqual([]);
      expect(isOverlay(JSON.parse(text)), JSON.stringify(isOverlay.errors)).toBe(true);
      expect(`${idIn(text)}.json`).toBe(name);
    },
  );

  it('are all in the list that ships, and nothing else is', () => {
    const inFolder = packTexts.map(([, text]) => JSON.parse(text));
    expect(shippedPackFiles).toHaveLength(inFolder.length);
    expect(shippedPackFiles).toEqual(expect.arrayContaining(inFolder));
  });
});
