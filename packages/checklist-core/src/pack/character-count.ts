/** Characters as JSON Schema counts them (Unicode code points), so that a letter outside the first plane is one. */
export function characterCount(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
