import { describe, expect, it } from 'vitest'
import { providers } from '@/lib/providers/registry'
import { publicUrl, readyBlock } from './ready-block'

describe('readyBlock', () => {
  it('names one webhook address for each provider', () => {
    const block = readyBlock('https://jejak.example.com', { kind: 'exists' })
    for (const { id } of providers) expect(block).toContain(`https://jejak.example.com/api/webhooks/${id}`)
    expect(block).not.toContain('set-up')
  })

  it('gives the one-time link where nobody can sign in yet', () => {
    expect(readyBlock('http://localhost:3000', { kind: 'link', token: 'abc' })).toContain('/set-up?token=abc')
  })
})

describe('publicUrl', () => {
  it('prefers JEJAK_URL, without a slash at its end', () => {
    expect(publicUrl('https://jejak.example.com/', '0.0.0.0', 3000)).toBe('https://jejak.example.com')
  })

  it('says localhost where it listens everywhere, and otherwise the address', () => {
    expect(publicUrl(undefined, '0.0.0.0', 3000)).toBe('http://localhost:3000')
    expect(publicUrl(undefined, '10.0.0.7', 3000)).toBe('http://10.0.0.7:3000')
    expect(publicUrl(undefined, 'fd00::1', 3000)).toBe('http://[fd00::1]:3000')
  })
})
