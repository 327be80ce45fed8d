import type { Secret } from './provider'

/** The secrets that prove something: an empty one is known to everybody. */
export function usableSecrets(secrets: readonly Secret[]): Secret[] {
  return secrets.filter((secret) => secret.value.trim() !== '')
}
