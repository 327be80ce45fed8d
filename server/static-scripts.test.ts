import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { compressScripts } from './setup/compress.mjs'
import { createScriptAnswer } from './static-scripts'

const SCRIPT = 'console.log("a script")\n'.repeat(200)
let directory: string
let server: Server
let url: string

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'jejak-static-'))
  mkdirSync(join(directory, 'chunks'))
  writeFileSync(join(directory, 'chunks', 'a.js'), SCRIPT)
  writeFileSync(join(directory, 'secret.txt'), 'no script')
  await compressScripts(directory)
  const answer = createScriptAnswer(directory)
  server = createServer((request, response) => {
    if (!answer(request, response)) response.writeHead(404).end('Next would answer')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/_next/static/`
})

afterAll(() => {
  server.close()
  rmSync(directory, { recursive: true, force: true })
})

const ask = (path: string, encoding: string, method = 'GET') =>
  fetch(url + path, { method, headers: { 'accept-encoding': encoding } })

it('sends a script compressed, for ever, to a browser that takes brotli', async () => {
  const answer = await ask('chunks/a.js', 'gzip, deflate, br')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-encoding')).toBe('br')
  expect(Number(answer.headers.get('content-length'))).toBeLessThan(SCRIPT.length / 10)
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(await answer.text()).toBe(SCRIPT)
})

it('leaves everything else to Next', async () => {
  for (const [path, encoding] of [
    ['chunks/a.js', 'gzip'],
    ['chunks/a.js', 'gzip, br;q=0'],
    ['chunks/b.js', 'br'],
    ['secret.txt', 'br'],
    ['chunks/a.js.br', 'br'],
    ['../static/chunks/..%2fa.js', 'br'],
  ] as const) {
    expect((await ask(path, encoding)).status, path).toBe(404)
  }
  expect((await ask('chunks/a.js', 'br', 'HEAD')).status).toBe(404)
})
