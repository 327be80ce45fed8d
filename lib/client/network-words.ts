import en from '@/lib/i18n/messages/en/network.json'
import id from '@/lib/i18n/messages/id/network.json'

const WORDS = { en: { network: en }, id: { network: id } }

/** What is said where no answer of the API says it, in the language of the page: wherever it is asked, also outside of components. */
export function networkWords(key: `network.${keyof typeof en}`): string {
  const isIndonesian = typeof document !== 'undefined' && document.documentElement.lang === 'id'
  const [, sentence] = key.split('.')
  return WORDS[isIndonesian ? 'id' : 'en'].network[sentence as keyof typeof en]
}
