'use client';

import type { PDFDocumentProxy } from 'pdfjs-dist';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { drawPage } from './pdf';

type Props = {
  document: PDFDocumentProxy;
  number: number;
  label: string;
  /** In pixels, of the page on the screen. */
  width: number;
  /** Height by width of the first page, until this one is known. */
  ratio: number;
  scroller: RefObject<HTMLElement | null>;
  /** It came to the middle of what is seen. */
  seen: (number: number) => void;
};

/** One page, drawn when it comes near what is seen. */
export function PdfPage({ document, number, label, width, ratio, scroller, seen }: Props) {
  const box = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  const [own, setOwn] = useState(ratio);

  useLayoutEffect(() => {
    Object.assign(box.current?.style ?? {}, { width: `${width}px`, height: `${Math.floor(width * own)}px` });
  }, [width, own]);

  useEffect(() => {
    if (!box.current) return;
    const root = scroller.current;
    const coming = new IntersectionObserver(([entry]) => entry?.isIntersecting && setNear(true), {
      root,
      rootMargin: '600px 0px',
    });
    const middle = new IntersectionObserver(([entry]) => entry?.isIntersecting && seen(number), {
      root,
      rootMargin: '-45% 0px -45% 0px',
    });
    coming.observe(box.current);
    middle.observe(box.current);
    return () => {
      coming.disconnect();
      middle.disconnect();
    };
  }, [scroller, number, seen]);

  useEffect(() => {
    if (!near) return;
    let stop: (() => void) | undefined;
    let gone = false;
    document.getPage(number).then(
      (page) => {
        if (gone || !canvas.current || !layer.current) return;
        const { width: w, height: h } = page.getViewport({ scale: 1 });
        setOwn(h / w);
        stop = drawPage(page, { canvas: canvas.current, layer: layer.current, width });
      },
      () => {
        // The file was closed meanwhile.
      },
    );
    return () => {
      gone = true;
      stop?.();
    };
  }, [near, document, number, width]);

  return (
    <article ref={box} className="pdf-page" aria-label={label} data-page={number}>
      <canvas ref={canvas} />
      <div ref={layer} className="pdf-text" />
    </article>
  );
}
