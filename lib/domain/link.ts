/** Links that let somebody in once: the first password, a forgotten one, one that somebody else asked to be set anew. */
export const linkKinds = ['activation', 'reset', 'redefinition'] as const;
export type LinkKind = (typeof linkKinds)[number];

/** How long each is good for (product.md section 3), in hours. */
export const linkHours: Readonly<Record<LinkKind, number>> = { activation: 72, reset: 1, redefinition: 1 };
