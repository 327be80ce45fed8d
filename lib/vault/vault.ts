import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { env } from '@/lib/env'
import { JejakError } from '@/lib/errors'

/** Encrypts what must be read again and fingerprints what must only be recognised. */
export interface Vault {
  /** AES-256-GCM; `context` (such as the row's id) must be the same on opening. */
  seal(plaintext: string, context: string): Uint8Array<ArrayBuffer>
  /** Throws a JejakError `internal` where the key or the context differs or the bytes were changed. */
  open(sealed: Uint8Array, context: string): string
  /** A keyed HMAC-SHA256, in hex: equal for equal values, of no use without the key. */
  fingerprint(value: string): string
  /** The key that signs browser sessions. */
  sessionKey: string
}

const NONCE_BYTES = 12
const TAG_BYTES = 16
const VERSION = 1

/** A vault over one master secret; every purpose has a key of its own, derived with HKDF-SHA256. */
export function createVault(masterSecret: string): Vault {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', masterSecret, 'jejak', purpose, 32))
  const sealingKey = derive('sealing')
  const fingerprintKey = derive('fingerprint')
  return {
    sessionKey: derive('session').toString('base64url'),
    seal(plaintext, context) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', sealingKey, nonce).setAAD(Buffer.from(context))
      const body = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()])
      return new Uint8Array(Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), body]))
    },
    open(sealed, context) {
      try {
        const bytes = Buffer.from(sealed)
        if (bytes[0] !== VERSION) throw new Error(`unknown version ${bytes[0]}`)
        const body = 1 + NONCE_BYTES + TAG_BYTES
        const decipher = createDecipheriv('aes-256-gcm', sealingKey, bytes.subarray(1, 1 + NONCE_BYTES))
          .setAAD(Buffer.from(context))
          .setAuthTag(bytes.subarray(1 + NONCE_BYTES, body))
        return Buffer.concat([decipher.update(bytes.subarray(body)), decipher.final()]).toString('utf8')
      } catch (cause) {
        throw new JejakError(
          'internal',
          'A stored secret cannot be decrypted: JEJAK_SECRET (or the key file in the data directory) is not the one it was stored with. Put the former key back, or set the secret again.',
          { cause },
        )
      }
    },
    fingerprint: (value) => createHmac('sha256', fingerprintKey).update(value, 'utf8').digest('hex'),
  }
}

let shared: Vault | undefined

/** The process's vault, over JEJAK_SECRET. Throws where that is not set: `npm start` always sets it. */
export function vault(): Vault {
  if (shared) return shared
  const secret = env().JEJAK_SECRET
  if (!secret) throw new Error('JEJAK_SECRET is not set; `npm start` generates one, any other host must provide it')
  shared = createVault(secret)
  return shared
}
