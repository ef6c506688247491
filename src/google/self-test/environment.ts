/** Who runs the script, with which permissions and in which surroundings; and whether it is whole. */
import { fingerprintOf } from '../../actions'
import { selfTestWords as words } from '../../words/self-test'
import { partPrints, partText } from '../parts'
import { isSo, judged, type Probe, type Seen } from './probe'

const scopes = ['spreadsheets.currentonly', 'drive.file', 'script.container.ui', 'userinfo.email']
const ZONE = 'Asia/Shanghai'

/** Google's types are older than the granting of single scopes. */
interface ConsentService {
  getAuthorizationInfo(
    mode: GoogleAppsScript.Script.AuthMode,
    wanted: string[],
  ): { getAuthorizedScopes(): string[] | null }
}

function grantedScopes(): string[] | null {
  const service = ScriptApp as unknown as ConsentService
  const wanted = scopes.map((scope) => `https://www.googleapis.com/auth/${scope}`)
  return service.getAuthorizationInfo(ScriptApp.AuthMode.FULL, wanted).getAuthorizedScopes()
}

function scopesSeen(): Seen {
  const granted = grantedScopes()
  if (granted === null) return judged(false, words.nothing)
  const missing = scopes.filter((scope) => !granted.some((one) => one.endsWith(`/auth/${scope}`)))
  return missing.length > 0
    ? { state: 'refused', seen: words.missing(missing) }
    : judged(true, words.all(scopes.length))
}

function propertiesSeen(): Seen {
  const properties = PropertiesService.getDocumentProperties()
  const [name, value] = ['nianbao.selfTest', '8'.repeat(8 * 1024)]
  try {
    properties.setProperty(name, value)
    const stored = properties.getProperties()[name] ?? ''
    return judged(stored === value, words.letters(stored.length))
  } finally {
    properties.deleteProperty(name)
  }
}

/** A part is an HTML file; Google promises its text as it is, and is not known to keep it so. */
function partsSeen(): Seen {
  const wrong = Object.entries(partPrints()).flatMap(([name, [length, print]]) => {
    const text = partText(name)
    return text.length === length && fingerprintOf([text]) === print ? [] : [`${name}.html ${text.length}/${length}`]
  })
  return wrong.length > 0 ? judged(false, wrong.join('、')) : judged(true, words.all(Object.keys(partPrints()).length))
}

/** The address itself does not go into a text that is mailed on. */
const isToldBy = (user: GoogleAppsScript.Base.User): Seen => isSo(user.getEmail() !== '')

export const environmentProbes: readonly Probe[] = [
  { id: 'scopes', run: scopesSeen },
  { id: 'person', run: () => isToldBy(Session.getActiveUser()) },
  { id: 'effectivePerson', run: () => isToldBy(Session.getEffectiveUser()) },
  {
    id: 'locale',
    run: ({ spreadsheet }) => {
      const [locale, zone] = [spreadsheet.getSpreadsheetLocale(), spreadsheet.getSpreadsheetTimeZone()]
      return judged(locale === 'zh_CN' && zone === ZONE, `${locale}，${zone}`)
    },
  },
  {
    id: 'lock',
    run: () => isSo((LockService.getDocumentLock() as GoogleAppsScript.Lock.Lock | null) !== null),
  },
  { id: 'properties', run: propertiesSeen },
  { id: 'parts', run: partsSeen },
]
