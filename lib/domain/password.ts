/** Longest password in characters: a longer one is refused before it costs a hash. */
export const passwordMaximum = 128;
