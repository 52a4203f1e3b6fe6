import 'server-only';
import type { ExportFormat } from '@/lib/domain/export';
import { env } from '@/lib/env';
import { localTime } from '@/lib/format/local-time';

const types: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Headers of an export: what it is, how it is to be called, and how many rows it holds. */
export function fileHeaders(file: { list: string; format: ExportFormat; rows: number; at: number }) {
  // 20261124-1431, on the installation's clock.
  const at = localTime(env().SIGNSTASH_TIME_ZONE).iso(file.at).slice(0, 16).replaceAll(/[-:]/g, '').replace('T', '-');
  return {
    'Content-Type': types[file.format],
    'Content-Disposition': `attachment; filename="${file.list}-${at}.${file.format}"`,
    'X-Export-Rows': String(file.rows),
  };
}
