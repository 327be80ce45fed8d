import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { type ErrorCode, JejakError, problem } from '@/lib/errors'

const responses = new WeakMap<Duplex, ServerResponse>()

/** Remembers the latest response of a connection, so that a client error does not write into the middle of it. */
export function noteResponse(request: IncomingMessage, response: ServerResponse) {
  responses.set(request.socket, response)
}

/** Answers what Node could not parse, or what took too long to arrive, with a problem document; then closes. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Duplex) {
  const response = responses.get(socket)
  const midway = response?.headersSent === true && !response.writableFinished
  if (!socket.writable || error.code === 'ECONNRESET' || midway) {
    socket.destroy()
    return
  }
  const code = CODES[error.code ?? ''] ?? 'invalid_request'
  const document = problem(new JejakError(code, DETAILS[code]))
  const body = JSON.stringify(document)
  const head = [
    `HTTP/1.1 ${document.status} ${document.title}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy())
}

type ClientErrorCode = Extract<ErrorCode, 'invalid_request' | 'headers_too_large' | 'request_timeout'>

const CODES: Record<string, ClientErrorCode> = {
  HPE_HEADER_OVERFLOW: 'headers_too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timeout',
}

const DETAILS: Record<ClientErrorCode, string> = {
  invalid_request: 'Expected an HTTP/1.1 request, and what came is not one.',
  headers_too_large: 'Expected at most 32 KB of headers, and more came.',
  request_timeout: 'Expected the headers within 10 seconds and the whole request within 30.',
}
