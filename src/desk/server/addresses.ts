import { hostname, networkInterfaces } from 'node:os'

/** Addresses of this machine on its networks, IPv4, as others can reach it. */
export function networkAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  return all.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address)
}

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]']

function machineNames(): string[] {
  const name = hostname().toLowerCase()
  return [name, name.split('.')[0] ?? name, `${name.split('.')[0]}.local`]
}

/**
 * Whether the Host of a request is one of our names. A page of another site can make its own name point to this
 * machine (DNS rebinding), and then names itself as Host.
 */
export function isOwnHost(host: string | undefined, port: number, isShared: boolean): boolean {
  if (host === undefined) return false
  const names = isShared ? [...LOOPBACK, ...networkAddresses(), ...machineNames()] : LOOPBACK
  return names.some((name) => host.toLowerCase() === `${name}:${port}` || (port === 80 && host.toLowerCase() === name))
}
