import type { Ask } from './http';

const boundary = 'matrix-boundary-7MA4YWxkTrZu0gW';

const part = (name: string, value: string): string =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

type Fields = Readonly<Record<string, string>>;

/** Pairs, since their order matters and an object would put `0` first. */
type Parts = readonly (readonly [name: string, value: string])[];

const multipart = (parts: Parts): Pick<Ask, 'body'> & { type: string } => ({
  type: `multipart/form-data; boundary=${boundary}`,
  body: `${parts.map(([name, value]) => part(name, value)).join('')}--${boundary}--\r\n`,
});

/** The arguments of a server action as React's client encodes them. A form's fields come before the value that names it. */
function encoded(args: readonly unknown[], form: Fields | null): Parts {
  if (form === null) return [['0', JSON.stringify(args)]];
  const fields = Object.entries(form).map(([name, value]) => [`_1_${name}`, value] as const);
  return [...fields, ['0', JSON.stringify([...args, '$K1'])]];
}

/** A call of a server action as the client router posts it. */
export function actionCall(path: string, id: string, args: readonly unknown[], form: Fields | null): Ask {
  const { type, ...body } = multipart(encoded(args, form));
  return {
    method: 'POST',
    path,
    headers: { accept: 'text/x-component', 'next-action': id, 'content-type': type },
    ...body,
  };
}

/** The same without script: the id is a field of the form, and the answer a page. */
export function actionForm(path: string, id: string, form: Fields | null): Ask {
  const { type, ...body } = multipart([[`$ACTION_ID_${id}`, ''], ...Object.entries(form ?? {})]);
  return { method: 'POST', path, headers: { accept: 'text/html', 'content-type': type }, ...body };
}

/** What an action answered: `{ ok, code }` out of the flight answer's rows; null when there is none. */
export function actionResult(body: string): { ok?: boolean; code?: string; problem?: string | null } | null {
  for (const line of body.split('\n')) {
    const json = /^[0-9a-f]+:(\{"(?:ok|problem|email|attempt)".*\})$/.exec(line)?.[1];
    if (json) return JSON.parse(json);
  }
  return null;
}
