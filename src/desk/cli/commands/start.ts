import type { Io } from '../io'

export async function startCommand(io: Io): Promise<void> {
  io.out('')
}
