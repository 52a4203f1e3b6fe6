import { encode } from 'html-entities';
import { type Language, tagOf } from '@/lib/i18n/language';

type Block = { readonly html: string } | { readonly link: string; readonly label: string; readonly plain: string };

/** The colours of the product's light theme: mail clients know no custom properties. */
const ink = '#1b1f27';
const quiet = '#5b6370';
const accent = '#2c4a9e';
const font = `font-family:Inter,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif`;

/**
 * The HTML around every mail: one column of at most 560 px, a table because Outlook lays out nothing else. Written by
 * hand: a React renderer does not run where verbs and jobs do (docs/decisions/2026-11-26-mail-frame.md).
 */
export function framed({
  language,
  subject,
  blocks,
  foot,
}: {
  language: Language;
  subject: string;
  /** Paragraphs, escaped already, and the button. */
  blocks: readonly Block[];
  foot: string;
}): string {
  const inside = blocks.map(blockOf).join('\n');
  return `<!doctype html>
<html lang="${tagOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light">
<title>${encode(subject)}</title>
</head>
<body style="margin:0;padding:0;background:#f4f5f7">
<table role="presentation" width="100%" cellspacing="0" cellpadding="0" border="0"><tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" cellspacing="0" cellpadding="0" border="0" style="max-width:560px;background:#ffffff;border:1px solid #e2e5ea;border-radius:8px">
<tr><td style="padding:28px 32px 8px;${font};font-size:15px;font-weight:650;color:${accent}">Sign’Stash</td></tr>
<tr><td style="padding:0 32px 20px;${font};font-size:15px;line-height:1.55;color:${ink}">
${inside}
</td></tr>
</table>
<p style="max-width:560px;margin:16px auto 0;${font};font-size:12px;line-height:1.5;color:${quiet}">${encode(foot)}</p>
</td></tr></table>
</body>
</html>
`;
}

function blockOf(block: Block): string {
  if ('html' in block) return `<p style="margin:16px 0">${block.html}</p>`;
  const address = encode(block.link);
  return `<p style="margin:24px 0"><a href="${address}" target="_blank" rel="noopener" style="display:inline-block;padding:11px 20px;border-radius:6px;background:${accent};color:#ffffff;font-weight:600;text-decoration:none">${encode(block.label)}</a></p>
<p style="margin:16px 0;font-size:13px;color:${quiet}">${encode(block.plain)}<br><span style="word-break:break-all">${address}</span></p>`;
}
