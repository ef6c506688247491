import { bytesOfText } from './bytes'
import { chained, guard } from './guard'
import type { Has } from './kinds'
import { running } from './running'

type GoogleProperties = GoogleAppsScript.Properties.Properties

/** At most 9 KB a value, as Google keeps. */
const MOST_BYTES = 9 * 1024

class DoubleProperties implements Pick<GoogleProperties, Has<'Properties'>> {
  constructor(private readonly stored: Record<string, string>) {}

  getProperties(): Record<string, string> {
    return { ...this.stored }
  }
  getProperty(key: string): string | null {
    return this.stored[key] ?? null
  }
  setProperty(key: string, value: string): GoogleProperties {
    if (bytesOfText(value).length > MOST_BYTES) throw new Error('Argument too large: value')
    this.stored[key] = value
    return chained(this)
  }
  deleteProperty(key: string): GoogleProperties {
    Reflect.deleteProperty(this.stored, key)
    return chained(this)
  }
}

export class DoublePropertiesService implements Pick<
  GoogleAppsScript.Properties.PropertiesService,
  Has<'PropertiesService'>
> {
  getDocumentProperties(): GoogleProperties {
    return guard('Properties', new DoubleProperties(running().book.properties))
  }
  getUserProperties(): GoogleProperties {
    return guard('Properties', new DoubleProperties(running().setup.userProperties))
  }
}
