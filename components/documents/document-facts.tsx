import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Facts } from '@/components/ui/facts';
import { NavLink } from '@/components/ui/nav-link';
import { addDays } from '@/lib/domain/consumption-calendar';
import { errorCodeList, errorKey } from '@/lib/domain/errors';
import { signedStatuses } from '@/lib/domain/operation';
import { getFormat } from '@/lib/format/server';
import { paths } from '@/lib/paths';
import type { DocumentDetail } from '@/lib/services/documents/schemas';

type Props = { document: DocumentDetail };

const roomOnPhone =
  'max-phone:[&_.facts]:grid-cols-[max-content_minmax(0,1fr)] [&_dd]:whitespace-normal [&_dd]:[overflow-wrap:anywhere]';

export function Region({ id, title, children }: { id: string; title: ReactNode; children: ReactNode }) {
  return (
    <section className={`sec border-border border-t ${roomOnPhone}`} aria-labelledby={id}>
      <h2 className="h2 mb-2" id={id}>
        {title}
      </h2>
      {children}
    </section>
  );
}

/** What the file is and which operation it came with. */
export async function GeneralFacts({ document }: Props) {
  const [t, format] = await Promise.all([getTranslations('document'), getFormat()]);
  const { operation, service, issuer, partner, content } = document;
  const count = { seq: format.count(document.seq), items: format.count(operation.items) };
  const direct = (await getTranslations('operations'))('direct');
  return (
    <Region id="general" title={content === 'hash' ? t('hashFacts') : t('facts')}>
      <Facts
        two
        of={[
          [
            t('operation'),
            <NavLink key="operation" to={paths.operation(operation.id)} className="id">
              {operation.reference}
            </NavLink>,
          ],
          [t('issuer'), issuer.name],
          [t('position'), t('number', count)],
          [t('partner'), partner?.name ?? direct],
          [t('mimeType'), document.mimeType],
          [
            t('service'),
            <span key="service" title={service.alias}>
              {service.name} <span className="q id">·{service.alias.slice(-6)}</span>
            </span>,
          ],
          [t('size'), document.sizeBytes === null ? null : format.bytes(document.sizeBytes)],
          [t('folder'), operation.folderName],
        ]}
      />
    </Region>
  );
}

/** Format, level and time stamp of the signature; for what is not signed, why. */
export async function SignatureFacts({ document }: Props) {
  const [t, v, format] = await Promise.all([getTranslations('document'), getTranslations('vocabulary'), getFormat()]);
  const { signatureFormat, signatureLevel, timeStampAt, errorCode, status, operation } = document;
  return (
    <Region id="signature" title={t('signature')}>
      {signatureFormat === null ? (
        <p className="text-13">
          {signedStatuses.includes(status)
            ? t('noFacts')
            : t('unsigned', { status: v(`documentStatus.${status}`).toLocaleLowerCase() })}
        </p>
      ) : (
        <Facts
          two
          of={[
            [t('format'), signatureFormat],
            [t('timeStamp'), timeStampAt === null ? null : stampOf(timeStampAt, format)],
            [t('level'), signatureLevel],
            [t('certificate'), operation.certificate],
          ]}
        />
      )}
      {errorCode === null ? null : <ErrorWords code={errorCode} />}
    </Region>
  );
}

function stampOf(at: number, format: Awaited<ReturnType<typeof getFormat>>) {
  return (
    <time key="stamp" dateTime={new Date(at).toISOString()} title={format.tooltip(at)}>
      {format.full(at)}
    </time>
  );
}

/** The code, what it means, what to do. */
async function ErrorWords({ code }: { code: string }) {
  const [t, codes] = await Promise.all([getTranslations('document'), getTranslations('codes')]);
  const known = errorCodeList.find((each) => each === code);
  const key = known && errorKey(known);
  return (
    <p className="mt-2 text-13 text-text-2">
      <span className="id font-medium text-danger-text">{t('failed', { code })}</span>
      {key ? `: ${codes(`${key}.what`)} ${codes(`${key}.next`)}` : null}
    </p>
  );
}

/** How long it is kept, and whether its content is here. */
export async function CustodyFacts({ document }: Props) {
  const [t, format] = await Promise.all([getTranslations('document'), getFormat()]);
  const { custodyUntil, content } = document;
  return (
    <Region id="custody" title={t('custody')}>
      {custodyUntil === null && content !== 'stored' ? <p className="mb-2 text-13">{t('custodyNone')}</p> : null}
      <Facts
        two
        of={[
          [t('custodyUntil'), custodyUntil === null ? null : format.day(custodyUntil)],
          [t('kept'), t(`state.${content}`)],
        ]}
      />
    </Region>
  );
}

/** What the software said about the invoice; nothing where it said nothing. */
export async function InvoiceFacts({ document }: Props) {
  const [t, format] = await Promise.all([getTranslations('document'), getFormat()]);
  const { number, atcud, recipientNif, total } = document.invoice;
  if ([number, atcud, recipientNif, total].every((value) => value === null)) return null;
  const code = (text: string | null) => text && <span className="id">{text}</span>;
  return (
    <Region
      id="invoice"
      title={
        <>
          {t('invoice')} <span className="q">{t('invoiceAside')}</span>
        </>
      }
    >
      <Facts
        two
        of={[
          [t('invoiceNumber'), code(number)],
          [t('recipientNif'), code(recipientNif)],
          [t('atcud'), code(atcud)],
          [t('total'), total === null ? null : format.euros(Number(total))],
        ]}
      />
    </Region>
  );
}

/** They may have come before this one: they are looked for from a year before. */
const yearDays = 365;

/** Ways to documents that share something with this one. */
export async function MoreLikeThis({ document }: Props) {
  const [t, format] = await Promise.all([getTranslations('document'), getFormat()]);
  const { sha256, service, content } = document;
  const from = addDays(format.localDay(document.operation.receivedAt), -yearDays);
  const nif = document.invoice.recipientNif;
  const kind = content === 'hash' ? { kind: 'hash' } : {};
  return (
    <Region id="same" title={t('same')}>
      <ul className="grid gap-1.5 text-13">
        {nif === null ? null : (
          <li>
            <NavLink to={paths.documents({ nif: `=${nif}`, from })}>{t('sameNif')}</NavLink>
          </li>
        )}
        <li>
          <NavLink to={paths.documents({ ...kind, hash: sha256, from })}>{t('sameHash')}</NavLink>
        </li>
        <li>
          <NavLink to={paths.documents({ ...kind, service: service.id })}>{t('sameService')}</NavLink>
        </li>
      </ul>
    </Region>
  );
}
