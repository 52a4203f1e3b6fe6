'use client';

import { useTranslations } from 'next-intl';
import { Icon } from '@/components/icons/icon';
import { useFormat } from '@/lib/format/use-format';

type Props = {
  name: string;
  page: number;
  pages: number;
  /** 1 fits the width. */
  zoom: number;
  setZoom: (zoom: number) => void;
  turn: (page: number) => void;
  download: string;
};

const steps = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];

/** The line above a document: where one is in it, how large it is drawn, and where to save it. */
export function PdfTools({ name, page, pages, zoom, setZoom, turn, download }: Props) {
  const t = useTranslations('documentPreview');
  const format = useFormat();
  const larger = steps.find((step) => step > zoom);
  const smaller = steps.findLast((step) => step < zoom);
  return (
    <div className="pdf-tools">
      <h2 className="h2 min-w-0 truncate" title={name}>
        {name}
      </h2>
      <span className="q whitespace-nowrap" role="status">
        {t('page', { page: format.count(page), pages: format.count(pages) })}
      </span>
      <span className="grow" />
      {pages > 1 ? (
        <>
          <Tool label={t('previous')} to={page > 1 ? () => turn(page - 1) : undefined}>
            <Icon name="left" />
          </Tool>
          <Tool label={t('next')} to={page < pages ? () => turn(page + 1) : undefined}>
            <Icon name="right" />
          </Tool>
        </>
      ) : null}
      <Tool label={t('smaller')} to={smaller ? () => setZoom(smaller) : undefined}>
        −
      </Tool>
      <button
        type="button"
        className="btn plain small"
        aria-label={t('fit')}
        title={t('fit')}
        onClick={() => setZoom(1)}
      >
        {format.percent(zoom, 0)}
      </button>
      <Tool label={t('larger')} to={larger ? () => setZoom(larger) : undefined}>
        +
      </Tool>
      <a className="iconbtn" href={download} download aria-label={t('download')} title={t('download')}>
        <Icon name="download" />
      </a>
    </div>
  );
}

/** Without `to` there is nowhere to go: it stays where it is, so that the focus does too. */
function Tool({ label, to, children }: { label: string; to: (() => void) | undefined; children: React.ReactNode }) {
  return (
    <button type="button" className="iconbtn" aria-label={label} title={label} aria-disabled={!to} onClick={to}>
      {children}
    </button>
  );
}
