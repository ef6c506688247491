import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { fileRuleWords, intakeRuleWords } from '../../src/words/source-faults'

describe('findings about a source', () => {
  const page = readFileSync('docs/rules/READ.md', 'utf8')

  it.each(Object.entries({ ...intakeRuleWords, ...fileRuleWords }))(
    '%s has its reason, its advice and its line in the guide',
    (rule, words) => {
      expect(words.title).not.toBe('')
      expect(words.why).toMatch(/。$/)
      expect(words.advice).toMatch(/。$/)
      expect(page).toContain(`\`${rule}\``)
    },
  )
})
