import type { Provider, Secret } from '@/lib/providers/provider'
import type { PlannedDelivery } from './planned-delivery'

const FORGER: Secret = { id: 'forger', value: 'not-the-secret-of-any-source' }

/** The headers to send with a planned delivery, signed at `now`; those of a forgery are without the secret's proof. */
export function signDelivery(
  provider: Provider,
  delivery: PlannedDelivery,
  secret: Secret,
  now: Date,
): [name: string, value: string][] {
  const { eventType, body, eventId, occurredAt, flaw } = delivery
  const signedWith = (secret: Secret) => provider.sign({ eventType, body, secret, now, eventId, occurredAt })
  if (flaw === 'wrong_secret') return signedWith(FORGER)
  if (flaw !== 'no_signature') return signedWith(secret)
  // What depends on the secret is the signature.
  const forged = new Map(signedWith(FORGER))
  return signedWith(secret).filter(([name, value]) => forged.get(name) === value)
}
