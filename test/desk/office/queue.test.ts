import { expect, test } from '@jest/globals'
import { Queue } from '../../../src/desk/office/queue'

/** A queue over a disk that takes everything. */
const newQueue = () => new Queue({ commit: () => Promise.resolve(), rollBack: () => undefined })

test('a job whose ending throws fails alone: those of its batch and those after it are answered', async () => {
  const queue = newQueue()
  const said: string[] = []
  const job = (name: string, done: () => void) => ({
    isApart: false,
    perform: () => undefined,
    done,
    failed: (error: unknown) => void said.push(`${name}: ${String(error)}`),
  })
  const throws = () => {
    throw new Error('told to nobody')
  }
  queue.add(job('first', throws))
  queue.add(job('second', () => said.push('second')))
  await queue.whenIdle()
  queue.add(job('third', () => said.push('third')))
  await queue.whenIdle()
  expect(said).toEqual(['first: Error: told to nobody', 'second', 'third'])
})
