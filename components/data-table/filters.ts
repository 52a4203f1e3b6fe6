/** A choice of a filter menu: id, name, and what tells it from others of that name. */
export type FilterOption = readonly [id: string, name: string, detail: string];
export type Labels = readonly (readonly [value: string, label: string])[];

/** What a filter is called, the word that leads to it in the sentence, and what it says while it narrows nothing. */
type Words = { readonly name: string; readonly lead: string; readonly any: string };
type Common = Words & {
  readonly field: string;
  /** Out of the sentence until it narrows or somebody adds it. */
  readonly folded?: boolean;
};

/** One of several, by name. `find` asks the server for what is not among the options that were sent. */
export type ChoiceFilter = Common & {
  readonly kind: 'choice';
  readonly options: readonly FilterOption[];
  readonly find?: (text: string, signal: AbortSignal) => Promise<readonly FilterOption[]>;
  /** What it says of a value that is none of the options. */
  readonly unknown: string;
  /** How a chosen one reads in the sentence; its name where absent. */
  readonly say?: (option: FilterOption) => string;
};

/** Any number of few. */
export type ChecksFilter = Common & {
  readonly kind: 'checks';
  readonly options: Labels;
  /** What counts as chosen while the address names none. */
  readonly usual?: readonly string[];
  /** "3 statuses". */
  readonly several: (count: number) => string;
};

/** A text to look for: how it begins, or what it contains. */
export type TextFilter = Common & {
  readonly kind: 'text';
  readonly shape: 'begins' | 'contains';
  readonly help: string;
  /** How a text reads in the sentence, where its shape alone does not tell. */
  readonly say?: (text: string) => string;
};

/** Days: a period that moves with today, or from one day to another. */
export type DaysFilter = { readonly kind: 'days'; readonly field: 'days'; readonly folded?: false } & Omit<
  Words,
  'any'
> & {
    /** Why a longer range is not possible. */
    readonly help: string;
  };

export type Filter = ChoiceFilter | ChecksFilter | TextFilter | DaysFilter;

/** The parameters of the address that a filter stands for. */
export const fieldsOf = ({ field }: Filter): readonly string[] =>
  field === 'days' ? ['period', 'from', 'to'] : [field];
