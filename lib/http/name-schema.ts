import { z } from 'zod'
import { expected } from '@/lib/i18n/expected'
import { isStorable } from '@/lib/providers/storable'

/** What people call something of theirs: text of one line, without the space around it. */
export function nameSchema(mostCharacters = 100) {
  return z
    .string(expected('name'))
    .trim()
    .min(1, expected('name'))
    .max(mostCharacters, expected('charactersAtMost', { most: mostCharacters }))
    .refine(isStorable, expected('plainName'))
}
