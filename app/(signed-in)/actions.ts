'use server';

import { action } from '@/lib/actions/action';
import { columnsSave, viewsMakeDefault, viewsRemove } from '@/lib/services/views/choose';
import { viewsRename, viewsSave } from '@/lib/services/views/save';

/** Keeps the list's address under a name, new or known. */
export const saveView = action(viewsSave);
export const renameView = action(viewsRename);
export const removeView = action(viewsRemove);
/** What opens when the address asks for nothing. */
export const makeDefaultView = action(viewsMakeDefault);
export const saveColumns = action(columnsSave);
