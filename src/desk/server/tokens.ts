import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Role } from '../protocol'

const TOKEN_BYTES = 32

/** 256 random bits, in characters that stand in a URL as they are. */
export const randomToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url')

export const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest()

/** The role of whoever comes in by a link. */
export interface Pass {
  role: Role
  /** The link is one for the network. */
  isGuest: boolean
}

interface IssuedPass extends Pass {
  digest: Buffer
  /** Good until then, in milliseconds; absent: as long as the desk runs. */
  until?: number
  isUsed: boolean
}

/** The tokens in links, which let people in. Only their digests are kept. */
export class Passes {
  private readonly issued: IssuedPass[] = []

  /** A new token. With `until` it lets in once, before that moment. */
  issue(pass: Pass, until?: number): string {
    const token = randomToken()
    this.issued.push({ ...pass, digest: digestOf(token), isUsed: false, ...(until !== undefined && { until }) })
    return token
  }

  /** The pass that a token stands for, or null. Takes the same time whatever is wrong with the token. */
  enter(token: string, now: number): Pass | null {
    const digest = digestOf(token)
    let pass: IssuedPass | null = null
    for (const issued of this.issued) if (timingSafeEqual(issued.digest, digest)) pass = issued
    if (!pass || (pass.until !== undefined && (pass.isUsed || now > pass.until))) return null
    pass.isUsed = true
    return { role: pass.role, isGuest: pass.isGuest }
  }
}
