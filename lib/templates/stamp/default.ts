import type { StampDrawing } from '@/lib/domain/stamp';
import type { Language } from '@/lib/i18n/language';
import { layOutStamp, type StampLine, type StampLook } from './layout';
import { measureText } from './measure';

/** What a stamp may print (product.md section 4, visual templates). */
export type StampValues = {
  readonly 'signer.name': string;
  readonly 'signer.organisation': string;
  readonly 'signer.vat': string;
  readonly 'issuer.name': string;
  readonly 'certificate.issuer': string;
  readonly 'certificate.serial': string;
  readonly signedAt: string;
  readonly reason: string;
  readonly location: string;
  readonly reference: string;
};

/** 70 × 24 mm, as system, partner and service find it before anybody changes it. */
const look: StampLook = {
  ...{ width: 198, height: 68, fontSize: 8 },
  ...{ text: '#0B3C4C', ground: '#FFFFFF', border: '#9CC6D4' },
};

const texts: Readonly<Record<Language, readonly StampLine[]>> = {
  pt: [
    { text: 'Assinado digitalmente por' },
    { text: '{{signer.organisation}}', bold: true },
    { text: 'NIF {{signer.vat}}' },
    { text: '{{signedAt}}' },
    { text: 'Motivo: {{reason}}' },
    { text: 'Local: {{location}}' },
  ],
  en: [
    { text: 'Digitally signed by' },
    { text: '{{signer.organisation}}', bold: true },
    { text: 'VAT {{signer.vat}}' },
    { text: '{{signedAt}}' },
    { text: 'Reason: {{reason}}' },
    { text: 'Location: {{location}}' },
  ],
};

/** The stamp of the system's default template; a line whose values are all empty is left out. */
export function defaultStamp(language: Language, values: StampValues): StampDrawing {
  return layOutStamp(
    texts[language].flatMap((line) => filledIn(line, values)),
    look,
    measureText,
  );
}

function filledIn({ text, ...line }: StampLine, values: StampValues): StampLine[] {
  let empty = true;
  let parameters = 0;
  const filled = text.replaceAll(/\{\{([a-zA-Z.]+)\}\}/g, (_, name: keyof StampValues) => {
    parameters += 1;
    const value = printable(values[name]);
    if (value !== '') empty = false;
    return value;
  });
  return parameters > 0 && empty ? [] : [{ ...line, text: filled }];
}

/** Control characters have no glyph, and a line break inside a value is none of the template's. */
const printable = (value: string): string => value.replaceAll(/\p{C}+/gu, ' ').trim();
