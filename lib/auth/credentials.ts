import { db, type PrismaClient } from '@/lib/db/client'
import { verifyPassword } from './password'
import type { SignIn } from './schemas'
import { attemptSucceeded, beginAttempt } from './throttle'

export interface SignedInUser {
  id: string
  passwordHash: string
}

/**
 * The enabled user with this email and password, or null. Takes the same time for an account that does not exist.
 * Throws `too_many_attempts` after too many failures.
 */
export async function checkCredentials(
  signIn: SignIn,
  from: { address: string; now: Date },
  client: PrismaClient = db(),
): Promise<SignedInUser | null> {
  const attempt = { email: signIn.email, address: from.address }
  await beginAttempt(attempt, from.now, client)
  const user = await client.user.findUnique({
    where: { email: signIn.email },
    select: { id: true, passwordHash: true, disabledAt: true },
  })
  const isRight = await verifyPassword(signIn.password, user?.passwordHash ?? null)
  if (!user || !isRight || user.disabledAt) return null
  await attemptSucceeded(attempt, from.now, client)
  return { id: user.id, passwordHash: user.passwordHash }
}
