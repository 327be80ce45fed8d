import { spawn } from 'node:child_process'
import { root } from './root.mjs'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Runs a program that takes time, in the product's folder, with one line to say so. What it prints is shown only where
 * it fails, and then this process ends. A signal to this process stops the program first.
 */
export function step(sentence, command, args, env = {}) {
  console.log(sentence)
  return new Promise((resolve) => {
    const output = []
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const pass = (signal) => {
      child.kill(signal)
      process.exit(1)
    }
    for (const signal of SIGNALS) process.once(signal, pass)
    child.stdout.on('data', (chunk) => output.push(chunk))
    child.stderr.on('data', (chunk) => output.push(chunk))
    child.on('error', (error) => output.push(Buffer.from(`${error.message}\n`)))
    child.on('close', (code) => {
      for (const signal of SIGNALS) process.off(signal, pass)
      if (code === 0) return resolve()
      process.stderr.write(Buffer.concat(output))
      console.error(`\nThis failed: ${command} ${args.join(' ')}`)
      process.exit(1)
    })
  })
}
