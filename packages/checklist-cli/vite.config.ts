import { fileURLToPath } from 'node:url';
import { defaultServerConditions, defineConfig } from 'vite';

// One file for Node 20 and later: our own packages are read from their TypeScript and bundled with the shipped rules,
// so that the command needs no second build. What npm installs beside it stays outside.
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  resolve: { conditions: ['source', ...defaultServerConditions] },
  ssr: {
    resolve: { conditions: ['source', ...defaultServerConditions] },
    noExternal: true,
  },
  build: {
    ssr: 'src/checklist.ts',
    outDir: 'dist',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rolldownOptions: { external: [/^node:/, /^(?:commander|write-excel-file|@duckdb\/node-api)(?:\/|$)/] },
  },
});
