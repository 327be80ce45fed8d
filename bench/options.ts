import { type ParseArgsConfig, parseArgs } from 'node:util'
import { z } from 'zod'

interface Option<S extends z.ZodType = z.ZodType> {
  schema: S
  /** For whoever asks for something that there is not. */
  about: string
}

/** An option that counts something. */
export function count(about: string, usual: number, most: number): Option<z.ZodDefault<z.ZodCoercedNumber>> {
  const expected = `expected a whole number from 1 to ${most}`
  return {
    schema: z.coerce.number(expected).int(expected).min(1, expected).max(most, expected).default(usual),
    about: `${about} (${usual})`,
  }
}

/** An option that is there or not. */
export function flag(about: string): Option<z.ZodDefault<z.ZodBoolean>> {
  return { schema: z.boolean().default(false), about }
}

type Values<O extends Record<string, Option>> = { [K in keyof O]: z.infer<O[K]['schema']> }

/** What the command line asks for. Ends the process, and says what there is, where it asks for anything else. */
export function readOptions<O extends Record<string, Option>>(options: O, args = process.argv.slice(2)): Values<O> {
  const known = Object.entries(options)
    .map(([name, { about }]) => `  --${name.padEnd(10)} ${about}`)
    .join('\n')
  const isFlag = (schema: z.ZodType) => schema.safeParse(true).data === true
  const config: ParseArgsConfig['options'] = Object.fromEntries(
    Object.entries(options).map(([name, { schema }]) => [name, { type: isFlag(schema) ? 'boolean' : 'string' }]),
  )
  try {
    const { values } = parseArgs({ args, options: config })
    const parsed = Object.entries(options).map(([name, { schema }]) => {
      const result = schema.safeParse(values[name])
      if (!result.success)
        throw new Error(`--${name}: ${result.error.issues[0]?.message}, but ${String(values[name])} came.`)
      return [name, result.data]
    })
    return Object.fromEntries(parsed)
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\nThere is:\n${known}`)
    process.exit(1)
  }
}
