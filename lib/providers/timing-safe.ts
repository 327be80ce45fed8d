import { createHash, timingSafeEqual } from 'node:crypto'

/** Whether two strings are the same, in a time that tells neither where they differ nor how long the secret one is. */
export function timingSafeSame(left: string, right: string): boolean {
  return timingSafeEqual(digest(left), digest(right))
}

function digest(text: string): Buffer {
  // UTF-16 keeps lone surrogates apart, which UTF-8 would make the same replacement character.
  return createHash('sha256').update(text, 'utf16le').digest()
}
