import type { ExportRow } from './row'

type Value = string | number | null

/** What stands in each column, by its name in the head. */
const COLUMNS: Record<string, (row: ExportRow) => Value> = {
  kind: ({ kind }) => kind,
  id: ({ id }) => id,
  receivedAt: ({ receivedAt }) => receivedAt,
  occurredAt: ({ occurredAt }) => occurredAt,
  lagSeconds: ({ occurredAt, receivedAt }) =>
    occurredAt === null ? null : (Date.parse(receivedAt) - Date.parse(occurredAt)) / 1000,
  provider: ({ provider }) => provider,
  source: ({ source }) => source.slug,
  type: ({ type }) => type,
  subjectKind: ({ subject }) => subject?.kind ?? null,
  subject: ({ subject }) => subject?.label ?? null,
  verdict: ({ verdict }) => verdict,
  reason: ({ reason }) => reason,
  handlers: ({ runs }) => runs.map((run) => `${run.title}: ${run.status}`).join('; '),
  deliveryCount: ({ deliveryCount }) => deliveryCount,
  lastReceivedAt: ({ lastReceivedAt }) => lastReceivedAt,
  problems: ({ problems }) => problems.map(({ code }) => code).join('; '),
  deliveryId: ({ deliveryId }) => deliveryId,
  dedupeKey: ({ dedupeKey }) => dedupeKey,
  identifiers: ({ identifiers, claims }) =>
    [...identifiers, ...claims].map(({ scheme, value }) => `${scheme}:${value}`).join('; '),
}

/** The names of the columns, as the first line. */
export function csvHead(): string {
  return lineOf(Object.keys(COLUMNS))
}

/** A row as a line of CSV (RFC 4180). */
export function csvLine(row: ExportRow): string {
  return lineOf(Object.values(COLUMNS).map((read) => read(row)))
}

function lineOf(values: readonly Value[]): string {
  return `${values.map(csvCell).join(',')}\r\n`
}

/**
 * A program for tables takes a text with one of these in front for a formula, and executes it; the wide ones too, and where
 * its language separates cells by semicolons, also behind such a one.
 */
const FORMULA = /^(?=[\t\r\n])|(^|[;\t\r\n])(?=\s*[=+\-@\uff1d\uff0b\uff0d\uff20])/g

/** A value as a cell: quoted where it must be; a text that would be a formula has an apostrophe in front. */
export function csvCell(value: Value): string {
  if (value === null) return ''
  const text = typeof value === 'string' ? value.replace(FORMULA, "$1'") : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
