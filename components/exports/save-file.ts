import { paths } from '@/lib/paths';
import { ask } from './ask';
import type { Asked } from './asked';

/**
 * Fetches a list as a file and hands it to the browser, once all of it is there: an export that breaks off rejects, and
 * leaves no short file behind.
 * @returns the file's name and how many rows it holds
 */
export async function saveFile({ list, query }: Pick<Asked, 'list' | 'query'>, format: string) {
  const response = await ask(paths.exports.of(list, query, format));
  const content = await response.blob();
  const said = response.headers.get('content-disposition') ?? '';
  const name = /filename="([^"]+)"/.exec(said)?.[1] ?? `${list}.${format}`;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The browser has taken it by then; a second later the memory is free again.
  setTimeout(() => URL.revokeObjectURL(link.href), 1_000);
  return { name, rows: Number(response.headers.get('x-export-rows')) };
}
