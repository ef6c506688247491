import { chmodSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from '@jest/globals'
import { OfficeError } from '../../../src/desk/office'
import { journalOf } from '../../../src/desk/store'
import { officeWords as words } from '../../../src/words/office'
import { again, closeAll, desk, li, zhao } from './desk'

afterEach(closeAll)

describe('a place that the workbook does not have', () => {
  const outside = { sheet: 0, row: 50_000, column: 1 }

  it('takes no comment, and the file can be saved afterwards', async () => {
    const one = await desk()
    const [tab] = one.office.book.sheets
    const refusal = new OfficeError('refused', words.outside(tab?.rows ?? 0, tab?.columns ?? 0))
    await expect(one.office.comment(zhao, { do: 'comment', ...outside, text: '请核对' })).rejects.toEqual(refusal)
    await expect(
      one.office.comment(zhao, { do: 'comment', sheet: 77, row: 1, column: 1, text: '请核对' }),
    ).rejects.toEqual(new OfficeError('conflict', words.noSheet))
    await one.office.close()
    expect((await again(one.path)).office.book.comments ?? []).toEqual([])
  })

  it('has no text to check', async () => {
    const one = await desk()
    const far = { ...outside, row: 1e15, text: '正文。' }
    expect(() => one.office.checkText(far)).toThrow(OfficeError)
  })

  it('is nobody’s', async () => {
    const one = await desk()
    one.office.join(li)
    expect(() => one.office.here(li, outside)).toThrow(OfficeError)
    expect(one.office.people()).toEqual([li])
  })
})

it('what people type is for this user’s eyes only: the journal, a new one and an old desk’s', async () => {
  const one = await desk()
  const mode = () => (process.platform === 'win32' ? 0o600 : statSync(journalOf(one.path)).mode & 0o777)
  expect(mode()).toBe(0o600)
  await one.office.close()
  chmodSync(journalOf(one.path), 0o644)
  await again(one.path)
  expect(mode()).toBe(0o600)
})

it('so are dated copies that lie there already, but nothing that a link leads to', async () => {
  if (process.platform === 'win32') return
  const one = await desk()
  await one.office.close()
  const folder = `${one.path}.backups`
  const copy = join(folder, '2020-01-01.xlsx')
  const other = join(dirname(one.path), 'other.xlsx')
  for (const path of [copy, other]) writeFileSync(path, 'x')
  symlinkSync(other, join(folder, '2020-01-02.xlsx'))
  for (const [path, mode] of [
    [copy, 0o666],
    [other, 0o644],
    [folder, 0o777],
  ] as const)
    chmodSync(path, mode)
  await again(one.path)
  expect([folder, copy, other].map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o600, 0o644])
})
