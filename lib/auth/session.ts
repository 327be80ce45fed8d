import { decode, encode, type JWT } from 'next-auth/jwt'
import { db, type PrismaClient } from '@/lib/db/client'
import { vault } from '@/lib/vault/vault'
import type { Role } from './schemas'

export const SESSION_SECONDS = 7 * 24 * 60 * 60

/** The names that next-auth gives its cookie over HTTPS and over HTTP. */
const COOKIE_NAMES = ['__Secure-next-auth.session-token', 'next-auth.session-token'] as const

export interface SessionUser {
  id: string
  email: string
  name: string
  role: Role
}

/**
 * What a session holds: whose it is, and which password it was made with. Nothing else: name, role and whether the user
 * is enabled are read from the database each time, so that a change takes effect at once.
 */
export function sessionToken(user: { id: string; passwordHash: string }): JWT {
  return { sub: user.id, stamp: passwordStamp(user.passwordHash) }
}

/** The value of a session cookie, as next-auth writes it. */
export function encodeSession(user: { id: string; passwordHash: string }): Promise<string> {
  return encode({ token: sessionToken(user), secret: vault().sessionKey, maxAge: SESSION_SECONDS })
}

/**
 * The user to whom a Cookie header's session belongs. Null without a session, and where it is not ours, is over, was
 * made before the password was changed, or belongs to a user who is disabled or gone.
 */
export async function sessionUser(cookie: string | null, client: PrismaClient = db()): Promise<SessionUser | null> {
  const value = COOKIE_NAMES.map((name) => cookieValue(cookie, name)).find((found) => found !== null)
  const token = value ? await readToken(value) : null
  if (!token?.sub) return null
  const user = await client.user.findUnique({ where: { id: token.sub } })
  if (!user || user.disabledAt || token.stamp !== passwordStamp(user.passwordHash)) return null
  return { id: user.id, email: user.email, name: user.name, role: user.role }
}

async function readToken(value: string): Promise<JWT | null> {
  try {
    return await decode({ token: value, secret: vault().sessionKey })
  } catch {
    return null
  }
}

function passwordStamp(passwordHash: string): string {
  return vault().fingerprint(`session:${passwordHash}`).slice(0, 32)
}

function cookieValue(header: string | null, name: string): string | null {
  const pair = header?.split(';').find((part) => part.trim().startsWith(`${name}=`))
  return pair ? pair.trim().slice(name.length + 1) : null
}
