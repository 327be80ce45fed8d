import { recordAudit } from '@/lib/audit/record'
import { db, Prisma, type PrismaClient } from '@/lib/db/client'
import { JejakError } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import type { Actor } from './actor'
import { hashPassword } from './password'
import type { CreateUser, Role, UpdateUser, UserItem } from './schemas'

/** Everybody who can sign in or could, by email. */
export async function listUsers(client: PrismaClient = db()): Promise<UserItem[]> {
  return (await client.user.findMany({ orderBy: { email: 'asc' } })).map(toUserItem)
}

/** Makes a user. Throws `conflict` where the email is taken. */
export async function createUser(input: CreateUser, actor: Actor, client: PrismaClient = db()): Promise<UserItem> {
  const { email, name, role } = input
  const passwordHash = await hashPassword(input.password)
  try {
    return await client.$transaction(async (tx) => {
      const user = await tx.user.create({ data: { email, name, role, passwordHash } })
      await recordAudit(tx, { actor, action: 'user.created', target: `user:${user.id}`, detail: { email, role } })
      return toUserItem(user)
    })
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== 'P2002') throw error
    throw new JejakError('conflict', say('auth.emailTaken', { email }))
  }
}

/**
 * Changes a user; a new password ends the sessions made with the old one. Throws `not_found`, and `conflict` for a change
 * after which no enabled admin would be left.
 */
export async function updateUser(
  id: string,
  change: UpdateUser,
  actor: Actor,
  client: PrismaClient = db(),
): Promise<UserItem> {
  const { password, disabled, ...plain } = change
  const passwordHash = password === undefined ? undefined : await hashPassword(password)
  return client.$transaction(async (tx) => {
    await lockUsers(tx)
    const before = await tx.user.findUnique({ where: { id } })
    if (!before) throw new JejakError('not_found', say('missing.user', { id }))
    const disabledAt = disabled === undefined ? before.disabledAt : disabled ? (before.disabledAt ?? new Date()) : null
    const after = await tx.user.update({
      where: { id },
      data: { ...plain, disabledAt, ...(passwordHash ? { passwordHash } : {}) },
    })
    const isLoss = isEnabledAdmin(before) && !isEnabledAdmin(after)
    if (isLoss && (await tx.user.count({ where: { role: 'admin', disabledAt: null } })) === 0) {
      throw new JejakError('conflict', say('auth.lastAdmin', { email: before.email }))
    }
    const detail = {
      ...plain,
      ...(disabled === undefined ? {} : { disabled }),
      ...(password ? { passwordChanged: true } : {}),
    }
    await recordAudit(tx, { actor, action: 'user.updated', target: `user:${id}`, detail })
    return toUserItem(after)
  })
}

/** Lets one transaction at a time change who may do what, until it ends. */
export async function lockUsers(tx: Prisma.TransactionClient): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('jejak:users', 0))`
}

interface UserRow {
  id: string
  email: string
  name: string
  role: Role
  createdAt: Date
  disabledAt: Date | null
}

/** A user as the API shows it: without the password's hash. */
export function toUserItem({ id, email, name, role, createdAt, disabledAt }: UserRow): UserItem {
  return { id, email, name, role, createdAt: createdAt.toISOString(), disabled: disabledAt !== null }
}

function isEnabledAdmin(user: { role: Role; disabledAt: Date | null }): boolean {
  return user.role === 'admin' && user.disabledAt === null
}
