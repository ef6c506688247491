/**
 * Who runs a command. Google tells the address inside one organisation and to whoever granted that; anybody else is
 * asked for a name, once. It is kept in the person's own properties of this script, and marked as unproven.
 */
import { personWords as words } from '../words/actions'

const NAME = 'nianbao.name'
const LONGEST = 30

/** Of this call: Google starts each call anew. */
let signed: string | null = null

/** Empty where Google does not tell it, and where the person has not granted it. */
function addressOf(user: () => GoogleAppsScript.Base.User): string {
  try {
    return user().getEmail()
  } catch {
    return ''
  }
}

const address = (): string => addressOf(() => Session.getActiveUser()) || addressOf(() => Session.getEffectiveUser())

/** Null where the person closes the window or leaves it blank, and where no window can be shown. */
function askedName(): string | null {
  try {
    const ui = SpreadsheetApp.getUi()
    const reply = ui.prompt(words.title, words.question, ui.ButtonSet.OK_CANCEL)
    if (reply.getSelectedButton() !== ui.Button.OK) return null
    return reply.getResponseText().replace(/\s+/g, ' ').trim().slice(0, LONGEST) || null
  } catch {
    return null
  }
}

function givenName(): string | null {
  const own = PropertiesService.getUserProperties()
  const known = own.getProperty(NAME)
  if (known !== null) return known
  const name = askedName()
  if (name !== null) own.setProperty(NAME, name)
  return name
}

function newSignature(): string {
  const known = address()
  if (known !== '') return known
  const name = givenName()
  return name === null ? words.unnamed : words.unproven(name)
}

/** Never empty. Whoever has to be asked is asked now: call it first where no lock is held yet. */
export const signature = (): string => (signed ??= newSignature())
