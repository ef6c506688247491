import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import type { Sidebar } from '../../../src/actions'
import { bookToXlsx } from '../../../src/desk/xlsx'
import { filledBook, officeOf, run, typeFigure } from '../../google/office'
import { nianbao, temporaryFolder } from './command'

const folder = temporaryFolder()

describe('report of a workbook whose only error was accepted', () => {
  it('is made once the error is accepted, and refused before', async () => {
    const book = filledBook()
    typeFigure(book, 'table4.review.total', 9)
    const host = officeOf(book)
    const { groups } = run(host, 'showFindings').value as Sidebar
    const [error] = groups.flatMap(({ findings }) => findings).filter(({ severity }) => severity === 'error')
    const report = async (name: string) => {
      const file = join(folder, `${name}.xlsx`)
      writeFileSync(file, await bookToXlsx(host.book()))
      return nianbao(['report', file, '--out', join(folder, name), '--format', 'txt'])
    }
    expect((await report('open')).status).toBe(1)
    run(host, 'acceptFinding', error?.fingerprint, '原件如此')
    expect((await report('accepted')).status).toBe(0)
    expect([existsSync(join(folder, 'open')), existsSync(join(folder, 'accepted'))]).toEqual([false, true])
  })
})
