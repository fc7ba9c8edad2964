import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import preact from '@preact/preset-vite';
import { minify } from 'terser';
import { build, defaultClientConditions, type Plugin } from 'vite';

/**
 * Builds one more standalone script (docs/adr/0003, 0015) into the extension under its source's name: one that the
 * manifest does not name, because the background runs it in a page only when it is needed there. During development it
 * is written anew after each change of a source. `alias`: files that stand in for modules.
 */
export function standaloneScript(entry: string, target: string, alias: Readonly<Record<string, string>> = {}): Plugin {
  const fileName = entry.replace(/\.tsx?$/, '.js');
  return {
    name: 'standalone-script',
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName, source: await bundled(entry, target, alias) });
    },
    configureServer({ config, httpServer, watcher }) {
      const path = resolve(config.root, config.build.outDir, fileName);
      const write = async () => {
        const source = await bundled(entry, target, alias);
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, source);
      };
      const writeOrSay = () => void write().catch((error: unknown) => config.logger.error(`${entry}: ${error}`));
      httpServer?.once('listening', writeOrSay);
      watcher.on('change', (changed) => {
        if (/\.(?:tsx?|css|json)$/.test(changed)) writeOrSay();
      });
    },
  };
}

async function bundled(entry: string, target: string, alias: Readonly<Record<string, string>>): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    resolve: { alias, conditions: ['source', ...defaultClientConditions] },
    plugins: [preact()],
    build: {
      write: false,
      target,
      modulePreload: false,
      rolldownOptions: { input: entry, output: { format: 'iife', charset: 'ascii' } },
    },
  });
  const outputs = [result].flat().flatMap((part) => ('output' in part ? part.output : []));
  const scripts = outputs.flatMap((file) => (file.type === 'chunk' ? [file.code] : []));
  if (scripts.length !== 1 || scripts[0] === undefined) throw new Error(`${entry} became ${scripts.length} scripts`);
  return inAscii(await smaller(scripts[0]));
}

/** What the bundler's own minifier leaves over: a hundredth of the script, of which every page evaluates all. */
async function smaller(source: string): Promise<string> {
  // Names are short by now; and what is written with `?`, `&&` and commas alone repeats less, so it is larger once packed.
  const compress = { ecma: 2020, passes: 3, conditionals: false, lhs_constants: false, sequences: false } as const;
  const { code } = await minify(source, { ecma: 2020, compress, mangle: false, format: { ascii_only: true } });
  if (code === undefined) throw new Error('the script was lost in minifying');
  return code;
}

/**
 * An engine keeps a source with a single letter outside of Latin-1 in two bytes a letter. The bundler escapes them in
 * strings and patterns but leaves templates; here these are texts, and raw sources of patterns, where an escape means
 * the same. Each letter in one spelling, so that a word repeats itself and packs well.
 */
function inAscii(source: string): string {
  const escaped = source.replace(/[^\0-\x7f]/g, (unit) => `\\u${hex(unit.charCodeAt(0), 4)}`);
  // A backslash that stands for itself begins no escape.
  return escaped.replace(/\\\\|\\u([\da-f]{4})|\\x([\da-f]{2})/gi, (found, long?: string, short?: string) => {
    const code = Number.parseInt(long ?? short ?? '', 16);
    return Number.isNaN(code) ? found : code < 256 ? `\\x${hex(code, 2)}` : `\\u${hex(code, 4)}`;
  });
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0');
}
