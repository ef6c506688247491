import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Role } from '../protocol'

const TOKEN_BYTES = 32

/** 256 random bits, in characters that stand in a URL as they are. */
export const randomToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url')

export const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest()

/** As it is kept in a file: it lets nobody in. */
export const digestText = (text: string): string => digestOf(text).toString('hex')

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

  /** The pass that a token stands for, or null; it can still be used. */
  look(token: string, now: number): Pass | null {
    const pass = this.find(token, now)
    return pass && { role: pass.role, isGuest: pass.isGuest }
  }

  /** As `look`; a token that lets in once does not any more. */
  enter(token: string, now: number): Pass | null {
    const pass = this.look(token, now)
    const issued = this.find(token, now)
    if (issued) issued.isUsed = true
    return pass
  }

  /** Takes the same time whatever is wrong with the token. */
  private find(token: string, now: number): IssuedPass | null {
    const digest = digestOf(token)
    let pass: IssuedPass | null = null
    for (const issued of this.issued) if (timingSafeEqual(issued.digest, digest)) pass = issued
    return pass && (pass.until === undefined || (!pass.isUsed && now <= pass.until)) ? pass : null
  }
}
