/** The commands that menus and pages may call, by their names, with what each may be given. */
import * as v from 'valibot'
import {
  acceptFinding,
  applyImport,
  applyRepair,
  areFindingsFresh,
  checkWorkbook,
  fillZeros,
  generateReport,
  goToCell,
  importLastYear,
  importPublished,
  initTemplate,
  insertField,
  makeSketch,
  menuItems,
  previewImport,
  refreshFields,
  refreshFindings,
  restoreTotals,
  showSketch,
  showFields,
  showFindings,
  undoRepair,
  useField,
  withdrawAcceptance,
} from '../../actions'
import type { Finding } from '../../checks'
import type { Report } from '../../report'
import type { Host, Progress } from '../../actions'
import { menuWords } from '../../words/actions'
import { importWords } from '../../words/import'
import { sidebarWords } from '../../words/sidebar'
import type { Menu } from '../protocol'
import type { Stage } from './run-command'

const MOST_IDS = 5_000
/** Of a reason or a fact that a person types; their fields take as many. */
const MOST_LETTERS = 1_000
const ids = v.pipe(v.array(v.string()), v.maxLength(MOST_IDS))
const into = v.picklist(['thisYear', 'lastYear'])

const isObject = (given: unknown): boolean => typeof given === 'object' && given !== null

/** Only known to be objects: the core looks at them itself. */
const report = v.custom<Report>(isObject)
const finding = v.custom<Pick<Finding, 'rule' | 'severity' | 'message'>>(isObject)

/** The report that an earlier preview has read. */
const readSource = v.object({ name: v.string(), report, findings: v.pipe(v.array(finding), v.maxLength(MOST_IDS)) })

/** That, or what a person hands in. */
const source = v.union([
  readSource,
  v.object({ name: v.string(), kind: v.string(), content: v.string(), plain: v.exactOptional(v.string()) }),
])

const importRequest = v.object({ into, source, choices: v.exactOptional(ids) })
/** Only previews read: that can take long, and is done in front of the command. */
const applyRequest = v.object({ into, source: readSource, choices: v.exactOptional(ids), ticks: ids })
const templateRequest = v.object({
  unit: v.exactOptional(v.string()),
  year: v.exactOptional(v.number()),
  lastYear: v.exactOptional(report),
})
const section = v.picklist(['overview', 'problems', 'other'])
const offer = v.object({ section, start: v.number(), from: v.string(), to: v.string() })
const facts = v.record(v.string(), v.pipe(v.string(), v.maxLength(MOST_LETTERS)))

interface Command {
  /** What people call it: the item of the menu, or what its button does. */
  caption: string
  /** The stage for arguments that fit, null for others. */
  stageOf: (values: readonly unknown[]) => Stage | null
}

function command<const Schemas extends v.TupleItems>(
  caption: string,
  schemas: Schemas,
  run: (host: Host, ...values: v.InferOutput<v.StrictTupleSchema<Schemas, undefined>>) => Progress<unknown>,
): Command {
  const all = v.strictTuple(schemas)
  const stageOf = (values: readonly unknown[]): Stage | null => {
    // A page may leave out what may be absent.
    const given = schemas.map((_, index) => values[index]).concat(values.slice(schemas.length))
    const read = v.safeParse(all, given)
    if (!read.success) return null
    return (host) => run(host, ...read.output)
  }
  return { caption, stageOf }
}

const commands = new Map<string, Command>(
  Object.entries({
    checkWorkbook: command(menuWords.check, [], checkWorkbook),
    restoreTotals: command(menuWords.totals, [], restoreTotals),
    fillZeros: command(menuWords.zeros, [], fillZeros),
    generateReport: command(menuWords.generate, [], generateReport),
    importLastYear: command(menuWords.importLastYear, [], importLastYear),
    importPublished: command(menuWords.importPublished, [], importPublished),
    previewImport: command(importWords.previewEvent, [importRequest], previewImport),
    applyImport: command(importWords.event, [applyRequest], applyImport),
    initTemplate: command(menuWords.template, [v.optional(templateRequest)], initTemplate),
    showFindings: command(menuWords.sidebar, [], showFindings),
    refreshFindings: command(menuWords.check, [v.optional(v.boolean())], refreshFindings),
    applyRepair: command(sidebarWords.applyEvent, [ids], applyRepair),
    undoRepair: command(sidebarWords.undoEvent, [v.string()], undoRepair),
    acceptFinding: command(
      sidebarWords.acceptEvent,
      [v.string(), v.pipe(v.string(), v.maxLength(MOST_LETTERS))],
      acceptFinding,
    ),
    withdrawAcceptance: command(sidebarWords.withdrawEvent, [v.string()], withdrawAcceptance),
    goToCell: command(menuWords.sidebar, [v.string(), v.string()], goToCell),
    areFindingsFresh: command(menuWords.sidebar, [v.optional(v.string())], areFindingsFresh),
    showFields: command(menuWords.fields, [], showFields),
    refreshFields: command(menuWords.fields, [], refreshFields),
    insertField: command(menuWords.fields, [v.string(), v.object({ section: v.string() })], insertField),
    useField: command(menuWords.fields, [offer], useField),
    showDraft: command(menuWords.sketch, [], showSketch),
    makeDraft: command(menuWords.sketch, [ids, facts], makeSketch),
  }),
)

export const commandNames: readonly string[] = [...commands.keys()]

/** What people call a command. */
export const captionOf = (name: string): string => commands.get(name)?.caption ?? name

/** Undefined where there is no command of that name, null where it takes no such arguments. */
export const commandOf = (name: string, values: readonly unknown[]): Stage | null | undefined =>
  commands.get(name)?.stageOf(values)

/** It shows something: what it has renewed for that is no step of the person's, which an undo would take back. */
export const isShowing = (name: string): boolean => name === 'showFindings'

/** 政务公开年报. */
export const menuOf = (): Menu => ({
  caption: menuWords.menu,
  items: menuItems.map(({ caption, command: functionName }) => ({ caption, functionName })),
})
