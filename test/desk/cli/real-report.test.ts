import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { nianbao, temporaryFolder } from './command'

const published = resolve('../shared/reports/houzhai-2024.txt')
const describeWithReport = existsSync(published) ? describe : describe.skip
const folder = temporaryFolder()
const at = (name: string) => join(folder, name)

interface Checked {
  findings: { rule: string; severity: string }[]
  repairs: { kind: string; changes: { cell: string; to: number }[] }[]
}

describeWithReport('a report exactly as it was published (houzhai-2024.txt)', () => {
  it('has one row that only a person can place and one title printed twice', async () => {
    const { status, out } = await nianbao(['check', published, '--json'])
    const { findings, repairs } = JSON.parse(out) as Checked
    expect(status).toBe(1)
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['READ.RAGGED', 'error'],
      ['READ.SECTION_TWICE', 'warning'],
      ['N.BASIS', 'warning'],
      ['N.LOST', 'warning'],
    ])
    const ones = (changes: Checked['repairs'][number]['changes']) => changes.filter(({ to }) => to === 1)
    expect(repairs.map(({ kind, changes }) => [kind, ones(changes).map(({ cell }) => cell)])).toEqual(
      [
        ['ask', ['review.upheld', 'review.total', 'litigationAfterReview.upheld', 'litigationAfterReview.total']],
        ['ask', ['review.upheld', 'review.total', 'litigationAfterReview.corrected', 'litigationAfterReview.total']],
      ].map(([kind, cells]) => [kind, (cells as string[]).map((cell) => `table4.${cell}`)]),
    )
  })

  it.each(['1', '2'])('is without error after choice %s, and its documents are written', async (choice) => {
    const chosen = at(`choice-${choice}.json`)
    expect((await nianbao(['report', published, '--out', at('refused')])).status).toBe(1)
    expect((await nianbao(['repair', published, '--choose', choice, '--out', chosen])).status).toBe(0)
    expect((await nianbao(['check', chosen, '--json'])).status).toBe(0)
    expect(await nianbao(['report', chosen, '--out', at(choice), '--format', 'docx,html,txt,json'])).toMatchObject({
      status: 0,
      err: '',
    })
  })
})
