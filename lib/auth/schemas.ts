import { z } from 'zod'
import { nameSchema } from '@/lib/http/name-schema'
import { expected } from '@/lib/i18n/expected'
import { isStorable } from '@/lib/providers/storable'

/** Shapes of sign-in, people and roles; pages and scripts use the same ones. */

/** From the least to the most that a person may do. */
export const ROLES = ['viewer', 'operator', 'admin'] as const
export const roleSchema = z.enum(ROLES, expected('oneOf', { known: ROLES.join(', ') }))
export type Role = z.infer<typeof roleSchema>

/** Whether `role` may do what `minimum` may do. */
export function hasRole(role: Role, minimum: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(minimum)
}

const email = z
  .string(expected('email'))
  .trim()
  .toLowerCase()
  .max(200, expected('charactersAtMost', { most: 200 }))
  .pipe(z.email(expected('emailSuchAs')))

const name = nameSchema()

const password = z
  .string(expected('passwordOfLength'))
  .min(8, expected('charactersAtLeast', { least: 8 }))
  .max(200, expected('charactersAtMost', { most: 200 }))

export const signInSchema = z.object({
  email: z
    .string(expected('email'))
    .trim()
    .toLowerCase()
    .min(1, expected('email'))
    .max(200)
    .refine(isStorable, expected('email')),
  password: z.string(expected('password')).min(1, expected('password')).max(200),
})
export type SignIn = z.infer<typeof signInSchema>

export const setupSchema = z.strictObject({
  token: z.string(expected('setupToken')).min(1).max(200),
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
    disabled: z.boolean(expected('boolean')).optional(),
    password: password.optional(),
  })
  .refine((change) => Object.keys(change).length > 0, expected('someOf', { known: 'name, role, disabled, password' }))
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
