/**
 * Who runs a command. Google tells the address inside one organisation and to whoever granted that; anybody else is
 * asked for a name, once. It is kept in the person's own properties of this script, and marked as unproven.
 */
import { personWords as words } from '../words/actions'

const NAME = 'nianbao.name'
const LONGEST = 30

/** Of this call: Google starts each call anew. */
let known: string | null = null
let signed: string | null = null

/** Refused where the person has not granted it. */
function addressOf(user: () => GoogleAppsScript.Base.User): string {
  try {
    return user().getEmail()
  } catch {
    return ''
  }
}

const newAddress = (): string => addressOf(() => Session.getActiveUser()) || addressOf(() => Session.getEffectiveUser())

/** Empty where Google does not tell it. */
export const address = (): string => (known ??= newAddress())

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

function givenName(mayAsk: boolean): string | null {
  const own = PropertiesService.getUserProperties()
  const earlier = own.getProperty(NAME)
  if (earlier !== null || !mayAsk) return earlier
  const name = askedName()
  if (name !== null) own.setProperty(NAME, name)
  return name
}

function newSignature(mayAsk: boolean): string {
  if (address() !== '') return address()
  const name = givenName(mayAsk)
  return name === null ? words.unnamed : words.unproven(name)
}

/**
 * Never empty. Whoever has to be asked is asked now: call it first where no lock is held yet.
 *
 * @param mayAsk false where a page of ours is open, which Google would close for the window that asks
 */
export const signature = (mayAsk = false): string => (signed ??= newSignature(mayAsk))
