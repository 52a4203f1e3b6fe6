import type { RoleName } from './people';
import type { ThingKind } from './things';

/** What the matrix expects of a server action. */
export type ActionLine = {
  /** The page whose form it is. */
  page: string;
  who: readonly RoleName[] | 'anybody';
  /** What a permitted call changes: the caller's own row, the end of the caller's own session, nothing. */
  changes: 'own-row' | 'own-session' | 'nothing';
  /** Its arguments: one value, the form of useActionState, or none. */
  takes:
    | { value: readonly unknown[]; malformed: readonly unknown[] }
    /** `stops`: an operator of a suspended company is refused whatever it posts. */
    | { form: readonly Fields[]; malformed: readonly Fields[]; stops?: true }
    /** Posted with the id of each thing and a version that none has; `[id]` in `page` is that of one in reach. */
    | { thing: ThingKind; fields: Fields; malformed: readonly Fields[]; whileSuspended?: true };
};
type Fields = Readonly<Record<string, string>>;
