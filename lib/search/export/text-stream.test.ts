import { expect, it, vi } from 'vitest'
import { textStream } from './text-stream'

it('makes a text only once the ones before are taken', async () => {
  let made = 0
  async function* texts() {
    for (;;) {
      made += 1
      yield `text ${made}\n`
    }
  }
  const reader = textStream(texts(), () => {}).getReader()
  await vi.waitFor(() => expect(made).toBe(1))
  for (let taken = 1; taken <= 5; taken += 1) {
    await reader.read()
    await vi.waitFor(() => expect(made).toBe(taken + 1))
  }
  await reader.cancel()
})

it('ends the texts where the reader cancels', async () => {
  const ended = vi.fn()
  const cancelled = vi.fn()
  async function* texts() {
    try {
      for (;;) yield 'text'
    } finally {
      ended()
    }
  }
  const reader = textStream(texts(), cancelled).getReader()
  await reader.read()
  await reader.cancel()
  expect(cancelled).toHaveBeenCalledOnce()
  expect(ended).toHaveBeenCalledOnce()
})

it('passes over empty texts, and is an error where they are', async () => {
  async function* texts() {
    yield ''
    yield 'one'
    yield ''
    throw new Error('lost')
  }
  const reader = textStream(texts(), () => {}).getReader()
  expect(new TextDecoder().decode((await reader.read()).value)).toBe('one')
  await expect(reader.read()).rejects.toThrow('lost')
})
