/** Refusals of Google's that can be told in words: what it is, and what to do about it. A part of the bundle. */
import {
  saysFileGone,
  saysFull,
  saysNoConsent,
  saysNoScope,
  saysNotEnabled,
  saysOtherAccount,
  saysPolicy,
  saysTooOften,
  saysUnavailable,
} from '../words/google-says'
import { consentWords, refusalWords, type Refusal } from '../words/refusals'
import type { Scope } from './needs'

/** What an advanced service says besides its message. */
interface ServiceError {
  details?: { errors?: { reason?: string }[] }
}

const reasonIn = (error: unknown): string => (error as ServiceError | null)?.details?.errors?.[0]?.reason ?? ''

interface Sign {
  refusal: Refusal
  reasons: readonly string[]
  says: string
}

/** By reason where Google gives one, else by its message. The first that fits. */
const signs: readonly Sign[] = [
  { refusal: 'full', reasons: ['storageQuotaExceeded', 'teamDriveFileLimitExceeded'], says: saysFull },
  { refusal: 'policy', reasons: ['domainPolicy'], says: saysPolicy },
  { refusal: 'notEnabled', reasons: ['accessNotConfigured', 'SERVICE_DISABLED'], says: saysNotEnabled },
  {
    refusal: 'tooOften',
    reasons: ['userRateLimitExceeded', 'rateLimitExceeded', 'dailyLimitExceeded', 'sharingRateLimitExceeded'],
    says: saysTooOften,
  },
  { refusal: 'noScope', reasons: ['insufficientPermissions', 'ACCESS_TOKEN_SCOPE_INSUFFICIENT'], says: saysNoScope },
  { refusal: 'otherAccount', reasons: [], says: saysOtherAccount },
  { refusal: 'noConsent', reasons: ['authError', 'required'], says: saysNoConsent },
  {
    refusal: 'fileGone',
    reasons: ['notFound', 'insufficientFilePermissions', 'appNotAuthorizedToFile'],
    says: saysFileGone,
  },
  { refusal: 'unavailable', reasons: ['backendError', 'internalError'], says: saysUnavailable },
]

/** Null for what is not known. */
export function refusalOf(error: unknown): Refusal | null {
  const message = error instanceof Error ? error.message : String(error)
  const reason = reasonIn(error)
  const byReason = reason === '' ? undefined : signs.find(({ reasons }) => reasons.includes(reason))
  const sign = byReason ?? signs.find(({ says }) => new RegExp(says, 'i').test(message))
  return sign?.refusal ?? null
}

/** What it is, and what to do about it; null for what is not known. */
export function refusalTold(error: unknown): string | null {
  const refusal = refusalOf(error)
  return refusal && refusalWords[refusal]
}

/** Whether a file is not there any more, or may not be changed by this account. */
export const isFileGone = (error: unknown): boolean => refusalOf(error) === 'fileGone'

/** Whether the file is out of the script's reach: not among those it has made, or the scope is missing. */
export function mayNotRead(error: unknown): boolean {
  const refusal = refusalOf(error)
  return refusal === 'fileGone' || refusal === 'noScope' || refusal === 'noConsent'
}

/** What is told where scopes are missing: as an error, and before Google's window of consent comes. */
export const missingTold = (missing: readonly Scope[]): { title: string; error: string; notice: string } => ({
  title: consentWords.title,
  error: consentWords.missing(missing),
  notice: consentWords.granting(missing),
})
