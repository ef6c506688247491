/** Earlier versions of the open workbook, and erasing its history. For editors. */
import { Hono } from 'hono'
import { versionQuery, versionRequest } from '../requests'
import { asked, editorsOnly, officeSeen } from './book-routes'
import type { DeskState } from './desk-state'
import type { Env } from './entry'
import { personOf } from './person'
import { checked, jsonOf } from './read-body'

export function versionRoutes(desk: DeskState): Hono<Env> {
  return new Hono<Env>()
    .get('/versions', editorsOnly, async (c) => {
      const { versions } = officeSeen(desk, c.var.session)
      return c.json(await asked(() => versions.list()))
    })
    .get('/versions/differences', editorsOnly, async (c) => {
      const { name } = checked(versionQuery, c.req.query())
      const { versions } = officeSeen(desk, c.var.session)
      return c.json(await asked(() => versions.differences(personOf(desk, c.var.session), name)))
    })
    .post('/versions/take', editorsOnly, async (c) => {
      const { name, base } = await jsonOf(c, versionRequest)
      const { versions } = officeSeen(desk, c.var.session)
      return c.json(await asked(() => versions.take(personOf(desk, c.var.session), name, base)))
    })
    .get('/erase', editorsOnly, async (c) => {
      const { erasing } = officeSeen(desk, c.var.session)
      return c.json(await asked(() => erasing.preview(personOf(desk, c.var.session))))
    })
    .post('/erase', editorsOnly, async (c) => {
      const office = officeSeen(desk, c.var.session)
      const before = office.erasedAt
      try {
        return c.json(await asked(() => office.erasing.erase(personOf(desk, c.var.session))))
      } finally {
        // Pages load anew: what was kept for those that were away for a moment is gone as well.
        if (desk.office === office && office.erasedAt !== before) desk.hub.restart(office.seq)
      }
    })
}
