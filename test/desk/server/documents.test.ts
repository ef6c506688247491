import { readdirSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { Documents } from '../../../src/desk/server/documents'
import { temporaryHome } from './desk'

const file = (id: string, name: string, text: string) => ({
  id,
  name,
  mimeType: 'text/plain',
  contentType: 'text/plain',
  url: `files/${id}`,
  bytes: new TextEncoder().encode(text),
})

function opened(top: string): Documents {
  const documents = new Documents(top, '')
  documents.moveTo('/x/年报.xlsx')
  return documents
}

it('an id that a new journal counts again gives the new file, also after a restart', () => {
  const top = temporaryHome()
  const first = opened(top)
  first.add(file('desk-file-1', '2024年报.txt', 'old'))
  first.add(file('desk-file-1', '2025年报.txt', 'new'))
  const next = opened(top)
  expect(next.list().map(({ id, name }) => [id, name])).toEqual([['desk-file-1', '2025年报.txt']])
  expect(Buffer.from(next.find('desk-file-1')?.bytes ?? []).toString()).toBe('new')
})

it('as many are kept on the disk as are listed, the oldest go', () => {
  const top = temporaryHome()
  const documents = opened(top)
  for (let number = 1; number <= 62; number++) documents.add(file(`desk-file-${number}`, `${number}.txt`, 'x'))
  const [folder = ''] = readdirSync(top)
  const kept = readdirSync(join(top, folder))
  kept.forEach((name) => {
    const seconds = Number(/\d+/.exec(name)?.[0])
    utimesSync(join(top, folder, name), seconds, seconds)
  })
  expect(kept).toHaveLength(60)
  expect(
    opened(top)
      .list()
      .map(({ id }) => id),
  ).toEqual(documents.list().map(({ id }) => id))
  expect(documents.find('desk-file-2')).toBeNull()
})
