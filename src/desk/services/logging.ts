import type { Has } from './kinds'
import { running } from './running'
import { chained } from './guard'

type GoogleLogger = GoogleAppsScript.Base.Logger

function written(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value)
  if (value instanceof Error) return String(value)
  return JSON.stringify(value) ?? String(value)
}

/** `%s` and its like take the next value; what is left over follows. */
function line([first, ...rest]: readonly unknown[]): string {
  const values = [...rest]
  const text =
    typeof first === 'string'
      ? first.replace(/%[sdifoj]/g, (mark) => (values.length ? written(values.shift()) : mark))
      : written(first)
  return [text, ...values.map(written)].join(' ')
}

function add(...values: unknown[]): void {
  running().outcome.log.push(line(values))
}

export class DeskLogger implements Pick<GoogleLogger, Has<'Logger'>> {
  log(...values: unknown[]): GoogleLogger {
    add(...values)
    return chained(this)
  }
  getLog(): string {
    return running().outcome.log.join('\n')
  }
  clear(): void {
    running().outcome.log.length = 0
  }
}

export class DeskConsole implements Record<Has<'console'>, (...values: unknown[]) => void> {
  readonly log = add
  readonly info = add
  readonly warn = add
  readonly error = add
}
