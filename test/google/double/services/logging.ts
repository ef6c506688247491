import type { Has } from './kinds'
import { running } from './running'

export class DoubleConsole implements Record<Has<'console'>, (...values: unknown[]) => void> {
  warn(...values: unknown[]): void {
    running().result.log.push(values.map(String).join(' '))
  }
}
