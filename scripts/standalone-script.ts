import preact from '@preact/preset-vite';
import { build, defaultClientConditions, type Plugin } from 'vite';

/**
 * Builds one more standalone script (docs/adr/0003) into the extension under its source's name: one that the manifest
 * does not name, because the background runs it in a page only when it is asked for.
 */
export function standaloneScript(entry: string, target: string): Plugin {
  return {
    name: 'standalone-script',
    apply: 'build',
    async generateBundle() {
      this.emitFile({
        type: 'asset',
        fileName: entry.replace(/\.tsx?$/, '.js'),
        source: await bundled(entry, target),
      });
    },
  };
}

async function bundled(entry: string, target: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    resolve: { conditions: ['source', ...defaultClientConditions] },
    plugins: [preact()],
    build: {
      write: false,
      target,
      modulePreload: false,
      rolldownOptions: { input: entry, output: { format: 'iife' } },
    },
  });
  const outputs = [result].flat().flatMap((part) => ('output' in part ? part.output : []));
  const scripts = outputs.flatMap((file) => (file.type === 'chunk' ? [file.code] : []));
  if (scripts.length !== 1 || scripts[0] === undefined) throw new Error(`${entry} became ${scripts.length} scripts`);
  return scripts[0];
}
