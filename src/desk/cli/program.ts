import { Command } from 'commander'
import { cliWords } from '../../words/cli'
import type { CheckFlags } from './commands/check'
import type { ClaimsFlags } from './commands/claims'
import type { DeskFlags } from './commands/desk'
import type { ImportFlags } from './commands/import'
import type { RepairFlags } from './commands/repair'
import type { ReportFlags } from './commands/report'
import { parseFormats } from './formats'
import type { Io } from './io'
import type { NewFlags } from './new-workbook'
import { parseChoice, parsePort, parseUnit, parseYear } from './usage'

const { commands, options, helpTitles } = cliWords

const DESK_PORT = 8619

/** One command, its help in Chinese and its faults thrown instead of printed. */
function commandOf(io: Io, name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .helpOption('-h, --help', cliWords.helpOption)
    .configureHelp({
      styleTitle: (title) => helpTitles[title] ?? title,
      optionDescription: ({ description: text }) => text,
    })
    .configureOutput({
      // Commander ends help and version with a line end of its own.
      writeOut: (text) => io.out(text.replace(/\n$/, '')),
      writeErr: () => undefined,
      outputError: () => undefined,
    })
    .exitOverride()
}

function addNew(program: Command, io: Io): void {
  const command = commandOf(io, 'new', commands.new)
    .argument('<OUT.xlsx>', options.newFile)
    .requiredOption('--unit <U>', options.unit, parseUnit)
    .requiredOption('--year <Y>', options.year, parseYear)
    .option('--last-year <FILE>', options.lastYear)
    .action(async (path: string, flags: NewFlags) => (await import('./commands/new')).newCommand(io, path, flags))
  program.addCommand(command)
}

function addRead(program: Command, io: Io): void {
  const command = commandOf(io, 'read', commands.read)
    .argument('<FILE>', options.file)
    .option('--json', options.json)
    .action(async (file: string, flags: { json?: boolean }) =>
      (await import('./commands/read')).readCommand(io, file, flags),
    )
  program.addCommand(command)
}

function addCheck(program: Command, io: Io): void {
  const command = commandOf(io, 'check', commands.check)
    .argument('<FILE>', options.file)
    .option('--last-year <FILE>', options.lastYear)
    .option('--json', options.json)
    .action(async (file: string, flags: CheckFlags) => (await import('./commands/check')).checkCommand(io, file, flags))
  program.addCommand(command)
}

function addClaims(program: Command, io: Io): void {
  const command = commandOf(io, 'claims', commands.claims)
    .argument('<FILE.txt>', options.textFile)
    .option('--year <Y>', options.claimsYear, parseYear)
    .option('--json', options.json)
    .action(async (file: string, flags: ClaimsFlags) =>
      (await import('./commands/claims')).claimsCommand(io, file, flags),
    )
  program.addCommand(command)
}

function addReport(program: Command, io: Io): void {
  const command = commandOf(io, 'report', commands.report)
    .argument('<FILE>', options.file)
    .requiredOption('--out <DIR>', options.out)
    .option('--format <LIST>', `${options.format}（${cliWords.defaultFormats}）`, parseFormats, ['docx', 'html', 'txt'])
    .option('--draft', options.draft)
    .option('--last-year <FILE>', options.lastYear)
    .action(async (file: string, flags: ReportFlags) =>
      (await import('./commands/report')).reportCommand(io, file, flags),
    )
  program.addCommand(command)
}

function addRepair(program: Command, io: Io): void {
  const command = commandOf(io, 'repair', commands.repair)
    .argument('<FILE>', options.file)
    .requiredOption('--choose <N>', options.choose, parseChoice)
    .requiredOption('--out <REPORT.json>', options.repairOut)
    .option('--last-year <FILE>', options.lastYear)
    .action(async (file: string, flags: RepairFlags) =>
      (await import('./commands/repair')).repairCommand(io, file, flags),
    )
  program.addCommand(command)
}

const collected = (given: string, before: readonly number[]): number[] => [...before, parseChoice(given)]

function addImport(program: Command, io: Io): void {
  const command = commandOf(io, 'import', commands.import)
    .argument('<FILE>', options.file)
    .requiredOption('--into <WORKBOOK.xlsx>', options.into)
    .option('--last-year', options.asLastYear)
    .option('--overwrite', options.overwrite)
    .option('--carry', options.carry)
    .option('--choose <N>', options.chooseReading, collected, [])
    .option('--dry-run', options.dryRun)
    .option('--json', options.json)
    .action(async (file: string, flags: ImportFlags) =>
      (await import('./commands/import')).importCommand(io, file, flags),
    )
  program.addCommand(command)
}

function addDesk(program: Command, io: Io): void {
  const command = commandOf(io, 'desk', commands.desk)
    .argument('[WORKBOOK.xlsx]', options.deskFile)
    .option('--share', options.share)
    .option('--port <N>', options.port, parsePort, DESK_PORT)
    .option('--no-open', options.noOpen)
    .action(async (file: string | undefined, flags: DeskFlags) =>
      (await import('./commands/desk')).deskCommand(io, file, flags),
    )
  program.addCommand(command)
}

function addStart(program: Command, io: Io): void {
  const command = commandOf(io, 'start', commands.start).action(async () =>
    (await import('./commands/start')).startCommand(io),
  )
  program.addCommand(command)
}

/** The whole command line. */
export function createProgram(io: Io): Command {
  const program = commandOf(io, 'nianbao', cliWords.description)
    .usage(cliWords.usageLine)
    .version(io.version, '-V, --version', cliWords.versionOption)
    .helpCommand('help [command]', cliWords.helpCommand)
    .addHelpText('after', `\n${cliWords.helpFooter}`)
  const all = [addDesk, addNew, addRead, addCheck, addClaims, addReport, addRepair, addImport, addStart]
  for (const add of all) add(program, io)
  return program
}
