import { expect, it } from 'vitest'
import { hashPassword, verifyPassword } from './password'

it('knows the password again, and no other', async () => {
  const stored = await hashPassword('correct horse')
  expect(await verifyPassword('correct horse', stored)).toBe(true)
  expect(await verifyPassword('correct horse ', stored)).toBe(false)
  expect(await verifyPassword('', stored)).toBe(false)
})

it('stores the parameters and a salt of its own each time, and nothing of the password', async () => {
  const [one, two] = await Promise.all([hashPassword('correct horse'), hashPassword('correct horse')])
  expect(one).toMatch(/^scrypt\$32768\$8\$3\$/)
  expect(one).not.toBe(two)
  expect(one).not.toContain('horse')
})

it('verifies a hash made with other parameters', async () => {
  // RFC 7914, section 12: scrypt("pleaseletmein", "SodiumChloride", 16384, 8, 1), its first 32 bytes.
  const key = Buffer.from('7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2', 'hex').toString(
    'base64url',
  )
  const salt = Buffer.from('SodiumChloride').toString('base64url')
  expect(await verifyPassword('pleaseletmein', `scrypt$16384$8$1$${salt}$${key}`)).toBe(true)
})

it('takes an accent for the same however it was typed', async () => {
  expect(await verifyPassword('cafe\u0301 latte', await hashPassword('caf\u00e9 latte'))).toBe(true)
})

it('is false, after the same work, where there is no account', async () => {
  const stored = await hashPassword('correct horse')
  const timeMs = async (value: string | null) => {
    const start = process.cpuUsage()
    expect(await verifyPassword('battery staple', value)).toBe(false)
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  }
  await timeMs(stored)
  const [known, unknown] = [await timeMs(stored), await timeMs(null)]
  expect(unknown).toBeGreaterThan(known / 3)
})

it('is false for a stored text that is not a hash', async () => {
  expect(await verifyPassword('x', 'scrypt$1$2')).toBe(false)
})
