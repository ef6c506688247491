import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { place, readHolder, takeAway } from '../../../src/desk/store/lock-file'
import { newFolder } from './folder'

const time = '2026-01-05T01:00:00Z'
const holder = (token: string, machine: string) => ({
  token,
  pid: 3_999_999,
  host: 'x',
  machine,
  began: '',
  who: '赵',
  time,
})

it('a lock that a desk of another computer has put there meanwhile is put back: its process cannot be seen here', () => {
  const path = join(newFolder(), '年报.xlsx.lock')
  place(path, holder('live', 'another computer'))
  takeAway(path, holder('stale', 'a third computer'), 'mine')
  expect(readHolder(path)?.token).toBe('live')
})
