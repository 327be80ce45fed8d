import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { pipeline } from 'node:stream'

/** Next's own path and lifetime of what a build makes: a name never stands for anything else. */
const PREFIX = '/_next/static/'
const IMMUTABLE = 'public, max-age=31536000, immutable'
const TYPES: Record<string, string> = {
  js: 'application/javascript; charset=UTF-8',
  css: 'text/css; charset=UTF-8',
}

/**
 * Sends the scripts and style sheets of a build as brotli, compressed when it was built (server/setup/compress.mjs), to browsers
 * that take it. Next compresses with gzip alone, anew for each request. The answer is false where a request is for something else.
 */
export function createScriptAnswer(staticDirectory: string) {
  const files = new Map<string, { file: string; bytes: number; type: string }>()
  for (const name of existsSync(staticDirectory)
    ? readdirSync(staticDirectory, { recursive: true, encoding: 'utf8' })
    : []) {
    const type = TYPES[/\.(js|css)\.br$/.exec(name)?.[1] ?? '']
    if (!type) continue
    const file = join(staticDirectory, name)
    files.set(PREFIX + name.replaceAll('\\', '/').slice(0, -'.br'.length), { file, bytes: statSync(file).size, type })
  }
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    if (request.method !== 'GET' || !request.url?.startsWith(PREFIX)) return false
    const found = files.get(request.url.split('?', 1)[0] ?? '')
    if (!found || !takesBrotli(request.headers['accept-encoding'])) return false
    response.writeHead(200, {
      'content-type': found.type,
      'content-encoding': 'br',
      'content-length': found.bytes,
      'cache-control': IMMUTABLE,
      vary: 'Accept-Encoding',
    })
    // A browser that goes away meanwhile has ended its own answer.
    pipeline(createReadStream(found.file), response, () => {})
    return true
  }
}

function takesBrotli(accepted: string | string[] | undefined): boolean {
  return String(accepted ?? '')
    .split(',')
    .some((part) => /^\s*br\s*(;\s*q=(?!0(\.0*)?\s*$).*)?$/.test(part))
}
