import type { Has } from './kinds'
import { running } from './running'

export class DoubleConsole implements Record<Has<'console'>, (...values: unknown[]) => void> {
  /** Tells how far the script has come; faults may wait for it. */
  info(...values: unknown[]): void {
    running().phase = values.map(String).join(' ')
  }
  error(...values: unknown[]): void {
    this.warn(...values)
  }
  warn(...values: unknown[]): void {
    running().result.log.push(values.map(String).join(' '))
  }
}
