import { encode } from 'html-entities';
import { numberFormats } from '@/lib/format/numbers';

/** The sandbox's own pages: plain, so that nobody takes them for an authority. */
const page = (title: string, body: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${encode(title)} · Sandbox CA</title>
<style>
:root{color-scheme:light dark;font:15px/1.5 system-ui,sans-serif}
body{margin:0;min-height:100vh;display:grid;place-items:center;background:#f4f1ea;color:#1d1b16}
main{box-sizing:border-box;width:min(27rem,calc(100vw - 2rem));background:#fff;border:1px solid #d9d3c5;border-radius:10px;padding:1.5rem;margin:1rem 0}
h1{font-size:1.15rem;margin:0 0 .25rem}p{margin:.25rem 0 1rem;color:#5b5548}
label{display:block;margin:.75rem 0 .25rem;font-weight:500}
input{width:100%;box-sizing:border-box;font:inherit;padding:.5rem .6rem;border:1px solid #b9b2a2;border-radius:6px;background:#fff;color:inherit}
.acts{display:flex;gap:.5rem;justify-content:flex-end;margin-top:1.25rem}
button{font:inherit;padding:.5rem .9rem;border-radius:6px;border:1px solid #b9b2a2;background:#fff;color:inherit;cursor:pointer}
button[value=allow]{background:#7a4b12;border-color:#7a4b12;color:#fff}
.wrong{color:#a11d12;font-weight:500}.tag{font-size:.8rem;color:#7a4b12;text-transform:uppercase;letter-spacing:.06em}
code{font-size:1.4rem;letter-spacing:.15em}
@media (prefers-color-scheme:dark){body{background:#171510;color:#eee8db}main{background:#211e17;border-color:#3b362b}p{color:#b5ad9c}
input,button{background:#171510;border-color:#544d3f}.wrong{color:#ff9a8d}.tag{color:#e0b070}}
</style></head><body><main><span class="tag">Sandbox CA</span><h1>${encode(title)}</h1>${body}</main></body></html>`;

const field = (name: string, label: string, type = 'text', value = ''): string =>
  `<label for="${name}">${encode(label)}</label><input id="${name}" name="${name}" type="${type}" value="${encode(value)}" autocomplete="off">`;

export type ConsentPage = {
  /** The query of the request, handed on. */
  readonly query: string;
  readonly client: string;
  readonly user: string;
  /** With the scope `credential`: what is asked for. */
  readonly credential: {
    readonly name: string;
    readonly signatures: number;
    readonly pin: boolean;
    readonly otp: boolean;
  } | null;
  readonly wrong: string | null;
};

/** Sign in and consent, in one page; for a credential also PIN and OTP. */
export function consentPage({ query, client, user, credential, wrong }: ConsentPage): string {
  const asks = credential
    ? `wants to sign ${numberFormats('en').count(credential.signatures)} times with “${credential.name}”.`
    : 'wants to see your certificates.';
  return page(
    credential ? 'Allow signing' : 'Allow access',
    `<p>${encode(`${client} ${asks}`)}</p>${wrong ? `<p class="wrong" role="alert">${encode(wrong)}</p>` : ''}
<form method="post" action="/oauth2/authorize?${encode(query)}">
${field('user', 'Account', 'text', user)}${field('password', 'Password', 'password')}
${credential?.pin ? field('PIN', 'PIN', 'password') : ''}${credential?.otp ? field('OTP', 'Code from your phone (see /phone)') : ''}
<div class="acts"><button name="answer" value="cancel">Cancel</button><button name="answer" value="allow">Allow</button></div></form>`,
  );
}

export const phonePage = (codes: readonly { name: string; code: string }[]): string =>
  page(
    'Your phone',
    codes.length === 0
      ? '<p>No code has been sent. Reload once one was asked for.</p>'
      : codes.map(({ name, code }) => `<p>${encode(name)}<br><code>${encode(code)}</code></p>`).join(''),
  );

export const refusalPage = (text: string): string => page('This cannot go on', `<p class="wrong">${encode(text)}</p>`);
