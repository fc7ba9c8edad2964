/**
 * A procedure's name in the form in which names are compared: NFC, case folded, white space collapsed, without the
 * leading "Thủ tục" that the National Portal prints and one-stop systems leave out. Accents stay: they carry meaning.
 */
export function foldedProcedureName(name: string): string {
  const folded = name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
  return folded.replace(/^thủ tục:? /, '');
}
