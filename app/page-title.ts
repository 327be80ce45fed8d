import type { Metadata } from 'next'
import type { Messages } from '@/lib/i18n/messages'
import { translator } from '@/lib/i18n/translator'
import { requestLocale } from './locale'

type Title = `places.${keyof Messages['shell']['places']}` | `titles.${keyof Messages['shell']['titles']}`

/** The title of a page, in the language of the request. */
export async function pageTitle(title: Title): Promise<Metadata> {
  return { title: translator(await requestLocale(), 'shell')(title) }
}
