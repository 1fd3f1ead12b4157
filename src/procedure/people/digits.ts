/** Arabic-Indic (٠–٩) and Persian (۰–۹) digits become 0–9; everything else stays. */
export function foldDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (d) => String((d.codePointAt(0) ?? 0) & 0xf));
}
