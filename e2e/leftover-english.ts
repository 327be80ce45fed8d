import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import type { Page } from '@playwright/test'
import type { Locale } from '@/lib/i18n/locales'
import { messagesOf } from '@/lib/i18n/messages'
import { providers } from '@/lib/providers/registry'

type Catalogue = { [key: string]: string | Catalogue }

/** What a page shows or tells that stands among the English words of Jejak and nowhere among the Indonesian ones. */
export async function leftoverEnglish(page: Page): Promise<string[]> {
  const told = await page.evaluate(textsOf)
  return told.filter((text) => WORDS.has(text) || PHRASES.some((phrase) => wordsOf(text).includes(phrase)))
}

const INDONESIAN = [...piecesOf(messagesOf('id') as Catalogue), ...providerWords('id')].map(wordsOf).join('\n')
const ENGLISH = [...piecesOf(messagesOf('en') as Catalogue), ...providerWords('en')].filter(
  (piece) => !INDONESIAN.includes(wordsOf(piece)),
)
/** Several words give themselves away wherever they stand; a single one, which may have been received, only alone and as written. */
const PHRASES = ENGLISH.map(wordsOf).filter((words) => words.trim().includes(' '))
const WORDS = new Set(ENGLISH.map((piece) => piece.trim()).filter((piece) => /^\p{L}{3,}…?$/u.test(piece)))

/** ` received 2 s ago `: lower-case words between single spaces; `order.to_process` is one. */
function wordsOf(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+(?:[._-][\p{L}\p{N}]+)*/gu)
  return ` ${words?.join(' ') ?? ''} `
}

/** Every text of a catalogue, in pieces between its values. */
function piecesOf(catalogue: Catalogue): string[] {
  return Object.values(catalogue).flatMap((value) =>
    typeof value === 'string' ? literalsOf(parse(value)) : piecesOf(value),
  )
}

function literalsOf(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal) return [element.value]
    if (element.type === TYPE.tag) return literalsOf(element.children)
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return []
    return Object.values(element.options).flatMap(({ value }) => literalsOf(value))
  })
}

/** What the providers' own folders say to people. */
function providerWords(locale: Locale): string[] {
  return providers.flatMap(({ secretHelp: { id, ...en }, eventTypes }) => {
    const { name, where } = locale === 'id' ? id : en
    return [name, where, ...Object.values(eventTypes).map(({ titles }) => titles[locale])]
  })
}

/** In the browser: what is seen and what is read out, but for what was received and what handlers said. */
function textsOf(): string[] {
  const RECEIVED = 'script, style, pre, code, [class*="font-mono"], [translate="no"]'
  const texts = [document.title]
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode
    if (parentElement && !parentElement.closest(RECEIVED)) texts.push(textContent ?? '')
  }
  for (const element of document.body.querySelectorAll('[aria-label], [title], [placeholder]')) {
    for (const name of ['aria-label', 'title', 'placeholder']) texts.push(element.getAttribute(name) ?? '')
  }
  return texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '')
}
