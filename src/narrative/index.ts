export type { Claim, ClaimKind, Reading, Said, Statement } from './claim'
export { claims, readNarrative, type ClaimOptions } from './claims'
