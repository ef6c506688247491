import { Command } from 'commander'
import { cliWords } from '../../words/cli'
import type { CheckFlags } from './subcommands/check'
import type { ClaimsFlags } from './subcommands/claims'
import type { DeskFlags } from './subcommands/desk'
import type { ImportFlags } from './subcommands/import'
import type { JournalFlags } from './subcommands/journal'
import type { RepairFlags } from './subcommands/repair'
import type { ReportFlags } from './subcommands/report'
import { parseFormats } from './formats'
import type { Io } from './io'
import type { NewFlags } from './new-workbook'
import { parseChoice, parsePort, parseUnit, parseYear } from './usage'

const { subcommands, options, helpTitles } = cliWords

const DESK_PORT = 8619

/** One subcommand, its help in Chinese and its faults thrown instead of printed. */
function subcommandOf(io: Io, name: string, description: string): Command {
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
  const subcommand = subcommandOf(io, 'new', subcommands.new)
    .argument('<OUT.xlsx>', options.newFile)
    .requiredOption('--unit <U>', options.unit, parseUnit)
    .requiredOption('--year <Y>', options.year, parseYear)
    .option('--last-year <FILE>', options.lastYear)
    .option('--carry', options.carryOver)
    .action(async (path: string, flags: NewFlags) => (await import('./subcommands/new')).newSubcommand(io, path, flags))
  program.addCommand(subcommand)
}

function addRead(program: Command, io: Io): void {
  const subcommand = subcommandOf(io, 'read', subcommands.read)
    .argument('<FILE...>', options.files)
    .option('--json', options.json)
    .action(async (files: string[], flags: { json?: boolean }) =>
      (await import('./subcommands/read')).readSubcommand(io, files, flags),
    )
  program.addCommand(subcommand)
}

function addCheck(program: Command, io: Io): void {
  const subcommand = subcommandOf(io, 'check', subcommands.check)
    .argument('<FILE...>', options.files)
    .option('--last-year <FILE>', options.lastYear)
    .option('--json', options.json)
    .action(async (files: string[], flags: CheckFlags) =>
      (await import('./subcommands/check')).checkSubcommand(io, files, flags),
    )
  program.addCommand(subcommand)
}

function addClaims(program: Command, io: Io): void {
  const subcommand = subcommandOf(io, 'claims', subcommands.claims)
    .argument('<FILE.txt>', options.textFile)
    .option('--year <Y>', options.claimsYear, parseYear)
    .option('--json', options.json)
    .action(async (file: string, flags: ClaimsFlags) =>
      (await import('./subcommands/claims')).claimsSubcommand(io, file, flags),
    )
  program.addCommand(subcommand)
}

function addReport(program: Command, io: Io): void {
  const subcommand = subcommandOf(io, 'report', subcommands.report)
    .argument('<FILE>', options.file)
    .requiredOption('--out <DIR>', options.out)
    .option('--format <LIST>', `${options.format}（${cliWords.defaultFormats}）`, parseFormats, ['docx', 'html', 'txt'])
    .option('--draft', options.draft)
    .option('--last-year <FILE>', options.lastYear)
    .action(async (file: string, flags: ReportFlags) =>
      (await import('./subcommands/report')).reportSubcommand(io, file, flags),
    )
  program.addCommand(subcommand)
}

function addRepair(program: Command, io: Io): void {
  const subcommand = subcommandOf(io, 'repair', subcommands.repair)
    .argument('<FILE>', options.file)
    .requiredOption('--choose <N>', options.choose, parseChoice)
    .requiredOption('--out <REPORT.json>', options.repairOut)
    .option('--last-year <FILE>', options.lastYear)
    .action(async (file: string, flags: RepairFlags) =>
      (await import('./subcommands/repair')).repairSubcommand(io, file, flags),
    )
  program.addCommand(subcommand)
}

const collected = (given: string, before: readonly number[]): number[] => [...before, parseChoice(given)]

function addImport(program: Command, io: Io): void {
  const subcommand = subcommandOf(io, 'import', subcommands.import)
    .argument('<FILE>', options.file)
    .requiredOption('--into <WORKBOOK.xlsx>', options.into)
    .option('--last-year', options.asLastYear)
    .option('--overwrite', options.overwrite)
    .option('--carry', options.carry)
    .option('--choose <N>', options.chooseReading, collected, [])
    .option('--dry-run', options.dryRun)
    .option('--json', options.json)
    .action(async (file: string, flags: ImportFlags) =>
      (await import('./subcommands/import')).importSubcommand(io, file, flags),
    )
  program.addCommand(subcommand)
}

function addDesk(program: Command, io: Io): void {
  const subcommand = subcommandOf(io, 'desk', subcommands.desk)
    .argument('[WORKBOOK.xlsx]', options.deskFile)
    .option('--share', options.share)
    .option('--port <N>', options.port, parsePort, DESK_PORT)
    .option('--name <NAME>', options.name)
    .option('--no-open', options.noOpen)
    .action(async (file: string | undefined, flags: DeskFlags) =>
      (await import('./subcommands/desk')).deskSubcommand(io, file, flags),
    )
  program.addCommand(subcommand)
}

function addJournal(program: Command, io: Io): void {
  const subcommand = subcommandOf(io, 'journal', subcommands.journal)
    .argument('<FILE>', options.journalFile)
    .option('--verify', options.verify)
    .action(async (file: string, flags: JournalFlags) =>
      (await import('./subcommands/journal')).journalSubcommand(io, file, flags),
    )
  program.addCommand(subcommand)
}

function addStart(program: Command, io: Io): void {
  const subcommand = subcommandOf(io, 'start', subcommands.start).action(async () =>
    (await import('./subcommands/start')).startSubcommand(io),
  )
  program.addCommand(subcommand)
}

/** The whole command line. */
export function createProgram(io: Io): Command {
  const program = subcommandOf(io, 'nianbao', cliWords.description)
    .usage(cliWords.usageLine)
    .version(io.version, '-V, --version', cliWords.versionOption)
    .helpCommand('help [command]', cliWords.helpCommand)
    .addHelpText('after', `\n${cliWords.helpFooter}`)
  const all = [addDesk, addNew, addRead, addCheck, addClaims, addReport, addRepair, addImport, addJournal, addStart]
  for (const add of all) add(program, io)
  return program
}
