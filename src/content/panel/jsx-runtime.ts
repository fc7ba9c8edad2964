/*
 * What JSX of the overlay is compiled to (vite.config.ts), in the place of Preact's own, which would bring all of Preact
 * along: only as much of a node as `draw` looks at.
 */

interface Node {
  readonly type: unknown;
  readonly props: unknown;
  readonly key: unknown;
}

export function jsx(type: unknown, props: unknown, key?: unknown): Node {
  return { type, props, key };
}

export { jsx as jsxs };

export function Fragment({ children }: { readonly children?: unknown }): unknown {
  return children;
}
