/**
 * Sentences of Google's by which a refusal is known where it gives no code, as regular expressions: English, and the
 * person's Chinese. Nothing else in the program reads a state out of a sentence.
 */
export const saysFull = 'storage quota|quota has been exceeded|存储空间.*(?:已满|不足|用完)'
export const saysPolicy = 'administrators? ha(?:s|ve) disabled|管理员(?:已|未).*(?:停用|禁用|启用)'
export const saysNotEnabled = 'has not been used in project|API .*is disabled|尚未在项目'
export const saysTooOften = 'rate limit|too many times|too many simultaneous|调用次数过多|使用次数过多'
export const saysNoScope =
  'insufficient authentication scopes|insufficient permission\\b|permissions are not sufficient|permission to call|' +
  '权限不足以调用|(?:没有|缺少).*调用.*权限'
export const saysOtherAccount = 'PERMISSION_DENIED|server error occurred while reading'
export const saysNoConsent = 'authori[sz]ation is required|login required|invalid credentials|需要授权'
export const saysFileGone = 'file not found|not have sufficient permissions for|not granted the app'
export const saysUnavailable = 'internal error|backend error|empty response|service unavailable|temporarily unavailable'
/** Any of the refusals for want of a permission: 自检 tells only whether one is missing, and quotes the sentence. */
export const saysDenied = 'permission|authori[sz]|insufficient|scope|权限|授权'
