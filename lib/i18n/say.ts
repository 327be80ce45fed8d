import { AsyncLocalStorage } from 'node:async_hooks'
import type { Locale } from './locales'
import type { Translate } from './translate'
import { translator } from './translator'

const asked = new AsyncLocalStorage<Locale>()
const SPEAKERS: Record<Locale, Translate<'problems'>> = {
  en: translator('en', 'problems'),
  id: translator('id', 'problems'),
}

/** Does `work` with what `say` tells in this language, however long it takes. */
export function speaking<T>(locale: Locale, work: () => T): T {
  return asked.run(locale, work)
}

/** A sentence about what went wrong, in the language of the request that is being answered; in English where there is none. */
export const say = ((...asking: Parameters<Translate<'problems'>>) =>
  SPEAKERS[asked.getStore() ?? 'en'](...asking)) as Translate<'problems'>
