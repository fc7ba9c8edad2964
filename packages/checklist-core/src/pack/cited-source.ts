/** The entry of `sources` a rule cites, without the article: `nd-61-2018` of `nd-61-2018#5.1.a`. */
export function sourceIdOf({ source }: { readonly source: string }): string {
  return source.split('#', 1)[0] ?? '';
}
