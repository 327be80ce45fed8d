import { test as base, expect } from '@playwright/test'

/** As Playwright's own, but a test fails where a page threw an error that nothing caught, whatever else it found. */
export const test = base.extend<{ uncaught: string[] }>({
  uncaught: [
    async ({ context }, use) => {
      const errors: string[] = []
      context.on('weberror', (thrown) => {
        const { name, message, stack } = thrown.error()
        errors.push(`${thrown.page()?.url()}: ${stack ?? `${name}: ${message}`}`)
      })
      await use(errors)
      expect(errors, 'errors that a page threw and nothing caught').toEqual([])
    },
    { auto: true },
  ],
})

export { expect }
