import { availableParallelism } from 'node:os';
import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

/** The packages of this repository are read from their TypeScript; what is published is built from it. */
const fromSource = {
  resolve: { conditions: ['source', ...defaultServerConditions] },
  ssr: { resolve: { conditions: ['source', ...defaultServerConditions] } },
};

export default defineConfig({
  test: {
    // Left to itself the runner keeps one core free: on two, everything would wait for everything.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        ...fromSource,
        test: {
          name: 'unit',
          include: [
            'packages/*/src/**/*.test.ts',
            'packages/*/src/**/*.test.tsx',
            'src/**/*.test.ts',
            'src/**/*.test.tsx',
            'tests/pages/**/*.test.ts',
          ],
          environment: 'node',
          // Property tests take as long as the machine is busy; their speed is nobody's assertion.
          testTimeout: 30_000,
        },
      },
      { ...fromSource, test: { name: 'tree', include: ['tests/tree/**/*.test.ts'], environment: 'node' } },
      {
        ...fromSource,
        test: {
          name: 'build',
          include: ['tests/build/**/*.test.ts', 'tests/verifier/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
        },
      },
      {
        ...fromSource,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
          // Each file opens browsers of its own; the driver need not be loaded anew for each.
          isolate: false,
          // With workers of its own it must not run beside the others.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
