import { describe, expect, it } from 'vitest'
import { networks, refusal } from './address'

const NOTHING = networks([])

describe('an address that nothing is sent to', () => {
  it.each([
    ['10.0.0.1', 'private'],
    ['10.255.255.255', 'private'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['192.168.1.1', 'private'],
    ['127.0.0.1', 'loopback'],
    ['127.255.255.254', 'loopback'],
    ['169.254.169.254', 'link-local'],
    ['100.64.0.1', 'CGNAT'],
    ['100.127.255.255', 'CGNAT'],
    ['0.0.0.0', 'this host'],
    ['0.1.2.3', 'this host'],
    ['224.0.0.1', 'multicast'],
    ['239.255.255.255', 'multicast'],
    ['240.0.0.1', 'reserved'],
    ['255.255.255.255', 'reserved'],
    ['192.0.0.8', 'reserved'],
    ['198.18.0.1', 'reserved'],
    ['198.19.255.255', 'reserved'],
    ['192.0.2.1', 'documentation'],
    ['198.51.100.7', 'documentation'],
    ['203.0.113.7', 'documentation'],
    ['::1', 'loopback'],
    ['::', 'this host'],
    ['fe80::1', 'link-local'],
    ['fe80::1%eth0', 'link-local'],
    ['febf::1', 'link-local'],
    ['fc00::1', 'unique-local'],
    ['fdff::1', 'unique-local'],
    ['fec0::1', 'unique-local'],
    ['ff02::1', 'multicast'],
    ['2001:db8::1', 'documentation'],
    ['2001::1', 'reserved'],
    ['64:ff9b:1::1', 'reserved'],
    ['100::1', 'reserved'],
    ['5f00::1', 'reserved'],
    ['4000::1', 'reserved'],
    ['::10.0.0.1', 'reserved'],
    ['::ffff:10.0.0.1', 'private address (10.0.0.1)'],
    ['::ffff:7f00:1', 'loopback address (127.0.0.1)'],
    ['0:0:0:0:0:FFFF:A9FE:A9FE', 'link-local address (169.254.169.254)'],
    ['::ffff:0:10.0.0.1', 'private address (10.0.0.1)'],
    ['64:ff9b::10.0.0.1', 'private address (10.0.0.1)'],
    ['64:ff9b::7f00:1', 'loopback address (127.0.0.1)'],
    ['2002:7f00:1::1', 'loopback address (127.0.0.1)'],
    ['2002:a00:1::', 'private address (10.0.0.1)'],
    ['example.com', 'no IP address'],
  ])('is %s: %s', (address, why) => {
    expect(refusal(address, NOTHING)).toContain(why)
  })
})

describe('an address that is sent to', () => {
  it.each([
    '1.1.1.1',
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '192.167.255.255',
    '192.169.0.0',
    '223.255.255.255',
    '2606:4700:4700::1111',
    '2a00:1450:4001:81b::200e',
    '::ffff:1.1.1.1',
    '64:ff9b::1.1.1.1',
    '2002:101:101::1',
  ])('is the public %s', (address) => {
    expect(refusal(address, NOTHING)).toBeNull()
  })

  it.each([
    ['10.0.0.0/8', '10.20.30.40'],
    ['10.0.0.7', '10.0.0.7'],
    ['127.0.0.1', '::ffff:127.0.0.1'],
    ['10.0.0.0/8', '64:ff9b::10.1.2.3'],
    ['fd00::/8', 'fd12:3456::1'],
    ['::1', '0:0:0:0:0:0:0:1'],
    ['0.0.0.0/0', '127.0.0.1'],
    ['::/0', '::1'],
  ])('is allowed by %s: %s', (range, address) => {
    expect(refusal(address, networks([range]))).toBeNull()
  })

  it.each([
    ['10.0.0.7', '10.0.0.8'],
    ['10.0.0.0/24', '10.0.1.0'],
    ['fd00::/16', 'fd01::1'],
    ['127.0.0.1', '::1'],
  ])('is not what %s leaves out: %s', (range, address) => {
    expect(refusal(address, networks([range]))).not.toBeNull()
  })
})
