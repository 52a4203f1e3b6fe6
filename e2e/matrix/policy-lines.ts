import type { RoleName } from './people';
import type { AboutThing } from './things';

/** What the matrix expects of a page. */
export type PageLine =
  | { who: 'anybody' }
  /** No role is let in: 403 to whoever is signed in. */
  | { who: 'none' }
  /** Not a page of the product: what an unknown address comes to. */
  | { who: 'unknown' }
  | {
      who: readonly RoleName[];
      about:
        | 'home'
        | 'dashboard'
        | 'list'
        | 'operation'
        | 'documents'
        | 'document'
        | 'oneself'
        | 'plain'
        | 'makes'
        | AboutThing;
    };

/** What the matrix expects of a verb. */
export type VerbLine = {
  who: readonly RoleName[];
  about:
    | 'list'
    | 'count'
    | 'options'
    | 'operation'
    | 'documents'
    | 'documents-count'
    | 'documents-export'
    | 'document'
    | 'content'
    | 'validation'
    | 'consumption'
    | 'consumption-table'
    | 'today'
    | 'recent'
    | 'attention'
    | 'subjects'
    | 'records'
    | 'needs'
    | 'oneself'
    | 'own-views'
    | 'own-home-views'
    | 'own-view-save'
    | 'own-view-rename'
    | 'own-view-remove'
    | 'own-view-default'
    | 'own-columns'
    | 'own-settings'
    | 'export'
    | 'export-order'
    | 'own-exports'
    | 'own-run'
    | 'own-piece'
    | 'activity'
    | 'directory'
    | 'directory-count'
    | 'directory-export'
    | 'own-activity'
    | 'flow-return'
    | 'nobodys'
    | 'bundles'
    | AboutThing
    | AboutMaking;
};

/** A verb that makes something new: asked only for what it must refuse, since the world stays as it is. */
export type AboutMaking = { refuses: readonly Readonly<Record<string, unknown>>[]; whileSuspended?: true };
