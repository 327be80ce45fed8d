import { expect, it } from 'vitest'
import { z } from 'zod'
import { JejakError } from '@/lib/errors'
import { deliveriesQuerySchema, eventsQuerySchema } from '@/lib/events/schemas'
import { idParams, parseJson, parseParams, parseQuery } from './parse'

const query = (search: string) => new Request(`http://localhost/api/v1/events?${search}`)
const post = (body: string) => new Request('http://localhost/', { method: 'POST', body })

function caught(run: () => unknown): JejakError {
  try {
    run()
  } catch (error) {
    if (error instanceof JejakError) return error
    throw error
  }
  throw new Error('expected an error')
}

async function caughtLater(run: Promise<unknown>): Promise<JejakError> {
  const error = await run.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (error instanceof JejakError) return error
  throw new Error('expected a JejakError')
}

it.each([
  ['limit=0', 'limit', 'expected a number from 1 to 200', '"0"'],
  ['limit=201', 'limit', '200', '"201"'],
  ['limit=abc', 'limit', 'expected a number from 1 to 200', '"abc"'],
  ['limit=', 'limit', 'expected', '""'],
  ['cursor=nope', 'cursor', 'nextCursor', '"nope"'],
  ['from=yesterday', 'from', 'ISO 8601', '"yesterday"'],
  ['verdict=good', 'verdict', 'expected', '"good"'],
  ['type=order created', 'type', 'expected event types', '"order created"'],
])('names the parameter of %s, what was expected and what came', (search, parameter, expected, came) => {
  const error = caught(() => parseQuery(query(search), eventsQuerySchema))
  expect(error.code).toBe('invalid_request')
  expect(error.message.startsWith(`${parameter}`)).toBe(true)
  expect(error.message).toContain(expected)
  expect(error.message).toContain(came)
  expect(error.extra.errors).toMatchObject([{ parameter: expect.stringMatching(new RegExp(`^${parameter}`)) }])
})

it('refuses a parameter that it does not know, by name', () => {
  const error = caught(() => parseQuery(query('colour=red'), deliveriesQuerySchema))
  expect(error.extra.errors).toEqual([{ parameter: 'colour', message: expect.stringContaining('no such parameter') }])
})

it('refuses a parameter that came twice, by name', () => {
  const error = caught(() => parseQuery(query('limit=1&limit=2'), eventsQuerySchema))
  expect(error.message).toBe('limit: expected once, but it came more than once.')
})

it('takes a query that is as it should be', () => {
  expect(parseQuery(query('limit=7&verdict=rejected,unchecked'), eventsQuerySchema)).toMatchObject({
    limit: 7,
    verdict: ['rejected', 'unchecked'],
  })
})

it('clips what came', () => {
  const error = caught(() => parseQuery(query(`cursor=${'x'.repeat(5000)}`), eventsQuerySchema))
  expect(error.message.length).toBeLessThan(300)
})

it('names id where a path holds no id', () => {
  const error = caught(() => parseParams({ id: '../../etc' }, idParams))
  expect(error.message).toMatch(/^id: expected an id such as .*, but "..\/..\/etc" came\.$/)
})

it('reads a JSON body', async () => {
  expect(await parseJson(post('{"name":"Toko"}'), z.strictObject({ name: z.string() }))).toEqual({ name: 'Toko' })
})

it.each([
  ['', 'the body is empty'],
  ['{"name":', 'cannot be read as JSON'],
  ['[]', 'expected'],
  ['null', 'expected'],
])('refuses the body %j', async (body, words) => {
  const error = await caughtLater(parseJson(post(body), z.strictObject({ name: z.string() })))
  expect(error.code).toBe('invalid_request')
  expect(error.message).toContain(words)
  expect(error.message.startsWith('body: ')).toBe(true)
})

it('says that a member is missing', async () => {
  const error = await caughtLater(parseJson(post('{}'), z.strictObject({ name: z.string('expected a name') })))
  expect(error.message).toBe('name: expected a name, but it is missing.')
})

it('takes a member of every object, such as constructor, for missing', async () => {
  const error = await caughtLater(parseJson(post('{}'), z.object({ constructor: z.string('expected text') })))
  expect(error.message).toBe('constructor: expected text, but it is missing.')
})

it.each(['password', 'token', 'secret', 'value'])('never repeats a wrong %s', async (name) => {
  const schema = z.object({ [name]: z.string().max(5) })
  const error = await caughtLater(parseJson(post(JSON.stringify({ [name]: 'hunter2-hunter2' })), schema))
  expect(JSON.stringify([error.message, error.extra])).not.toContain('hunter2')
  expect(error.message).toContain('15 characters came')
})

it('never repeats a body that is not JSON', async () => {
  const error = await caughtLater(parseJson(post('password=hunter2'), z.object({})))
  expect(error.message).not.toContain('hunter2')
})

it('takes a body of 256 KB and refuses one byte more', async () => {
  const schema = z.object({ name: z.string() })
  const body = (bytes: number) => JSON.stringify({ name: 'x'.repeat(bytes - '{"name":""}'.length) })
  expect((await parseJson(post(body(256 * 1024)), schema)).name).toContain('xxx')
  expect((await caughtLater(parseJson(post(body(256 * 1024 + 1)), schema))).code).toBe('body_too_large')
})

it.each([
  [z.string(), 7, 'expected text, but 7 came'],
  [z.number(), '7', 'expected a number, but "7" came'],
  [z.int(), 1.5, 'expected a whole number, but 1.5 came'],
  [z.number().max(3), 7, 'expected at most 3, but 7 came'],
  [z.string().min(3), 'ab', 'expected at least 3 characters, but "ab" came'],
  [z.array(z.string()).min(1), [], 'expected at least 1 entry, but [] came'],
  [z.enum(['red', 'blue']), 'green', 'expected one of red, blue, but "green" came'],
  [z.uuid(), 'x', 'expected an id, but "x" came'],
  [z.union([z.boolean(), z.null()]), 'x', 'expected something else, but "x" came'],
  [z.record(z.string().max(2), z.unknown()), { abc: 'x' }, 'expected at most 2 characters, but "x" came'],
])('says what a rule expects that has no words of its own: %#', async (schema, thing, words) => {
  const error = await caughtLater(parseJson(post(JSON.stringify({ thing })), z.object({ thing: schema })))
  expect(error.message).toMatch(/^thing(\.abc)?: /)
  expect(error.extra.errors).toMatchObject([{ message: words }])
})
