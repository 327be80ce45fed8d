import { z } from 'zod'
import { isStorable } from '@/lib/providers/storable'

/** Shapes of sign-in, people and roles; pages and scripts use the same ones. */

/** From the least to the most that a person may do. */
export const ROLES = ['viewer', 'operator', 'admin'] as const
export const roleSchema = z.enum(ROLES, `expected one of ${ROLES.join(', ')}`)
export type Role = z.infer<typeof roleSchema>

/** Whether `role` may do what `minimum` may do. */
export function hasRole(role: Role, minimum: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(minimum)
}

const email = z
  .string('expected an email address')
  .trim()
  .toLowerCase()
  .max(200, 'expected at most 200 characters')
  .pipe(z.email('expected an email address such as you@example.com'))

const name = z
  .string('expected a name')
  .trim()
  .min(1, 'expected a name')
  .max(100, 'expected at most 100 characters')
  .refine(isStorable, 'expected a name without control characters')

const password = z
  .string('expected a password of 8 to 200 characters')
  .min(8, 'expected at least 8 characters')
  .max(200, 'expected at most 200 characters')

export const signInSchema = z.object({
  email: z
    .string('expected an email address')
    .trim()
    .toLowerCase()
    .min(1, 'expected an email address')
    .max(200)
    .refine(isStorable, 'expected an email address'),
  password: z.string('expected a password').min(1, 'expected a password').max(200),
})
export type SignIn = z.infer<typeof signInSchema>

export const setupSchema = z.strictObject({
  token: z.string('expected the token of the set-up link').min(1).max(200),
  email,
  name,
  password,
})
export type Setup = z.infer<typeof setupSchema>

export const createUserSchema = z.strictObject({ email, name, role: roleSchema, password })
export type CreateUser = z.infer<typeof createUserSchema>

export const updateUserSchema = z
  .strictObject({
    name: name.optional(),
    role: roleSchema.optional(),
    disabled: z.boolean('expected true or false').optional(),
    password: password.optional(),
  })
  .refine((change) => Object.keys(change).length > 0, 'expected at least one of name, role, disabled, password')
export type UpdateUser = z.infer<typeof updateUserSchema>

export interface UserItem {
  id: string
  email: string
  name: string
  role: Role
  createdAt: string
  disabled: boolean
}

export interface UserList {
  items: UserItem[]
  nextCursor: null
}

/** Who is asking: a person in a browser, or a script with a token. */
export type Me = { kind: 'user'; email: string; name: string; role: Role } | { kind: 'token'; name: string; role: Role }
