'use client';

import { useTranslations } from 'next-intl';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { useFormat } from '@/lib/format/use-format';
import { openPdf } from './pdf';
import { PdfPage } from './pdf-page';
import { PdfTools } from './pdf-tools';
import './pdf.css';

type Props = {
  name: string;
  bytes: Uint8Array;
  /** Where the file can be saved from. */
  download: string;
  /** The bytes are no PDF that can be read. */
  fail: () => void;
};

type Opened = { readonly document: PDFDocumentProxy; readonly ratio: number };

/** Room left and right of a page, in pixels. */
const margin = 40;

/** A PDF in the page: its pages below each other, zoom, text that can be selected, and where to save it. */
export default function PdfView({ name, bytes, download, fail }: Props) {
  const t = useTranslations('documentPreview');
  const format = useFormat();
  const scroller = useRef<HTMLElement>(null);
  const room = useWidth(scroller);
  const opened = useOpened(bytes, fail);
  const [zoom, setZoom] = useState(1);
  const [page, setPage] = useState(1);
  const seen = useCallback((number: number) => setPage(number), []);
  const pages = opened?.document.numPages ?? 1;
  const turn = (to: number) =>
    scroller.current?.querySelector(`[data-page="${to}"]`)?.scrollIntoView({ block: 'start' });
  const width = Math.max(160, Math.round((room - margin) * zoom));
  return (
    <div className="pdf">
      <PdfTools {...{ name, page, pages, zoom, setZoom, turn, download }} />
      <section ref={scroller} className="pdf-pages" aria-label={t('label', { name })} aria-busy={!opened}>
        {opened && room > 0
          ? Array.from({ length: pages }, (_, index) => index + 1).map((number) => (
              <PdfPage
                key={number}
                {...{ number, width, scroller, seen }}
                document={opened.document}
                ratio={opened.ratio}
                label={t('pageLabel', { page: format.count(number) })}
              />
            ))
          : null}
      </section>
      <p className="q border-border border-t px-(--gutter) py-2 text-12">{t('wasRecorded')}</p>
    </div>
  );
}

function useOpened(bytes: Uint8Array, fail: () => void): Opened | null {
  const [opened, setOpened] = useState<Opened | null>(null);
  const failed = useRef(fail);
  failed.current = fail;
  useEffect(() => {
    let gone = false;
    const task = openPdf(bytes);
    const open = async () => {
      const document = await task.promise;
      const { width, height } = (await document.getPage(1)).getViewport({ scale: 1 });
      if (!gone) setOpened({ document, ratio: height / width });
    };
    open().catch(() => {
      if (!gone) failed.current();
    });
    return () => {
      gone = true;
      void task.destroy();
    };
  }, [bytes]);
  return opened;
}

function useWidth(of: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!of.current) return;
    // Focusable, so that keys scroll it.
    of.current.tabIndex = 0;
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.floor(entry.contentRect.width)));
    observer.observe(of.current);
    return () => observer.disconnect();
  }, [of]);
  return width;
}
