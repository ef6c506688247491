import { homedir } from 'node:os'
import { join } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

const NAME = 'nianbao'

/** The folder of the desk's own files: `NIANBAO_HOME`, else the platform's usual place. */
export function homeFolder(platform: string, env: Environment, home = homedir()): string {
  const own = env['NIANBAO_HOME']
  if (own) return own
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), NAME)
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', NAME)
  return join(env['XDG_DATA_HOME'] || join(home, '.local', 'share'), NAME)
}
