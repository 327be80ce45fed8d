import { type ZodType, z } from 'zod'
import { JejakError } from '@/lib/errors'
import { expected } from '@/lib/i18n/expected'
import { say } from '@/lib/i18n/say'
import { invalidInput, invalidParameters, otherwise } from './invalid'

const MAX_JSON_BYTES = 256 * 1024

/** The query of a request. Throws `invalid_request`, by name, for what is wrong, unknown or given twice. */
export function parseQuery<T>(request: Request, schema: ZodType<T>): T {
  const entries = [...new URL(request.url).searchParams]
  const names = entries.map(([name]) => name)
  const repeated = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))]
  if (repeated.length > 0) {
    throw invalidParameters(repeated.map((name) => ({ parameter: name.slice(0, 80), message: say('expected.once') })))
  }
  return parse(schema, Object.fromEntries(entries))
}

/** The parameters of a path. Throws `invalid_request`, by name, for what is wrong. */
export function parseParams<T>(params: unknown, schema: ZodType<T>): T {
  return parse(schema, params)
}

/** `{ id }` of a path, as every id of Jejak is written. */
export const idParams = z.object({ id: z.uuid(expected('id')) })

/**
 * The JSON body of a request, of 256 KB at most where no other limit is given. `whereEmpty` stands for an empty one. Throws
 * `body_too_large` or `invalid_request`.
 */
export async function parseJson<T>(
  request: Request,
  schema: ZodType<T>,
  { maxBytes = MAX_JSON_BYTES, whereEmpty }: { maxBytes?: number; whereEmpty?: unknown } = {},
): Promise<T> {
  const text = await readText(request, maxBytes)
  if (text.trim() !== '') return parse(schema, readJson(text))
  if (whereEmpty !== undefined) return parse(schema, whereEmpty)
  throw new JejakError('invalid_request', say('bodyEmpty'))
}

/** The body as text. Throws `body_too_large` once it has grown past `limitBytes`, and reads no further. */
export async function readText(request: Request, limitBytes: number): Promise<string> {
  const parts: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength
    if (size > limitBytes) {
      await reader?.cancel()
      throw new JejakError('body_too_large', say('bodyTooLarge', { bytes: String(limitBytes) }))
    }
    parts.push(part.value)
  }
  return Buffer.concat(parts).toString('utf8')
}

/** The value that a JSON text stands for. Throws `invalid_request`, quoting nothing of it. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The parser's own message quotes the text, which may hold a password.
    throw new JejakError('invalid_request', say('bodyNotJson'))
  }
}

function parse<T>(schema: ZodType<T>, input: unknown): T {
  const result = schema.safeParse(input, { error: otherwise })
  if (!result.success) throw invalidInput(result.error, input)
  return result.data
}
