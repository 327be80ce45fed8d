import { expect, it } from 'vitest'
import { chooseLocale } from './locales'

it('takes the language that a person chose before the one of their browser', () => {
  expect(chooseLocale('id', 'en-GB,en;q=0.9')).toBe('id')
  expect(chooseLocale(undefined, 'fr-FR, id;q=0.8, en;q=0.7')).toBe('id')
})

it('is English where neither is a language of the interface', () => {
  expect(chooseLocale('xx', null)).toBe('en')
  expect(chooseLocale(undefined, 'fr-FR')).toBe('en')
})
