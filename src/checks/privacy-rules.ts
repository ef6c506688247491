import { privateData, type PrivateDatum } from '../narrative'
import type { RuleId } from '../words/checks'
import { privacyWords as words } from '../words/outline'
import { tabNames } from '../words/tabs'
import { perSection, textRule } from './text-rule'
import type { Rule } from './rule'

const SOURCE = '《政府信息公开条例》第十五条'

const privateDataOf = perSection(privateData)

/** Personal data stay masked in the message, the quote and the fingerprint. */
function privacyRule(id: RuleId, kinds: readonly PrivateDatum['kind'][]): Rule {
  return textRule({
    id,
    severity: 'error',
    source: SOURCE,
    find: (_, section, subject) =>
      privateDataOf(section, subject)
        .filter(({ kind }) => kinds.includes(kind))
        .map(({ kind, masked }, index) => ({
          quote: masked,
          key: `${masked} ${index}`,
          message: words[kind](tabNames[section], masked),
          ...((kind === 'contact' || kind === 'likeIdentity') && { severity: 'warning' as const }),
        })),
  })
}

/** Rules about personal data in the narrative. */
export const privacyRules: readonly Rule[] = [
  privacyRule('P.IDENTITY', ['identity', 'likeIdentity']),
  privacyRule('P.MOBILE', ['mobile', 'contact']),
  privacyRule('P.CARD', ['card']),
  privacyRule('P.NAME', ['name']),
]
