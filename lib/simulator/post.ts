import http from 'node:http'
import https from 'node:https'

export type PostResult = { ok: true; status: number; body: string } | { ok: false; error: string; message: string }

export interface Poster {
  /** Sends one POST and reads the answer. Never throws: what keeps a request from being answered is told. */
  post(url: URL, headers: readonly (readonly [string, string])[], body: Uint8Array): Promise<PostResult>
  close(): void
}

const ANSWER_BYTES_KEPT = 4096

/** Sends over at most this many connections, which are kept open. Headers go out as given, in order and case. */
export function createPoster(connections: number, timeoutMs: number): Poster {
  const settings = { keepAlive: true, maxSockets: connections, maxFreeSockets: connections }
  const agents = { 'http:': new http.Agent(settings), 'https:': new https.Agent(settings) }

  function attempt(url: URL, headers: string[], body: Uint8Array, isFirst: boolean): Promise<PostResult> {
    return new Promise((resolve) => {
      const secure = url.protocol === 'https:'
      const agent = secure ? agents['https:'] : agents['http:']
      const request = (secure ? https : http).request(url, { method: 'POST', headers, agent, timeout: timeoutMs })
      request.on('timeout', () => request.destroy(new TimeoutError(`no answer within ${timeoutMs / 1000} s`)))
      request.on('error', (error) => {
        // The server may close an idle connection in the moment in which it is used again.
        if (isFirst && request.reusedSocket && codeOf(error) === 'ECONNRESET') {
          resolve(attempt(url, headers, body, false))
        } else {
          resolve({ ok: false, error: codeOf(error), message: error.message || codeOf(error) })
        }
      })
      request.on('response', (response) => {
        const chunks: Buffer[] = []
        let kept = 0
        response.on('data', (chunk: Buffer) => {
          if (kept < ANSWER_BYTES_KEPT) chunks.push(chunk)
          kept += chunk.length
        })
        response.on('error', (error) => resolve({ ok: false, error: codeOf(error), message: error.message }))
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8', 0, ANSWER_BYTES_KEPT)
          resolve({ ok: true, status: response.statusCode ?? 0, body: text })
        })
      })
      request.end(body)
    })
  }

  return {
    post: (url, headers, body) => {
      const all = [['Host', url.host], ...headers, ['Content-Length', String(body.byteLength)]].flat()
      return attempt(url, all, body, true)
    },
    close() {
      agents['http:'].destroy()
      agents['https:'].destroy()
    },
  }
}

class TimeoutError extends Error {
  readonly code = 'ETIMEDOUT'
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
