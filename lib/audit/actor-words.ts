import type { Translate } from '@/lib/i18n/translate'

/** An actor as people say it: the email of a person, "the token deploy", or Jejak itself. See actorName in lib/audit. */
export function actorWords(actor: string, t: Translate<'words'>): string {
  if (actor === 'system') return 'Jejak'
  const [kind, ...rest] = actor.split(':')
  const name = rest.join(':')
  if (kind === 'user' && name) return name
  if (kind === 'token' && name) return t('actors.token', { name })
  return actor
}
