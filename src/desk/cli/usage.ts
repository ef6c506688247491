import type { CommanderError } from 'commander'
import { cliWords } from '../../words/cli'
import { Failure } from './failure'

const words = cliWords.usage

/** What commander quotes in its English sentence: the option, argument or command in question. */
const quoted = (message: string): string => /'([^']*)'/.exec(message)?.[1] ?? ''

const sentences: Partial<Record<string, (quote: string) => string>> = {
  'commander.unknownOption': words.unknownOption,
  'commander.unknownCommand': words.unknownCommand,
  'commander.missingArgument': words.missingArgument,
  'commander.missingMandatoryOptionValue': words.missingOption,
  'commander.optionMissingArgument': words.missingValue,
  'commander.excessArguments': () => words.tooMany,
  'commander.help': () => words.noCommand,
}

/** Usage that commander refused, in Chinese; null when it only printed help or the version. */
export function usageFailure(error: CommanderError): Failure | null {
  if (error.exitCode === 0) return null
  const sentence = sentences[error.code]
  return new Failure(sentence ? sentence(quoted(error.message)) : words.other(error.message))
}

const YEAR = /^(?:19|20)\d\d$/

export function parseYear(given: string): number {
  if (!YEAR.test(given)) throw new Failure(words.year(given))
  return Number(given)
}

export function parseUnit(given: string): string {
  const unit = given.trim()
  if (unit === '') throw new Failure(words.unit)
  return unit
}

export function parseChoice(given: string): number {
  if (!/^[1-9]\d{0,3}$/.test(given)) throw new Failure(words.choose(given))
  return Number(given)
}

const LAST_PORT = 65_535

export function parsePort(given: string): number {
  if (!/^\d{1,5}$/.test(given) || Number(given) > LAST_PORT) throw new Failure(words.port(given))
  return Number(given)
}
