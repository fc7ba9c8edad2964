/** National code with what portals append: case `.01`, province `.H13`, `.H13-1`, full agency `.000.00.00.H55`. */
const CODE =
  /^([1-3]\.\d{6})(?:\.\d{2})?(?:(?:\.000\.\d{2}\.\d{2})?\.[A-Z]\d{2}(?:\.\d{1,3})*(?:-\d{1,2})?)?(?![\w.-]*\w)/;

/** The national part of the procedure code a text starts with, e.g. `1.001193`, or null. */
export function procedureCode(text: string): string | null {
  return CODE.exec(text)?.[1] ?? null;
}
