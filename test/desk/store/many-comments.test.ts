import { statSync } from 'node:fs'
import { afterEach, describe, expect, it } from '@jest/globals'
import { commentChange, MOST_REMARKS } from '../../../src/desk/office/comments'
import { OfficeError } from '../../../src/desk/office'
import { journalOf } from '../../../src/desk/store'
import { realDisk } from '../../../src/desk/store/disk'
import { indexJournal } from '../../../src/desk/store/journal-index'
import { replay } from '../../../src/desk/store/replay'
import { commentLimitWords as limits } from '../../../src/words/comment-limits'
import { officeWords } from '../../../src/words/office'
import { shareOfTime } from '../../support/processor-time'
import { again, closeAll, desk, wang, zhao } from '../office/desk'
import type { Desk } from '../office/desk'
import { clock, entry, open, smallBook, workbookFile } from './folder'

afterEach(closeAll)

const remark = (text: string) => ({ who: '赵', time: clock().toISOString(), text })

const thread = (at: number, remarks = 1) => {
  const entries = Array.from({ length: remarks }, () => remark('请核对'))
  return { id: `t${at}`, sheet: 0, row: 1, column: 1, resolved: false, entries }
}

async function withThreads(count: number): Promise<string> {
  const path = await workbookFile()
  const { store } = await open(path)
  const entries = Array.from({ length: count }, (_, at) => {
    const patch = { cells: {}, commentChanges: [{ id: `t${at}`, comment: thread(at) }] }
    return { ...entry(1, 3, 0), cells: [], patch }
  })
  await store.append(entries)
  await store.close()
  return path
}

describe('comments by the thousand', () => {
  it('are read in time that grows as they do', async () => {
    const paths = new Map<number, string>()
    for (const count of [1_000, 4_000, 16_000]) paths.set(count, journalOf(await withThreads(count)))
    const read = (count: number) => replay(realDisk, indexJournal(realDisk, paths.get(count) ?? ''))
    expect(read(16_000).book?.comments?.at(-1)).toEqual(thread(15_999))
    expect(shareOfTime(read, 16_000)).toBeLessThan(1)
  })

  it('cost the journal the same, one among 10 or among 10,000', async () => {
    const grownBy = async (path: string) => {
      const one = await again(path)
      const size = () => statSync(journalOf(path)).size
      const sizes = [size()]
      const comments = one.office.book.comments ?? []
      await one.office.comment(zhao, { do: 'comment', text: '这里不对', sheet: 0, row: 1, column: 1 })
      sizes.push(size())
      await one.office.comment(wang, { do: 'reply', id: comments[3]?.id ?? '', text: '已改' })
      sizes.push(size())
      await one.office.comment(wang, { do: 'resolve', id: comments[3]?.id ?? '', resolved: true })
      sizes.push(size())
      return sizes.slice(1).map((bytes, at) => bytes - (sizes[at] ?? 0))
    }
    const [few, many] = [await grownBy(await withThreads(10)), await grownBy(await withThreads(10_000))]
    // The numbers of lines and changes have some digits more.
    for (const [at, bytes] of many.entries()) expect(bytes - (few[at] ?? 0)).toBeLessThan(20)
    expect(Math.max(...few)).toBeLessThan(700)
  })

  it('have a limit in a workbook, and on the length of one, told in words', () => {
    const author = { who: '李', time: '2026-01-05T02:00:00Z', id: 'new' }
    const at = (text: string) => ({ do: 'comment' as const, text, sheet: 0, row: 1, column: 1 })
    const full = { ...smallBook(), comments: Array.from({ length: 50_000 }, (_, number) => thread(number)) }
    expect(() => commentChange(full, at('又'), author)).toThrow(new OfficeError('refused', limits.comments(50_000)))
    expect(() => commentChange(smallBook(), at('长'.repeat(2_001)), author)).toThrow(
      new OfficeError('refused', officeWords.commentLong(2_000)),
    )
    const longest = '长'.repeat(2_000)
    const { comment } = commentChange({ ...full, comments: full.comments.slice(1) }, at(longest), author)
    expect(comment?.entries).toEqual([{ who: '李', time: author.time, text: longest }])
  })

  it('have a limit on one thread, told in words', async () => {
    const one: Desk = await desk({ ...smallBook(), comments: [thread(1, MOST_REMARKS)] })
    await expect(one.office.comment(zhao, { do: 'reply', id: 't1', text: '又' })).rejects.toEqual(
      new OfficeError('refused', limits.remarks(MOST_REMARKS)),
    )
  })
})
