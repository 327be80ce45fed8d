import type { ExportFormat } from './href'

const CONTENT_TYPES: Record<ExportFormat, string> = {
  ndjson: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
}

/** Under which name (with the time, in UTC) and as what an export is answered. */
export function exportFile(format: ExportFormat, now: Date): { name: string; contentType: string } {
  const at = now.toISOString().slice(0, 16).replace('T', '-').replace(':', '')
  return { name: `jejak-events-${at}.${format}`, contentType: CONTENT_TYPES[format] }
}
