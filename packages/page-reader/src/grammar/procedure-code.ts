/** National code with what portals append: case `.01`, province `.H13`, `.H13-1`, full agency `.000.00.00.H55`. */
const CODE = String.raw`([1-3]\.\d{6})(?:\.\d{2})?(?:(?:\.000\.\d{2}\.\d{2})?\.[A-Z]\d{2}(?:\.\d{1,3})*(?:-\d{1,2})?)?(?![\w.-]*\w)`;
const FIRST = new RegExp(`^[[(]?${CODE}[\\])]?(?:[\\s\\-–:.,;]+|$)`);
const LAST = new RegExp(`(?:[\\s\\-–]+|^)[[(]?${CODE}[\\])]?$`);

/** The national part of the procedure code a text starts with, e.g. `1.001193`, or null. */
export function procedureCode(text: string): string | null {
  return FIRST.exec(text)?.[1] ?? null;
}

/** Code and name of a text that holds both in either order: `1.001193 - Đăng ký khai sinh`, `Đăng ký khai sinh (1.001193)`. */
export function codeAndName(text: string): { readonly code: string | null; readonly name: string } {
  const match = FIRST.exec(text) ?? LAST.exec(text);
  return { code: match?.[1] ?? null, name: match === null ? text : text.replace(match[0], '') };
}
