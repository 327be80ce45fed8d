import { randomBytes } from 'node:crypto'
import { recordAudit } from '@/lib/audit/record'
import { db, type Prisma, type PrismaClient } from '@/lib/db/client'
import { type Env, env } from '@/lib/env'
import { JejakError } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { vault } from '@/lib/vault/vault'
import { hashPassword } from './password'
import { type CreateUser, createUserSchema, type Setup, type UserItem } from './schemas'
import { lockUsers, toUserItem } from './users'

export type FirstAdmin =
  | { kind: 'exists' }
  | { kind: 'created'; email: string }
  /** `token` belongs to the one-time link `/set-up?token=…`; it is stored as a fingerprint only. */
  | { kind: 'link'; token: string }

type AdminSettings = Pick<Env, 'JEJAK_ADMIN_EMAIL' | 'JEJAK_ADMIN_PASSWORD'>

/**
 * Sees to it that a first admin exists or can be made: from JEJAK_ADMIN_EMAIL and JEJAK_ADMIN_PASSWORD, or else by a
 * fresh one-time link that replaces any earlier one. Throws where only one of the two is set.
 */
export async function ensureFirstAdmin(
  settings: AdminSettings = env(),
  client: PrismaClient = db(),
): Promise<FirstAdmin> {
  if ((await client.user.count()) > 0) return { kind: 'exists' }
  const admin = adminFromSettings(settings)
  const passwordHash = admin ? await hashPassword(admin.password) : null
  return client.$transaction(async (tx) => {
    await lockUsers(tx)
    if ((await tx.user.count()) > 0) return { kind: 'exists' } as const
    if (admin && passwordHash) {
      await insertAdmin(tx, admin, passwordHash)
      return { kind: 'created', email: admin.email } as const
    }
    const token = randomBytes(32).toString('base64url')
    await tx.setupLink.deleteMany()
    await tx.setupLink.create({ data: { tokenHash: linkHash(token) } })
    return { kind: 'link', token } as const
  })
}

/** Whether a set-up link with this token can still make the first admin. */
export async function isSetupTokenValid(token: string, client: PrismaClient = db()): Promise<boolean> {
  const [links, users] = await Promise.all([
    client.setupLink.count({ where: { tokenHash: linkHash(token) } }),
    client.user.count(),
  ])
  return links > 0 && users === 0
}

/**
 * Makes the first admin and uses up the set-up link: of any number of calls at once, one succeeds. Throws `gone` where
 * the token is wrong or used, or where a user exists already.
 */
export async function createFirstAdmin(setup: Setup, client: PrismaClient = db()): Promise<UserItem> {
  const { token, ...person } = setup
  return client.$transaction(
    async (tx) => {
      await lockUsers(tx)
      const { count } = await tx.setupLink.deleteMany({ where: { tokenHash: linkHash(token) } })
      if (count === 0 || (await tx.user.count()) > 0) throw linkGone()
      // Only now, for it is costly by design and anybody can call this.
      return insertAdmin(tx, { ...person, role: 'admin' }, await hashPassword(setup.password))
    },
    { timeout: 20_000 },
  )
}

function adminFromSettings({
  JEJAK_ADMIN_EMAIL: email,
  JEJAK_ADMIN_PASSWORD: password,
}: AdminSettings): CreateUser | null {
  if (email === undefined && password === undefined) return null
  if (email === undefined || password === undefined) {
    const [present, absent] = email ? ['EMAIL', 'PASSWORD'] : ['PASSWORD', 'EMAIL']
    throw new Error(
      `JEJAK_ADMIN_${present} is set and JEJAK_ADMIN_${absent} is not: set both to make the first admin, or neither to get a set-up link.`,
    )
  }
  const admin = createUserSchema.safeParse({ email, password, name: email.split('@')[0], role: 'admin' })
  if (admin.success) return admin.data
  const [fault] = admin.error.issues
  throw new Error(`JEJAK_ADMIN_${String(fault?.path[0]).toUpperCase()} cannot be used: ${fault?.message}.`)
}

async function insertAdmin(tx: Prisma.TransactionClient, person: CreateUser, passwordHash: string): Promise<UserItem> {
  const { email, name } = person
  const user = await tx.user.create({ data: { email, name, role: 'admin', passwordHash } })
  const detail = { email, role: 'admin', first: true }
  await recordAudit(tx, { actor: 'system', action: 'user.created', target: `user:${user.id}`, detail })
  return toUserItem(user)
}

function linkHash(token: string): string {
  return vault().fingerprint(`setup_link:${token}`)
}

function linkGone(): JejakError {
  return new JejakError('gone', say('auth.setupLinkGone'))
}
