/** Whether this browser keeps the rail folded: a cookie, so that the server draws the frame as it will stay. */
export const foldCookie = 'rail';

const folded = 'folded';

/** What the cookie's value says; absent or anything else is unfolded. */
export const isFolded = (value: string | undefined): boolean => value === folded;

/** Keeps the choice for a year, in this browser. */
export function rememberFold(page: Pick<Document, 'cookie'>, fold: boolean): void {
  page.cookie = `${foldCookie}=${fold ? folded : 'open'}; path=/; max-age=31536000; samesite=lax`;
}
