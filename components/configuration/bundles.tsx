'use client';

import { useTranslations } from 'next-intl';
import { ConfirmAction } from '@/components/detail/confirm-action';
import type { FormAction } from '@/components/forms/action-form';
import { TextField } from '@/components/forms/fields';
import { useFormat } from '@/lib/format/use-format';
import { bundleForm } from '@/lib/services/subscriptions/schemas';

type Bundle = {
  readonly code: string;
  readonly namePt: string;
  readonly nameEn: string;
  readonly signatures: number;
  readonly custody: boolean;
  readonly version: number;
};
const fresh: Bundle = { code: '', namePt: '', nameEn: '', signatures: 1000, custody: false, version: 0 };

/** What issuers subscribe to; codes stay, since issuers carry them. */
export function Bundles({ bundles, action }: { bundles: readonly Bundle[]; action: FormAction<{ code: string }> }) {
  const t = useTranslations('configuration.bundles');
  const format = useFormat();
  return (
    <>
      <div className="shorttable">
        <table className="t">
          <caption className="sr-only">{t('title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('code')}</th>
              <th scope="col">{t('namePt')}</th>
              <th scope="col">{t('nameEn')}</th>
              <th scope="col" className="num">
                {t('signatures')}
              </th>
              <th scope="col">{t('custody')}</th>
              <th scope="col">
                <span className="sr-only">{t('edit')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {bundles.map((bundle) => (
              <tr key={bundle.code}>
                <td className="id">{bundle.code}</td>
                <td>{bundle.namePt}</td>
                <td>{bundle.nameEn}</td>
                <td className="num">{format.count(bundle.signatures)}</td>
                <td>{t(bundle.custody ? 'yes' : 'no')}</td>
                <td>
                  <Edit bundle={bundle} label={t('edit')} title={t('editOf', { code: bundle.code })} action={action} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="px-(--gutter) py-4">
        <Edit bundle={fresh} label={t('add')} title={t('add')} action={action} />
      </p>
    </>
  );
}

function Edit({
  bundle: { code, version, namePt, nameEn, signatures, custody },
  label,
  title,
  action,
}: {
  bundle: Bundle;
  label: string;
  title: string;
  action: FormAction<{ code: string }>;
}) {
  const t = useTranslations('configuration.bundles');
  return (
    <ConfirmAction<{ code: string }>
      label={label}
      look={{ small: true, icon: version === 0 ? 'plus' : 'pencil' }}
      title={title}
      consequences={[{ icon: 'issuers', text: t(version === 0 ? 'addSays' : 'editSays') }]}
      action={action}
      schema={bundleForm}
      hidden={{ version, ...(version === 0 ? {} : { code }) }}
      act={t('save')}
      faults={{ bundle_code: t('codeHelp') }}
    >
      {version === 0 ? <TextField name="code" label={t('code')} help={t('codeHelp')} inputClass="id" /> : null}
      <TextField name="namePt" label={t('namePt')} defaultValue={namePt} />
      <TextField name="nameEn" label={t('nameEn')} defaultValue={nameEn} />
      <TextField name="signatures" label={t('signatures')} inputMode="numeric" defaultValue={String(signatures)} />
      <label className="choice">
        <input type="checkbox" name="custody" defaultChecked={custody} />
        {t('custody')}
      </label>
    </ConfirmAction>
  );
}
