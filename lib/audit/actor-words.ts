/** An actor as people say it: the email of a person, "the token deploy", or Jejak itself. See actorName in lib/audit. */
export function actorWords(actor: string): string {
  if (actor === 'system') return 'Jejak'
  const [kind, ...rest] = actor.split(':')
  const name = rest.join(':')
  if (kind === 'user' && name) return name
  if (kind === 'token' && name) return `the token ${name}`
  return actor
}
