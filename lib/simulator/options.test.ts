import { describe, expect, it } from 'vitest'
import { type Defaults, parseOptions } from './options'

const defaults: Defaults = {
  url: 'http://localhost:3000',
  now: new Date('2026-06-01T12:00:00Z'),
  providerIds: ['alpha', 'beta'],
}

describe('the command line', () => {
  it('may be empty', () => {
    expect(parseOptions([], defaults)).toEqual({
      kind: 'run',
      options: {
        orders: 50,
        rate: 20,
        seed: 1,
        url: 'http://localhost:3000',
        now: defaults.now,
        connections: 8,
        repeats: 0.05,
        late: 0.03,
        'out-of-order': 0.03,
        'bad-signatures': 0.02,
        broken: 0.01,
        providers: ['alpha', 'beta'],
        secret: {},
        source: {},
      },
    })
  })

  it('takes every option', () => {
    const args =
      '--orders 3 --rate 0 --seed 9 --url https://jejak.example --now 2026-01-31T12:00:00+07:00 --connections 64 --repeats 0 --providers beta'
    const parsed = parseOptions([...args.split(' '), '--secret', 'alpha=a=b', '--source=beta=second'], defaults)
    expect(parsed).toMatchObject({
      kind: 'run',
      options: {
        orders: 3,
        rate: 0,
        seed: 9,
        url: 'https://jejak.example',
        now: new Date('2026-01-31T05:00:00Z'),
        connections: 64,
        repeats: 0,
        providers: ['beta'],
        secret: { alpha: 'a=b' },
        source: { beta: 'second' },
      },
    })
  })

  it('asks for help', () => {
    expect(parseOptions(['--orders', 'x', '--help'], defaults)).toEqual({ kind: 'help' })
  })

  it.each([
    [['--orders', 'many'], '--orders: expected a whole number from 1 to 10000000; received "many".'],
    [['--orders', '1.5'], '--orders: expected a whole number from 1 to 10000000; received "1.5".'],
    [['--orders', ''], '--orders: expected a whole number from 1 to 10000000; received "".'],
    [['--rate=-1'], '--rate: expected deliveries per second from 0 (as fast as possible) to 100000; received "-1".'],
    [['--late', '3'], '--late: expected a share from 0 to 1, such as 0.05; received "3".'],
    [['--url', 'localhost:3000'], '--url: expected a URL such as http://localhost:3000; received "localhost:3000".'],
    [
      ['--now', 'today'],
      '--now: expected an ISO 8601 time with a zone, such as 2026-01-31T12:00:00Z; received "today".',
    ],
    [['--providers', 'gamma'], '--providers: expected some of alpha,beta; received "gamma".'],
    [
      ['--source', 'alpha'],
      '--source: expected <provider>=<value> with a provider out of alpha, beta; received "alpha".',
    ],
  ])('says what is wrong with %j', (args, fault) => {
    expect(parseOptions(args, defaults)).toEqual({ kind: 'faults', faults: [fault] })
  })

  it('never repeats a secret', () => {
    const parsed = parseOptions(['--secret', 'gamma=hush'], defaults)
    expect(parsed).toEqual({
      kind: 'faults',
      faults: ['--secret: expected <provider>=<value> with a provider out of alpha, beta.'],
    })
  })

  it('names an option that does not exist', () => {
    const parsed = parseOptions(['--order', '5'], defaults)
    expect(parsed).toMatchObject({ kind: 'faults', faults: [expect.stringContaining("'--order'")] })
  })
})
