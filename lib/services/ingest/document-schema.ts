import { z } from 'zod';
import { errorCodeList } from '@/lib/domain/errors';
import { documentStatusSchema } from '@/lib/domain/operation';
import { day, instant, text } from './fields';

const largestTotal = 999_999_999_999.99;

/** Euro cents are exact: a third decimal would be rounded away in storage. */
const hasTwoDecimals = (value: number) => Number(value.toFixed(2)) === value;

export const errorCodeSchema = z.enum(errorCodeList).meta({
  description: 'Why signing failed: a code of the error table',
  example: '2.3.1',
});

/** Invoice metadata, each where the issuer's software gave it. Lengths are those of SAF-T (PT). */
const invoiceSchema = z
  .strictObject({
    number: text(60, 'Invoice number', 'FT 2026/1042').optional(),
    atcud: text(100, 'Unique document code of the tax authority', 'JF4K7M2X-1042').optional(),
    recipientNif: text(30, 'VAT number of the recipient', '501964843').optional(),
    total: z
      .number()
      .min(-largestTotal)
      .max(largestTotal)
      .refine(hasTwoDecimals, 'must have at most two decimals')
      .meta({ description: 'Total with tax, in euro', example: 123.45 })
      .optional(),
  })
  .meta({ id: 'Invoice', description: 'Invoice metadata' });

/** One document, or one hash item: a document without name and content. */
export const documentSchema = z
  .strictObject({
    name: text(255, 'File name; absent for a hash item', 'FT-2026-1042.pdf').optional(),
    mimeType: text(127, 'Media type; absent for a hash item', 'application/pdf').optional(),
    size: z
      .int()
      .min(0)
      .max(10_737_418_240)
      .meta({ description: 'Bytes; absent for a hash item', example: 84_213 })
      .optional(),
    sha256: z
      .string()
      .regex(/^[0-9a-fA-F]{64}$/, 'must be 64 hexadecimal digits')
      .meta({ description: 'SHA-256 of the signed content, hexadecimal', example: 'a'.repeat(64) }),
    status: documentStatusSchema.meta({ description: 'State of the document', example: 'SIGNED' }),
    errorCode: errorCodeSchema.optional(),
    signatureFormat: text(40, 'Signature format', 'PAdES').optional(),
    signatureLevel: text(40, 'Signature level', 'B-T').optional(),
    timeStampAt: instant('Time of the qualified time stamp', '2026-11-25T10:15:31.480Z').optional(),
    invoice: invoiceSchema.optional(),
    custodyUntil: day('Last day of custody', '2036-12-31').optional(),
    stored: z.boolean().meta({ description: 'Whether the content is kept by the service', example: false }),
  })
  .meta({ id: 'Document', description: 'A document, or a hash item' });

export type DocumentInput = z.output<typeof documentSchema>;
