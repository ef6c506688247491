/** Bodies of requests: what does not fit its schema is refused before it gets any further. */
import type { Context } from 'hono'
import * as v from 'valibot'
import { badRequest } from './problem'

type Schema = v.GenericSchema<unknown>

/** Without the fields that the schema does not know. */
export function checked<S extends Schema>(schema: S, value: unknown): v.InferOutput<S> {
  const { success, output } = v.safeParse(schema, value, { abortEarly: true })
  if (!success) throw badRequest()
  return output
}

async function read(body: () => Promise<unknown>): Promise<unknown> {
  try {
    return await body()
  } catch {
    throw badRequest()
  }
}

export async function jsonOf<S extends Schema>(c: Context, schema: S): Promise<v.InferOutput<S>> {
  if (!c.req.header('content-type')?.startsWith('application/json')) throw badRequest()
  return checked(schema, await read(() => c.req.json()))
}

export async function formOf<S extends Schema>(c: Context, schema: S): Promise<v.InferOutput<S>> {
  return checked(schema, await read(async () => Object.fromEntries(await c.req.formData())))
}
