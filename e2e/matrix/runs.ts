/** The four runs of security.md, and what each leaves out of the house. */
export const runNames = ['as-built', 'without-middleware', 'without-rls', 'without-query-fence'] as const;
export type RunName = (typeof runNames)[number];

export const isRunName = (name: string | undefined): name is RunName => runNames.some((each) => each === name);
