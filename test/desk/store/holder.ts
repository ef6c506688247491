import { hostname } from 'node:os'

export const lockOf = (path: string) => `${path}.lock`

/** A lock as another desk would have written it, by default one of this process. */
export const holder = (changes: object) =>
  JSON.stringify({
    token: 't',
    pid: process.pid,
    host: hostname(),
    began: '',
    who: '赵',
    time: '2026-01-05T01:00:00.000Z',
    ...changes,
  })
