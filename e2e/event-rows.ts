import type { Locator, Page } from '@playwright/test'

/** The links of the event list's rows; a row may hold another one, to what its event is about. */
export function eventRows(page: Page): Locator {
  return page.getByRole('table', { name: 'Events' }).getByRole('link').and(page.locator('[data-row]'))
}
