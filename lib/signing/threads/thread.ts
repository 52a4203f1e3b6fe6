import { pdfEngine } from '../pades/engine';
import type { SignatureOfPdf } from '../pades/finish';
import { type Unsupported, UnsupportedDocument } from '../pades/gate';
import type { PdfPlan, PreparedPdf } from '../pades/prepare';
import type { ValidationData } from '../pades/validation-data';

/** What a thread answers: an error would lose its kind on the way. */
export type Answer<Value> = { readonly value: Value } | { readonly unsupported: Unsupported };

/** The work of lib/signing/pades/engine.ts, in a thread. */
export const prepare = ({ bytes, plan }: { bytes: Uint8Array; plan: PdfPlan }): Promise<Answer<PreparedPdf>> =>
  answered(() => pdfEngine.prepare(bytes, plan));

export const finish = (of: { prepared: PreparedPdf; of: SignatureOfPdf }): Promise<Answer<Uint8Array>> =>
  answered(() => pdfEngine.finish(of.prepared, of.of));

export const addValidationData = (of: { bytes: Uint8Array; data: ValidationData }): Promise<Answer<Uint8Array>> =>
  answered(() => pdfEngine.addValidationData(of.bytes, of.data));

async function answered<Value>(work: () => Promise<Value>): Promise<Answer<Value>> {
  try {
    return { value: await work() };
  } catch (error) {
    if (error instanceof UnsupportedDocument) return { unsupported: error.reason };
    throw error;
  }
}
