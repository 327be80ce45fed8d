export const EXPORT_FORMATS = ['ndjson', 'csv'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** Where a query's matches, rejected deliveries among them as in the list, are answered as a file. */
export function exportHref(q: string, format: ExportFormat): string {
  const asked: Record<string, string> = q.trim() === '' ? {} : { q: q.trim() }
  return `/api/v1/events/export?${new URLSearchParams({ ...asked, rejected: 'include', format })}`
}
