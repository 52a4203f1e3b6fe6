import type { getTranslations } from 'next-intl/server';
import { Icon } from '@/components/icons/icon';
import { StatusChip } from '@/components/ui/chip';
import { NavLink } from '@/components/ui/nav-link';
import type { Formatter } from '@/lib/format/formatter';
import { absent } from '@/lib/format/numbers';
import { paths } from '@/lib/paths';
import type { OperationDocument } from '@/lib/services/operations/schemas';
import { ShortHash } from './short-hash';

export type DocumentWords = {
  readonly t: Awaited<ReturnType<typeof getTranslations<'operations.detail'>>>;
  readonly v: Awaited<ReturnType<typeof getTranslations<'vocabulary'>>>;
  readonly format: Formatter;
};

export type DocumentLine = {
  readonly document: OperationDocument;
  /** What it is called; a hash has no name of its own. */
  readonly name: string;
  /** Where its content can be saved from; null: there is none, or it is not open to the reader. */
  readonly download: string | null;
};

/** One document of an operation. On a phone its two lines show name, size, level and status; the rest is on its page. */
export function DocumentRow({ document, name, download, words }: DocumentLine & { words: DocumentWords }) {
  const { t, v, format } = words;
  const level = [document.signatureFormat, document.signatureLevel].filter(Boolean).join(' ');
  return (
    <tr>
      <td className="p1 txt phone:w-full phone:max-w-0" title={name}>
        <NavLink to={paths.document(document.id)}>{name}</NavLink>
      </td>
      <td className="p4">
        <StatusChip
          status={document.status}
          label={v(`documentStatus.${document.status}`)}
          detail={document.errorCode}
        />
      </td>
      <td className="p3 txt s">{level || absent}</td>
      <td>
        <ShortHash hash={document.sha256} label={t('copyHash', { hash: document.sha256 })} done={t('copied')} />
      </td>
      <td className="p2 num">{format.bytes(document.sizeBytes)}</td>
      <td>
        <span className="acts">
          <NavLink className="iconbtn" to={paths.document(document.id)} aria-label={t('open', { name })}>
            <Icon name="eye" />
          </NavLink>
          {download === null ? null : (
            <a className="iconbtn" href={download} download aria-label={t('download', { name })}>
              <Icon name="download" />
            </a>
          )}
        </span>
      </td>
    </tr>
  );
}
