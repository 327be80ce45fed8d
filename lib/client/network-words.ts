import en from '@/lib/i18n/messages/en/network.json'
import id from '@/lib/i18n/messages/id/network.json'

const SENTENCES = {
  'network.unreachable': { en: en.unreachable, id: id.unreachable },
  'network.answered': { en: en.answered, id: id.answered },
}

/** What is said where no answer of the API says it, in the language of the page: wherever it is asked, also outside of components. */
export function networkWords(key: keyof typeof SENTENCES): string {
  const isIndonesian = typeof document !== 'undefined' && document.documentElement.lang === 'id'
  return SENTENCES[key][isIndonesian ? 'id' : 'en']
}
