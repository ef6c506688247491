import { describe, expect, it } from '@jest/globals'
import { CommentDrafts } from '../../../src/desk/page/desk/comment-drafts'
import type { CommentDraft } from '../../../src/desk/page/desk/comment-drafts'

const place = { sheet: 1, row: 5, column: 2 }
const onWords = { ...place, quote: '主动公开' }
const remark = { ...place, to: 'c1' }

function begun() {
  const kept: (readonly CommentDraft[])[] = []
  return { kept, drafts: new CommentDrafts((all) => kept.push(all)) }
}

describe('comments that were begun', () => {
  it('are kept each for itself, of the cell, of words in it and of another comment, until they are sent', () => {
    const { drafts, kept } = begun()
    drafts.write(place, '一')
    drafts.write(onWords, '二')
    drafts.write(remark, '三')
    expect([place, onWords, remark].map((one) => drafts.textOf(one))).toEqual(['一', '二', '三'])
    drafts.write(onWords, ' ')
    expect(kept.at(-1)).toEqual([
      { ...place, text: '一' },
      { ...remark, text: '三' },
    ])
  })

  it('of an earlier page are shown until they are sent; what is written by now is not replaced', () => {
    const { drafts } = begun()
    const shown = new Set<string>()
    const list = ({ text }: CommentDraft) => {
      shown.add(text)
      return () => shown.delete(text)
    }
    drafts.write(place, '新')
    drafts.restore(
      [
        { ...place, text: '旧' },
        { ...remark, text: '答' },
      ],
      list,
    )
    expect([drafts.textOf(place), drafts.textOf(remark), [...shown]]).toEqual(['新', '答', ['答']])
    drafts.write(remark, '答复')
    expect([...shown]).toEqual(['答'])
    drafts.write(remark, '')
    expect([...shown]).toEqual([])
  })
})
