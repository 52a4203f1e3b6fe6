import { href, paths } from '@/lib/paths';
import type { FilterOptions, FilterOption as SentOption } from '@/lib/services/operations/schemas';
import { fetchAnswer } from './answers';
import type { ChoiceFilter, FilterOption } from './filters';
import type { ListWords } from './say-filter';

const kinds = ['service', 'issuer', 'partner'] as const;
type Kind = (typeof kinds)[number];

/**
 * Whose rows: the filters by service, issuer and partner that lists of an issuer's rows have. Who sees several issuers
 * begins the sentence with them, and finds the services by "Add filter"; everybody else begins with the service.
 * @param start the words before the first of them: "Operations of"
 */
export function ownerFilters(t: ListWords, options: FilterOptions, start: string): readonly ChoiceFilter[] {
  const named = ([id, name, detail]: SentOption): FilterOption => [id, name ?? t('direct'), detail];
  const first: Kind = options.issuers.length > 1 ? 'issuer' : 'service';
  const offered = kinds.filter(
    (kind) => kind === 'service' || options[`${kind}s`].length > (kind === 'issuer' ? 1 : 0),
  );
  const order: readonly Kind[] = [first, ...offered.filter((kind) => kind !== first)];
  return order.map((kind) => ({
    kind: 'choice',
    field: kind,
    name: t(`owner.${kind}.name`),
    lead: kind === first ? start : t(`owner.${kind}.lead`),
    any: t(`owner.${kind}.any`),
    unknown: t(`owner.${kind}.unknown`),
    folded: kind !== first,
    options: options[`${kind}s`].map(named),
    ...(kind === 'service' ? { say: ([, name, detail]: FilterOption) => `${name} ${detail}` } : {}),
    ...(options.more[`${kind}s`]
      ? {
          find: (text: string, signal: AbortSignal) =>
            fetchAnswer<FilterOptions>(href(paths.lists.operationOptions(text)), signal).then((found) =>
              found[`${kind}s`].map(named),
            ),
        }
      : {}),
  }));
}
