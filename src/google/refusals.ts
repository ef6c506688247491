/** Refusals of Google's that can be told in words: what it is, and what to do about it. A part of the bundle. */
import { consentWords, refusalWords as words } from '../words/refusals'
import type { Scope } from './needs'

/** What an advanced service says besides its message. */
interface ServiceError {
  details?: { errors?: { reason?: string }[] }
}

const reasonIn = (error: unknown): string => (error as ServiceError | null)?.details?.errors?.[0]?.reason ?? ''

/** By reason where Google gives one, else by its message, which may be in the person's language. The first that fits. */
const known: readonly { reasons: readonly string[]; message: RegExp; words: string }[] = [
  {
    reasons: ['storageQuotaExceeded', 'teamDriveFileLimitExceeded'],
    message: /storage quota|quota has been exceeded|存储空间.*(?:已满|不足|用完)/i,
    words: words.full,
  },
  {
    reasons: ['domainPolicy'],
    message: /administrators? ha(?:s|ve) disabled|管理员(?:已|未).*(?:停用|禁用|启用)/i,
    words: words.policy,
  },
  {
    reasons: ['accessNotConfigured', 'SERVICE_DISABLED'],
    message: /has not been used in project|API .*is disabled|尚未在项目/i,
    words: words.notEnabled,
  },
  {
    reasons: ['userRateLimitExceeded', 'rateLimitExceeded', 'dailyLimitExceeded', 'sharingRateLimitExceeded'],
    message: /rate limit|too many times|too many simultaneous|调用次数过多|使用次数过多/i,
    words: words.tooOften,
  },
  {
    reasons: ['insufficientPermissions', 'ACCESS_TOKEN_SCOPE_INSUFFICIENT'],
    message:
      /insufficient authentication scopes|insufficient permission\b|permissions are not sufficient|permission to call|权限不足以调用|(?:没有|缺少).*调用.*权限/i,
    words: words.noScope,
  },
  {
    reasons: [],
    message: /PERMISSION_DENIED|server error occurred while reading/i,
    words: words.otherAccount,
  },
  {
    reasons: ['authError', 'required'],
    message: /authori[sz]ation is required|login required|invalid credentials|需要授权/i,
    words: words.noConsent,
  },
  {
    reasons: ['notFound', 'insufficientFilePermissions', 'appNotAuthorizedToFile'],
    message: /file not found|not have sufficient permissions for|not granted the app/i,
    words: words.fileGone,
  },
  {
    reasons: ['backendError', 'internalError'],
    message: /internal error|backend error|empty response|service unavailable|temporarily unavailable/i,
    words: words.unavailable,
  },
]

/** Null for what is not known. */
export function refusalOf(error: unknown): string | null {
  const message = error instanceof Error ? error.message : String(error)
  const reason = reasonIn(error)
  const byReason = reason === '' ? undefined : known.find(({ reasons }) => reasons.includes(reason))
  return (byReason ?? known.find((one) => one.message.test(message)))?.words ?? null
}

/** Whether a file is not there any more, or may not be changed by this account. */
export const isFileGone = (error: unknown): boolean => refusalOf(error) === words.fileGone

/** Whether the file is out of the script's reach: not among those it has made, or the scope is missing. */
export const mayNotRead = (error: unknown): boolean =>
  isFileGone(error) || [words.noScope, words.noConsent].some((one) => one === refusalOf(error))

/** What is told where scopes are missing: as an error, and before Google's window of consent comes. */
export const missingTold = (missing: readonly Scope[]): { title: string; error: string; notice: string } => ({
  title: consentWords.title,
  error: consentWords.missing(missing),
  notice: consentWords.granting(missing),
})
