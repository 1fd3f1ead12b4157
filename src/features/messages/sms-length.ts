/** Characters that one SMS holds, alone and as a part of a longer one, in each encoding. */
export type PartSizes = {
  readonly gsmSingle: number;
  readonly gsmPart: number;
  readonly ucsSingle: number;
  readonly ucsPart: number;
};

/** The sizes of the standard. Some gateways count 62 a part for long Arabic texts (`ucsPart: 62`). */
export const STANDARD_PART_SIZES: PartSizes = { gsmSingle: 160, gsmPart: 153, ucsSingle: 70, ucsPart: 67 };

export type SmsEncoding = 'gsm7' | 'ucs2';

/** 3GPP TS 23.038, default alphabet. */
const GSM_BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);

/** Its extension table: each of these is sent as two characters. */
const GSM_EXTENSION = new Set('\f^{}\\[~]|€');

/** GSM-7 if every character has a place in its alphabet, else UCS-2 for the whole text. */
export function encodingOf(text: string): SmsEncoding {
  return [...text].every((char) => GSM_BASIC.has(char) || GSM_EXTENSION.has(char)) ? 'gsm7' : 'ucs2';
}

/** The length that the network counts: septets in GSM-7 (two for an extension character), 16-bit units in UCS-2. */
export function unitsOf(text: string): number {
  if (encodingOf(text) === 'ucs2') return text.length;
  return [...text].reduce((units, char) => units + (GSM_EXTENSION.has(char) ? 2 : 1), 0);
}

/** How many SMS a text takes; at least 1. */
export function partsOf(text: string, sizes: PartSizes): number {
  const [single, part] =
    encodingOf(text) === 'gsm7' ? [sizes.gsmSingle, sizes.gsmPart] : [sizes.ucsSingle, sizes.ucsPart];
  const units = unitsOf(text);
  return units <= single ? 1 : Math.ceil(units / part);
}
