import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

// Draws extension/icons/*.png from src/ui/icon.svg. Run by hand (`npx tsx scripts/icons.ts`) when the mark changes:
// the results are committed, because a build must not need a browser.
const SIZES = [16, 32, 48, 128];
const svg = await readFile('src/ui/icon.svg', 'utf8');
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const page = await browser.newPage();
  for (const size of SIZES) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
    await writeFile(`extension/icons/${size}.png`, await page.screenshot({ omitBackground: true }));
  }
} finally {
  await browser.close();
}
