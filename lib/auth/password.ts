import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'

/** From OWASP's Password Storage Cheat Sheet, with the least memory of its choices: 32 MB for each attempt. */
const COST = { N: 2 ** 15, r: 8, p: 3 } as const
const HASH_BYTES = 32
const SALT_BYTES = 16
const FORMAT = /^scrypt\$(\d{1,8})\$(\d{1,3})\$(\d{1,3})\$([\w-]{16,})\$([\w-]{43,})$/

/** `scrypt$N$r$p$salt$hash`: the parameters stand with the hash, so that they can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const hash = await derive(password, salt, HASH_BYTES, COST)
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), hash.toString('base64url')].join('$')
}

/**
 * Whether `password` is the one that was hashed. With null, for an account that does not exist, the same work is done
 * and the answer is false: the time taken does not tell which accounts there are.
 */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const [, N, r, p, salt, hash] = FORMAT.exec(stored ?? '') ?? []
  if (!salt || !hash) {
    await derive(password, Buffer.alloc(SALT_BYTES), HASH_BYTES, COST)
    return false
  }
  const expected = Buffer.from(hash, 'base64url')
  const cost = { N: Number(N), r: Number(r), p: Number(p) }
  return timingSafeEqual(await derive(password, Buffer.from(salt, 'base64url'), expected.length, cost), expected)
}

function derive(
  password: string,
  salt: Buffer,
  length: number,
  cost: { N: number; r: number; p: number },
): Promise<Buffer> {
  const options: ScryptOptions = { ...cost, maxmem: 256 * cost.N * cost.r }
  // One person types an accent as one character, another as two: both are the same password.
  const normalised = password.normalize('NFKC')
  return new Promise((resolve, reject) => {
    scrypt(normalised, salt, length, options, (error, key) => (error ? reject(error) : resolve(key)))
  })
}
