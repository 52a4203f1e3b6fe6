import type { ActionResult } from '@/lib/actions/result';
import type { KeptOfList } from '@/lib/services/views/schemas';

/** What an action on views answers: the view it was about, and what is kept of the list now. */
export type Saved = { readonly id: string | null; readonly kept: KeptOfList };
export type SaveAction = (previous: null, form: FormData) => Promise<ActionResult<Saved>>;
