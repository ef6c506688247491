/** What pages may send: everything else is refused before it gets any further. */
import type { CommentRequest, EditRequest, GivenAnswer, Place, RunRequest, Scalar } from '../protocol'
import { badRequest } from './problem'

type Fields = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

const isPosition = (value: unknown): value is number => isCount(value) && value > 0

const isScalar = (value: unknown): value is Scalar | null =>
  value === null ||
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  (typeof value === 'number' && Number.isFinite(value))

export function fieldsOf(body: unknown): Fields {
  if (!isObject(body)) throw badRequest()
  return body
}

export function textOf(value: unknown): string {
  if (typeof value !== 'string') throw badRequest()
  return value
}

export function placeOf(body: unknown): Place {
  const { sheet, row, column } = fieldsOf(body)
  if (!isCount(sheet) || !isPosition(row) || !isPosition(column)) throw badRequest()
  return { sheet, row, column }
}

const isRow = (row: unknown): row is (Scalar | null)[] => Array.isArray(row) && row.every(isScalar)

const longestStep = 100

export function editOf(body: unknown): EditRequest {
  const { values, base, isConfirmed, step } = fieldsOf(body)
  if (!Array.isArray(values) || values.length === 0 || !values.every(isRow) || !isCount(base)) throw badRequest()
  if (isConfirmed !== undefined && typeof isConfirmed !== 'boolean') throw badRequest()
  if (step !== undefined && (typeof step !== 'string' || step.length > longestStep)) throw badRequest()
  return {
    ...placeOf(body),
    ...{ values, base },
    ...(isConfirmed && { isConfirmed }),
    ...(step !== undefined && { step }),
  }
}

const buttons: readonly unknown[] = ['OK', 'CANCEL', 'YES', 'NO', 'CLOSE']

function isAnswer(value: unknown): value is GivenAnswer {
  if (!isObject(value) || !buttons.includes(value['button'])) return false
  return ['text', 'to'].every((name) => value[name] === undefined || typeof value[name] === 'string')
}

/** A trailing underscore makes a function private, as at Google. */
function functionNameOf(name: unknown): string {
  if (typeof name !== 'string' || !/^[A-Za-z_$][\w$]{0,80}(?<!_)$/.test(name)) throw badRequest()
  return name
}

export const aheadOf = (body: unknown): string => functionNameOf(fieldsOf(body)['functionName'])

export function runOf(body: unknown): RunRequest {
  const { functionName, arguments: values, answers, run } = fieldsOf(body)
  if (values !== undefined && !Array.isArray(values)) throw badRequest()
  if (answers !== undefined && !(Array.isArray(answers) && answers.every(isAnswer))) throw badRequest()
  if (run !== undefined && typeof run !== 'string') throw badRequest()
  return {
    functionName: functionNameOf(functionName),
    ...(values && { arguments: values }),
    ...(answers && { answers }),
    ...(run !== undefined && { run }),
  }
}

export function commentOf(body: unknown): CommentRequest {
  const { do: what, text, id, resolved } = fieldsOf(body)
  if (what === 'comment') return { do: 'comment', ...placeOf(body), text: textOf(text) }
  if (what === 'reply') return { do: 'reply', id: textOf(id), text: textOf(text) }
  if (what !== 'resolve' || typeof resolved !== 'boolean') throw badRequest()
  return { do: 'resolve', id: textOf(id), resolved }
}
