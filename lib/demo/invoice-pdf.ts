import { PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from '@cantoo/pdf-lib';
import { type Invoice, sumsOf } from './invoices';

const ink = rgb(0.13, 0.15, 0.2);
const pale = rgb(0.45, 0.48, 0.55);
const rule = rgb(0.82, 0.84, 0.88);
/** A4 in points, with a margin of 20 mm. */
const page = { width: 595.28, height: 841.89, left: 56.7, right: 538.6 };
const columns = { quantity: 340, price: 410, rate: 460, total: page.right };

type Pen = { page: PDFPage; regular: PDFFont; bold: PDFFont };
type Style = { size?: number; bold?: boolean; color?: typeof ink; right?: boolean };

/** The paper of an invoice as a PDF. The same invoice gives the same bytes. */
export async function invoicePdf(invoice: Invoice): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.setTitle(invoice.number);
  pdf.setAuthor(invoice.seller.name);
  pdf.setProducer("Sign'Stash, demonstração");
  pdf.setLanguage('pt-PT');
  pdf.setCreationDate(invoice.at);
  pdf.setModificationDate(invoice.at);
  const pen: Pen = {
    page: pdf.addPage([page.width, page.height]),
    regular: await pdf.embedFont(StandardFonts.Helvetica),
    bold: await pdf.embedFont(StandardFonts.HelveticaBold),
  };
  drawHead(pen, invoice);
  drawSums(pen, invoice, drawLines(pen, invoice));
  drawFoot(pen, invoice);
  // Without compressed object streams, and without pauses between objects: five times as fast, and no larger.
  return pdf.save({ useObjectStreams: false, objectsPerTick: Number.POSITIVE_INFINITY });
}

function write(pen: Pen, text: string, x: number, y: number, style: Style = {}): void {
  const { size = 10, bold = false, color = ink, right = false } = style;
  const font = bold ? pen.bold : pen.regular;
  const start = right ? x - font.widthOfTextAtSize(text, size) : x;
  pen.page.drawText(text, { x: start, y, size, font, color });
}

function line(pen: Pen, y: number): void {
  pen.page.drawLine({ start: { x: page.left, y }, end: { x: page.right, y }, thickness: 0.6, color: rule });
}

function drawHead(pen: Pen, { seller, buyer, number, day, atcud }: Invoice): void {
  const top = page.height - 75;
  write(pen, seller.name, page.left, top, { size: 18, bold: true });
  write(pen, seller.address, page.left, top - 18, { color: pale });
  write(pen, `NIF ${seller.nif}`, page.left, top - 32, { color: pale });
  write(pen, `Fatura ${number}`, page.right, top, { size: 14, bold: true, right: true });
  write(pen, `Data ${day}`, page.right, top - 18, { right: true });
  write(pen, `ATCUD: ${atcud}`, page.right, top - 32, { right: true });
  line(pen, top - 50);
  write(pen, 'Cliente', page.left, top - 70, { size: 9, color: pale });
  write(pen, buyer.name, page.left, top - 84, { size: 11, bold: true });
  write(pen, buyer.nif === null ? 'Sem NIF' : `NIF ${buyer.nif}`, page.left, top - 98, { color: pale });
}

/** @returns where the table ends */
function drawLines(pen: Pen, { lines }: Invoice): number {
  let y = page.height - 220;
  const label = { size: 9, color: pale };
  write(pen, 'Descrição', page.left, y, label);
  write(pen, 'Quantidade', columns.quantity, y, { ...label, right: true });
  write(pen, 'Preço', columns.price, y, { ...label, right: true });
  write(pen, 'IVA', columns.rate, y, { ...label, right: true });
  write(pen, 'Total', columns.total, y, { ...label, right: true });
  line(pen, y - 7);
  for (const { what, quantity, price, rate } of lines) {
    y -= 24;
    write(pen, what, page.left, y);
    write(pen, String(quantity), columns.quantity, y, { right: true });
    write(pen, euros(price), columns.price, y, { right: true });
    write(pen, `${rate} %`, columns.rate, y, { right: true });
    write(pen, euros(quantity * price), columns.total, y, { right: true });
  }
  line(pen, y - 12);
  return y - 12;
}

function drawSums(pen: Pen, invoice: Invoice, from: number): void {
  const { net, tax, total } = sumsOf(invoice);
  const rows = [
    ['Total sem IVA', euros(net)],
    ['IVA', euros(tax)],
  ] as const;
  let y = from - 22;
  for (const [name, value] of rows) {
    write(pen, name, columns.price, y, { right: true, color: pale });
    write(pen, value, columns.total, y, { right: true });
    y -= 16;
  }
  write(pen, 'Total', columns.price, y - 4, { right: true, bold: true, size: 12 });
  write(pen, euros(total), columns.total, y - 4, { right: true, bold: true, size: 12 });
}

function drawFoot(pen: Pen, { seller }: Invoice): void {
  line(pen, 92);
  const words = 'Documento de demonstração, selado por uma entidade de ensaio. Não serve de fatura.';
  write(pen, words, page.left, 76, { size: 9, color: pale });
  write(pen, seller.name, page.right, 76, { size: 9, color: pale, right: true });
}

/** Cents as on Portuguese paper: 1234,50 €. */
function euros(cents: number): string {
  return `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')} €`;
}
