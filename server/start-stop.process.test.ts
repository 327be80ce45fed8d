import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { providers } from '@/lib/providers/registry'
import { root } from './setup/root.mjs'

interface Started {
  process: ChildProcess
  port: number
  url: string
  output(): string
  /** The exit code; a signal's name where one ended it. */
  ended: Promise<number | string>
}

let dataDir: string
let port: number
const started: Started[] = []

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'jejak-process-'))
  port = await freePort()
})

afterEach(async () => {
  for (const one of started.splice(0)) {
    one.process.kill('SIGTERM')
    await one.ended
  }
  await until('nothing is left running', () => running().length === 0)
  rmSync(dataDir, { recursive: true, force: true })
})

describe('npm start', () => {
  it('says where it is, answers, and leaves nothing running after SIGTERM to npm', async () => {
    const product = start({}, ['npm', 'start'])
    await answers(product)
    await until('it says that it is ready', () => product.output().includes('Jejak is ready'))
    expect(product.output()).toMatch(/\/set-up\?token=.+/)
    expect(product.output().match(/\/api\/webhooks\//g)).toHaveLength(2)
    expect(await (await fetch(`${product.url}/api/ready`)).json()).toEqual({ status: 'ready' })
    expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600)
    expect(statSync(join(dataDir, 'postgres.password')).mode & 0o777).toBe(0o600)
    await stopsWithin(product, 'SIGTERM')
    expect(running()).toEqual([])
  })

  it('stops in order when the whole group is interrupted, as by Ctrl-C in a terminal', async () => {
    const product = start({}, ['npm', 'start'])
    await answers(product)
    signalGroup(product, 'SIGINT')
    expect(await product.ended).toBe(0)
    expect(running()).toEqual([])
    expect(readFileSync(join(dataDir, 'postgres.log'), 'utf8')).toMatch(/database system is shut down\s*$/)
  })

  it('stops when npm is killed', async () => {
    const product = start({}, ['npm', 'start'])
    await answers(product)
    product.process.kill('SIGKILL')
    await until('nothing is left running', () => running().length === 0, 10_000)
  })

  it('stops at once when interrupted before it is up', async () => {
    const product = start()
    await until(
      'PostgreSQL is being made',
      () => existsSync(dataDir) && readdirSync(dataDir).some((name) => name.startsWith('postgres')),
    )
    await stopsWithin(product, 'SIGINT')
    expect(running()).toEqual([])
  })

  it('answers within five seconds at a second start', async () => {
    const first = start()
    await answers(first)
    await stopsWithin(first, 'SIGTERM')
    const before = performance.now()
    await answers(start())
    expect(performance.now() - before).toBeLessThan(5_000)
  })

  it('starts again after it was killed, and takes over from the PostgreSQL that was left', async () => {
    const first = start()
    await answers(first)
    const left = postmasterPid()
    first.process.kill('SIGKILL')
    await first.ended
    await answers(start())
    expect(postmasterPid()).not.toBe(left)
    expect(isRunning(left)).toBe(false)
  })

  it('takes a webhook that asks for another protocol, also after a page was asked for', async () => {
    const product = start()
    await answers(product)
    expect((await fetch(product.url)).status).toBeLessThan(500)
    const socket = connect(product.port, '127.0.0.1')
    const head = [
      `POST /api/webhooks/${providers[0]?.id}/nobody HTTP/1.1`,
      'Host: x',
      'Content-Length: 2',
      'Upgrade: h2c',
      'HTTP2-Settings: AAEAAEAAAAIAAAABAAMAAABkAAQBAAAAAAUAAEAA',
    ]
    for (const connection of ['Upgrade, HTTP2-Settings', 'Upgrade, HTTP2-Settings, close']) {
      const answer = once(socket, 'data')
      socket.write(`${[...head, `Connection: ${connection}`].join('\r\n')}\r\n\r\n{}`)
      expect(String(await answer)).toMatch(/^HTTP\/1.1 404 .*"\/problems\/not_found"/s)
    }
    socket.destroy()
    await stopsWithin(product, 'SIGTERM')
  })

  it('comes back by itself when its web process is killed', async () => {
    const product = start()
    await until('it says that it is ready', () => product.output().includes('Jejak is ready'))
    const [web = 0] = running()
      .filter(({ command }) => command.includes('role.mjs web'))
      .map(({ pid }) => pid)
    process.kill(web, 'SIGKILL')
    await until('the web process is gone', () => !isRunning(web))
    await answers(product)
    await until('the interruption is told', () => product.output().includes('web process ended unexpectedly (SIGKILL)'))
  })

  it('starts PostgreSQL again when it is killed', async () => {
    const product = start()
    await answers(product, '/api/ready')
    const killed = postmasterPid()
    process.kill(killed, 'SIGKILL')
    await until('another PostgreSQL runs', () => postmasterPid() !== killed)
    await answers(product, '/api/ready')
    await stopsWithin(product, 'SIGTERM')
  })

  it('starts PostgreSQL again though it is killed once more each time it comes up', async () => {
    const product = start()
    await answers(product, '/api/ready')
    const killed = new Set<number>()
    while (killed.size < 4) {
      await until('another PostgreSQL runs', () => {
        const pid = postmasterPid()
        if (killed.has(pid) || !isRunning(pid)) return false
        return killed.add(pid) && process.kill(pid, 'SIGKILL')
      })
    }
    await answers(product, '/api/ready')
    await stopsWithin(product, 'SIGTERM')
  })

  it('leaves a stranger alone that has the process id of a PostgreSQL of long ago', async () => {
    const first = start()
    await answers(first)
    await stopsWithin(first, 'SIGTERM')
    const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
    writeFileSync(
      join(dataDir, 'postgres', 'postmaster.pid'),
      `${stranger.pid}\n${dataDir}/postgres\n1\n5432\n\n127.0.0.1\n\nready\n`,
    )
    await answers(start())
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull()
    stranger.kill('SIGKILL')
  })
})

describe('npm start that cannot succeed says why in one sentence', () => {
  it('where the port is taken', async () => {
    const other = await occupy(port)
    const refused = start()
    expect(await refused.ended).toBe(1)
    expect(refused.output()).toContain(`Port ${port} is already in use.`)
    expect(refused.output()).not.toMatch(/^\s+at /m)
    other.close()
  })

  it('where the data directory cannot be written', async () => {
    const file = join(dataDir, 'file')
    writeFileSync(file, '')
    for (const directory of ['/proc/jejak', file, join(file, 'below')]) {
      const refused = start({ JEJAK_DATA_DIR: directory })
      expect(await refused.ended).toBe(1)
      expect(refused.output()).toContain(`The data directory ${directory} cannot be written`)
    }
  })

  it('where DATABASE_URL leads nowhere, without showing its password', async () => {
    const refused = start({ DATABASE_URL: 'postgresql://someone:hidden-word@127.0.0.1:1/jejak' })
    expect(await refused.ended).toBe(1)
    expect(refused.output()).toContain('The database at 127.0.0.1:1 cannot be reached')
    expect(refused.output()).not.toContain('hidden-word')
  })

  it('where another Jejak runs on the same data directory, which goes on undisturbed', async () => {
    const product = start()
    await answers(product)
    const second = start({ PORT: String(await freePort()) })
    expect(await second.ended).toBe(1)
    expect(second.output()).toContain('Jejak is already running on the data directory')
    await answers(product, '/api/ready')
  })

  it('where the pages cannot be started, and answers those who wait for one', async () => {
    const go = join(dataDir, 'go')
    const refused = start({ NODE_OPTIONS: `--require ${unreadableBuild(go)}` })
    await answers(refused)
    const page = fetch(refused.url)
    await answers(refused)
    writeFileSync(go, '')
    expect((await page).status).toBe(503)
    expect(await (await page).json()).toMatchObject({ type: '/problems/shutting_down', status: 503 })
    expect(await refused.ended).toBe(1)
    expect(refused.output()).toContain('The pages could not be started.')
    expect(refused.output()).not.toMatch(/^\s+at /m)
    expect(refused.output()).not.toContain('started again')
  })

  it('where the environment is wrong, naming every fault', async () => {
    const refused = start({ PORT: 'many', JEJAK_SECRET: 'short' })
    expect(await refused.ended).toBe(1)
    expect(refused.output()).toMatch(/PORT/)
    expect(refused.output()).toMatch(/JEJAK_SECRET/)
  })
})

function start(
  env: Record<string, string> = {},
  [command = process.execPath, ...args]: string[] = [process.execPath, 'server/start.mjs'],
) {
  const child = spawn(command, args, {
    cwd: root,
    detached: true,
    env: {
      ...process.env,
      PORT: String(port),
      DATABASE_URL: '',
      JEJAK_DATA_DIR: dataDir,
      npm_lifecycle_event: '',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
  }
  const ended = once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | string)
  const one: Started = { process: child, port, url: `http://127.0.0.1:${port}`, output: () => output, ended }
  started.push(one)
  return one
}

/** What a process of the web role must load for the built pages to prove unreadable, once the file `go` is there. */
function unreadableBuild(go: string): string {
  const file = join(dataDir, 'unreadable-build.cjs')
  writeFileSync(
    file,
    `const { existsSync, promises } = require('node:fs')
    const { readFile } = promises
    promises.readFile = async (path, ...options) => {
      if (!process.argv[1]?.endsWith('role.mjs') || !String(path).endsWith('BUILD_ID')) return readFile(path, ...options)
      while (!existsSync(${JSON.stringify(go)})) await new Promise((resolve) => setTimeout(resolve, 10))
      throw new Error('The build cannot be read.')
    }`,
  )
  return file
}

async function answers(product: Started, path = '/api/health') {
  await until(`${path} answers`, async () => {
    if (product.process.exitCode !== null) throw new Error(`It ended. It said:\n${product.output()}`)
    return (await fetch(product.url + path).catch(() => undefined))?.ok === true
  })
}

async function stopsWithin(product: Started, signal: NodeJS.Signals) {
  const before = performance.now()
  product.process.kill(signal)
  expect(await product.ended).toBe(0)
  expect(performance.now() - before).toBeLessThan(10_000)
}

function signalGroup(product: Started, signal: NodeJS.Signals) {
  if (product.process.pid) process.kill(-product.process.pid, signal)
}

async function until(state: string, reached: () => boolean | Promise<boolean>, withinMs = 60_000) {
  const deadline = Date.now() + withinMs
  while (!(await reached())) {
    if (Date.now() > deadline) throw new Error(`Waited ${withinMs} ms in vain until ${state}`)
    await delay(25)
  }
}

/** Every process of this test's instances: they name the data directory, or have it in their environment. */
function running(): { pid: number; command: string }[] {
  const lines = execFileSync('ps', ['-A', '-ww', '-o', 'pid=,stat=,args='], { encoding: 'utf8' }).split('\n')
  return lines.flatMap((line) => {
    const [, pid = '', stat = '', command = ''] = /^\s*(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? []
    if (!pid || stat.startsWith('Z')) return []
    return command.includes(dataDir) || environmentOf(pid).includes(`JEJAK_DATA_DIR=${dataDir}\0`)
      ? [{ pid: Number(pid), command }]
      : []
  })
}

function environmentOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8')
  } catch {
    return ''
  }
}

function isRunning(pid: number): boolean {
  return running().some((one) => one.pid === pid)
}

function postmasterPid(): number {
  const file = join(dataDir, 'postgres', 'postmaster.pid')
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : 0
}

async function freePort(): Promise<number> {
  const server = await occupy(0)
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port is free')
  return address.port
}

async function occupy(at: number): Promise<Server> {
  const server = createServer().listen(at, '0.0.0.0')
  await once(server, 'listening')
  return server
}
