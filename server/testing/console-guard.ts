import { afterEach, beforeEach } from 'vitest'

const original = console.error
let written: string[] = []

beforeEach(() => {
  written = []
  console.error = (...values: unknown[]) => {
    written.push(values.map(String).join(' '))
    original(...values)
  }
})

// A test that expects an error message replaces console.error itself (vi.spyOn), so that it never comes here.
afterEach(() => {
  console.error = original
  if (written.length > 0) throw new Error(`unexpected console.error:\n${written.join('\n')}`)
})
