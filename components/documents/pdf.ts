import * as pdfjs from 'pdfjs-dist';
import { href, paths } from '@/lib/paths';

pdfjs.GlobalWorkerOptions.workerSrc = new URL('pdfjs-dist/build/pdf.worker.min.mjs', import.meta.url).toString();

/** Files are read in a worker; what they need besides comes from this server. Scripts inside a file never run. */
export function openPdf(bytes: Uint8Array) {
  return pdfjs.getDocument({
    // The worker takes the bytes away with it.
    data: bytes.slice(),
    cMapUrl: href(paths.pdfData('cmaps')),
    standardFontDataUrl: href(paths.pdfData('standard_fonts')),
    wasmUrl: href(paths.pdfData('wasm')),
    isEvalSupported: false,
    enableXfa: false,
  });
}

/** Draws a page `width` pixels wide, with its text as a layer that can be selected. @returns how to stop it */
export function drawPage(
  page: pdfjs.PDFPageProxy,
  { canvas, layer, width }: { canvas: HTMLCanvasElement; layer: HTMLDivElement; width: number },
): () => void {
  const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width });
  const density = Math.min(window.devicePixelRatio || 1, 2);
  canvas.width = Math.floor(viewport.width * density);
  canvas.height = Math.floor(viewport.height * density);
  const drawing = page.render({ canvas, viewport, transform: [density, 0, 0, density, 0, 0] });
  layer.replaceChildren();
  layer.style.setProperty('--total-scale-factor', String(viewport.scale));
  const text = new pdfjs.TextLayer({ textContentSource: page.streamTextContent(), container: layer, viewport });
  const stopped = () => {
    // A drawing that was given up says so by an error.
  };
  drawing.promise.catch(stopped);
  text.render().catch(stopped);
  return () => {
    drawing.cancel();
    text.cancel();
  };
}
