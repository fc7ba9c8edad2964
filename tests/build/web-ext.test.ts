import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../tree/source-tree.ts';

interface LintReport {
  readonly errors: readonly { readonly code: string; readonly message: string }[];
  readonly warnings: readonly { readonly code: string }[];
}

describe("Mozilla's own linter", () => {
  it('finds no error in the Firefox package', () => {
    const { stdout } = spawnSync(
      'npx',
      ['web-ext', 'lint', '--source-dir', 'dist-firefox', '--output', 'json', '--no-config-discovery'],
      {
        cwd: ROOT,
        encoding: 'utf8',
      },
    );
    const report = JSON.parse(stdout.slice(stdout.indexOf('{'))) as LintReport;
    expect(report.errors).toEqual([]);
    // Preact assigns innerHTML for its own `dangerouslySetInnerHTML`, which the tree test forbids us to use.
    expect(
      report.warnings
        .map(({ code }) => code)
        .filter((code) => !['UNSAFE_VAR_ASSIGNMENT', 'KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION'].includes(code)),
    ).toEqual([]);
  });
});
