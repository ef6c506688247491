import { describe, expect, it } from '@jest/globals'
import { readEvents } from '../../../src/desk/page/desk/stream'

describe('readEvents', () => {
  it('reads whole events and leaves the rest', () => {
    const text =
      'retry: 1000\n\n: still here\n\nevent: notice\nid: 3\ndata: {"type":"notice","text":"好"}\n\nevent: not'
    expect(readEvents(text)).toEqual({ events: [{ type: 'notice', text: '好' }], rest: 'event: not' })
  })
})
