import { jsonText } from '@/lib/events/json-text'
import type { ExportRow } from './row'

/**
 * A row as one line of JSON: `payload` stands in it as it was sent, without line ends between its parts; where the body is not
 * JSON `payload` is null, and `body` has the bytes in base64.
 */
export function ndjsonLine({ body, ...row }: ExportRow): string {
  const payload = jsonText(row.headers, body)
  const rest = payload === null ? { ...row, body: Buffer.from(body).toString('base64') } : row
  return `${JSON.stringify(rest).slice(0, -1)},"payload":${payload === null ? 'null' : onOneLine(payload)}}\n`
}

/** The last line of an export that could not be completed. */
export function ndjsonFault(code: string, message: string): string {
  return `${JSON.stringify({ error: { code, message } })}\n`
}

/** No string of JSON holds a line end as such: they all stand between the parts, where they mean nothing. */
function onOneLine(json: string): string {
  return json.replace(/[\r\n]+/g, ' ')
}
