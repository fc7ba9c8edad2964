import { execFileSync } from 'node:child_process';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, defaultClientConditions } from 'vite';
import type { Arm } from './arms.ts';

const FOLDER = dirname(fileURLToPath(import.meta.url));
const PEERS = join(FOLDER, 'peers');

/** Puts the peers in place, exactly as their own lock file says. */
export function installPeers(): void {
  execFileSync('npm', ['ci', '--ignore-scripts', '--silent'], { cwd: PEERS, stdio: 'inherit' });
}

/** Text of a file of a peer, e.g. `hypothesis/build/styles/annotator.css`. */
export function peerFile(path: string): string {
  return join(PEERS, 'node_modules', path);
}

const BACKGROUND =
  'chrome.runtime.onMessage.addListener((message, sender, answer) => answer({ ok: true, value: {} }));';

/** Makes the unpacked extension of an arm below `folder`: one content script, and a background where it has one. */
export async function makeExtension(arm: Arm, folder: string): Promise<string> {
  const { name, host, script, css = [], answers = false, early = false } = arm;
  const made = join(folder, name);
  await mkdir(made);
  await writeFile(join(made, 'content.js'), await bundled(join(FOLDER, 'content', script ?? '')));
  for (const path of css) await copyFile(peerFile(path), join(made, basename(path)));
  const manifest = {
    manifest_version: 3,
    name,
    version: '1',
    content_scripts: [
      {
        matches: [`https://${host}/*`],
        js: ['content.js'],
        css: css.map((path) => basename(path)),
        run_at: early ? 'document_start' : 'document_idle',
      },
    ],
    ...(answers && { background: { service_worker: 'background.js' } }),
  };
  if (answers) await writeFile(join(made, 'background.js'), BACKGROUND);
  await writeFile(join(made, 'manifest.json'), JSON.stringify(manifest));
  return made;
}

/** One minified script, as an author of such an extension would ship it. */
export async function bundled(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    root: PEERS,
    logLevel: 'error',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: {
      conditions: ['source', ...defaultClientConditions],
      alias: [
        {
          find: /^(driver\.js|shepherd\.js|survey-.*|hypothesis)(?=\/|$)/,
          replacement: `${resolve(PEERS, 'node_modules')}/$1`,
        },
      ],
    },
    build: {
      write: false,
      target: 'chrome137',
      rolldownOptions: { input: entry, output: { format: 'iife', codeSplitting: false } },
    },
  });
  const chunk = [result].flat().flatMap((part) => ('output' in part ? part.output : []))[0];
  if (chunk?.type !== 'chunk') throw new Error(`${entry} did not become one script`);
  return chunk.code;
}
