import { finishPdf, type SignatureOfPdf } from './finish';
import { type PdfPlan, type PreparedPdf, preparePdf } from './prepare';
import { addValidationData, type ValidationData } from './validation-data';

/** The work on a document that takes time of the processor and asks nobody anything. Bytes that are handed in are given away. */
export type PdfEngine = {
  prepare(bytes: Uint8Array, plan: PdfPlan): Promise<PreparedPdf>;
  finish(prepared: PreparedPdf, of: SignatureOfPdf): Promise<Uint8Array>;
  addValidationData(bytes: Uint8Array, data: ValidationData): Promise<Uint8Array>;
};

/** In the thread that calls: for threads of their own, and for tests. */
export const pdfEngine: PdfEngine = {
  prepare: (bytes, plan) => preparePdf(bufferOf(bytes), plan),
  finish: async (prepared, of) => finishPdf(prepared, of),
  addValidationData: (bytes, data) => addValidationData(bufferOf(bytes), data),
};

const bufferOf = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);
