import { getTranslations } from 'next-intl/server';
import { getFormat } from '@/lib/format/server';
import type { Act } from '@/lib/services/activity/schemas';

type Words = Awaited<ReturnType<typeof getTranslations<'activity'>>>;

/** A key of the catalogue that the log names, or null: the log is older than any list of words. */
function said(t: Words, path: string, values: Record<string, string> = {}): string | null {
  const known = path as 'nobody';
  return t.has(known) ? t(known, values) : null;
}

/** Who did it: by name where the reader may know it, else by role. */
function actorName(t: Words, { actor }: Act): string {
  if (actor.oneself) return t('you');
  return actor.name ?? said(t, `roles.${actor.role}`) ?? t('nobody');
}

/** The act in words. A refusal says what was tried. */
function sentenceOf(t: Words, act: Act): string {
  const refused = act.action.startsWith('refused:');
  const verb = (refused ? act.action.slice('refused:'.length) : act.action).replaceAll('.', '_');
  const target = act.target.name ?? said(t, `things.${act.target.type}`) ?? act.target.type;
  const values = { who: actorName(t, act), target };
  if (refused) return t('refused', { ...values, act: said(t, `acts.${verb}`, { ...values, who: '…' }) ?? verb });
  return said(t, `acts.${verb}`, values) ?? t('unknown', { ...values, act: act.action });
}

/** One act: when, what, and the fields that changed. */
export async function ActLine({ act }: { act: Act }) {
  const [t, v, format] = await Promise.all([getTranslations('activity'), getTranslations('vocabulary'), getFormat()]);
  const written = (field: string, value: Act['fields'][number]['after']) => {
    if (value === null || value === '') return t('empty');
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (typeof value === 'number') return format.count(value);
    const path = `${field}.${value}` as 'status.active';
    return (field === 'status' || field === 'role') && v.has(path) ? v(path) : value;
  };
  return (
    <li>
      <time dateTime={new Date(act.at).toISOString()} title={format.tooltip(act.at)}>
        {format.full(act.at)}
      </time>
      <div className="min-w-0">
        <bdi>{sentenceOf(t, act)}</bdi>
        {act.fields.length > 0 ? (
          <dl>
            {act.fields.map(({ field, before, after }) => (
              <div key={field} className="contents">
                <dt>{said(t, `fields.${field}`) ?? field}</dt>
                <dd>
                  {before === null ? null : (
                    <>
                      <del>{written(field, before)}</del> →{' '}
                    </>
                  )}
                  <ins>{written(field, after)}</ins>
                </dd>
              </div>
            ))}
          </dl>
        ) : null}
      </div>
    </li>
  );
}
